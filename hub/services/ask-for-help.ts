import type {
  HelpAct,
  NewQuestion,
  OwnQuestion,
  OwnQuestionsReply,
} from '../../lib/contract/hub/help.ts';
import { isLate } from '../../lib/domain/help-clock.ts';
import type { Hub } from '../hub.ts';
import type { StoredQuestion } from '../repositories/help.ts';
import type { Member } from '../repositories/people.ts';
import type { Authorized } from './authorize.ts';
import { waitedOf, workingTimeOf } from './department-clock.ts';
import { requireDepartment, requireOrganisation } from './manage-organisation.ts';
import { chatsOf, mirrorQuestion } from './mirror-question.ts';
import { Refusal } from './refusal.ts';
import { hashSecret } from './secret-codes.ts';

/** More than a champion answers in months; a queue that is full refuses rather than growing without end. */
const MOST_OPEN = 500;

/**
 * Takes a question to the champions of the asker's department. With a key nothing is stored of who asked. A workflow that
 * the department does not have is left out. Sent again it changes nothing; another's id is a `conflict`.
 */
export async function askForHelp(
  hub: Hub,
  { caller, departmentId }: Authorized<'shareWithDepartment'>,
  { id, text, workflowId, key, toChat }: NewQuestion,
): Promise<void> {
  const { organisationId } = caller;
  await requireDepartment(hub, organisationId, departmentId);
  const held = await hub.help.question(organisationId, id);
  if (held !== undefined) {
    requireOwn(held, caller, key);
    // Also sent again: a hub that stopped in between goes on here, and what is on its way is not doubled.
    if (held.state === 'open') await mirrorQuestion(hub, organisationId, { ...held, toChat });
    return;
  }
  const open = await hub.help.open(organisationId);
  if (open.filter((each) => each.departmentId === departmentId).length >= MOST_OPEN) {
    throw new Refusal('conflict', 'Too many questions wait here. Speak with your champion.');
  }
  const workflow = workflowId && (await hub.shared.workflow(organisationId, workflowId));
  const isKnown = workflow && workflow.departmentId === departmentId;
  const question: StoredQuestion = {
    id,
    departmentId,
    asker: key === undefined ? { memberId: caller.id } : { keyHash: hashSecret(key) },
    workflowId: isKnown ? workflowId : undefined,
    text,
    askedAt: hub.clock.now(),
    state: 'open',
    answer: undefined,
    answeredAt: undefined,
    answeredAs: undefined,
  };
  if (await hub.help.ask(organisationId, question)) {
    return mirrorQuestion(hub, organisationId, { id, departmentId, toChat });
  }
  // Somebody was quicker with this id: the same device, most likely.
  requireOwn((await hub.help.question(organisationId, id)) ?? question, caller, key);
}

function requireOwn(held: StoredQuestion, caller: Member, key: string | undefined): void {
  if (isOwn(held, caller, key)) return;
  throw new Refusal('conflict', 'This id belongs to another question.', { field: 'id' });
}

/** The caller's questions: with their name, and without it those whose keys they hold; and how many wait for them. */
export async function ownQuestions(
  hub: Hub,
  { caller }: Authorized<'useOwnDays'>,
  keys: readonly string[],
): Promise<OwnQuestionsReply> {
  const { organisationId, id: memberId } = caller;
  const own = await hub.help.own({ organisationId, memberId }, keys.map(hashSecret));
  const waiting = await waitingFor(hub, caller);
  const chats = await chatsOf(hub, { organisationId, departmentId: caller.departmentId });
  return {
    questions: own.map(ownView),
    ...(chats.length === 0 ? {} : { chats }),
    ...(waiting === undefined ? {} : { waiting }),
  };
}

/** The asker is helped, or takes the question away. A question of somebody else is not found, whoever asks. */
export async function settleOwn(
  hub: Hub,
  caller: Member,
  { id, act }: { readonly id: string; readonly act: Extract<HelpAct, { key?: unknown }> },
): Promise<void> {
  const { organisationId } = caller;
  const held = await hub.help.question(organisationId, id);
  if (held === undefined || !isOwn(held, caller, act.key)) throw noQuestion();
  if (act.do === 'withdraw') return hub.help.remove(organisationId, id);
  if (held.state === 'closed') return;
  const isSettled =
    held.state === 'answered' &&
    (await hub.help.settle(organisationId, { ...held, state: 'closed' }, 'answered'));
  if (!isSettled) throw new Refusal('conflict', 'The question was not answered yet.');
}

/** Says that there is no such question, also where there is one that is not the caller's. */
export function noQuestion(): Refusal {
  return new Refusal('notFound', 'There is no such question.');
}

function isOwn({ asker }: StoredQuestion, caller: Member, key: string | undefined): boolean {
  return 'memberId' in asker
    ? key === undefined && asker.memberId === caller.id
    : key !== undefined && asker.keyHash === hashSecret(key);
}

/** A question as its asker sees it. */
function ownView(stored: StoredQuestion): OwnQuestion {
  return { ...questionView(stored), named: 'memberId' in stored.asker };
}

/** What askers and those who answer see alike. */
export function questionView(stored: StoredQuestion): Omit<OwnQuestion, 'named'> {
  const { answer, answeredAt, answeredAs, workflowId } = stored;
  return {
    id: stored.id,
    text: stored.text,
    ...(workflowId === undefined ? {} : { workflowId }),
    askedAt: stored.askedAt,
    state: stored.state,
    ...(answer === undefined || answeredAt === undefined || answeredAs === undefined
      ? {}
      : { answer: { text: answer, at: answeredAt, by: answeredAs } }),
  };
}

/** A champion's: what waits in their departments. An advisor's: what has waited for over a working day, anywhere. */
async function waitingFor(hub: Hub, caller: Member): Promise<number | undefined> {
  const { organisationId, role, championOf } = caller;
  if (role !== 'advisor' && championOf.length === 0) return undefined;
  const open = await hub.help.open(organisationId);
  if (role !== 'advisor') {
    return open.filter(({ departmentId }) => championOf.includes(departmentId)).length;
  }
  return (await lateOnes(hub, organisationId, open)).length;
}

async function lateOnes(
  hub: Hub,
  organisationId: string,
  open: readonly StoredQuestion[],
): Promise<StoredQuestion[]> {
  if (open.length === 0) return [];
  const organisation = await requireOrganisation(hub, organisationId);
  const now = { nowMs: hub.clock.now(), timeZone: organisation.timeZone };
  const departments = await hub.organisations.departments(organisationId);
  return departments.flatMap((department) => {
    const working = workingTimeOf(organisation, department);
    return open.filter(
      (each) => each.departmentId === department.id && isLate(waitedOf(each, working, now)),
    );
  });
}
