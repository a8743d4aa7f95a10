import { randomUUID } from 'node:crypto';
import type {
  AskedQuestion,
  HelpAct,
  HelpQueue,
  HowTo,
  HowToAct,
  NewHowTo,
} from '../../lib/contract/hub/help.ts';
import { countHelp, isLate, type Waited } from '../../lib/domain/help-clock.ts';
import type { Hub } from '../hub.ts';
import type { StoredHowTo, StoredQuestion } from '../repositories/help.ts';
import type { Member } from '../repositories/people.ts';
import { noQuestion, questionView } from './ask-for-help.ts';
import { authorize, type Authorized } from './authorize.ts';
import { waitedOf, workingTimeOf } from './department-clock.ts';
import { requireDepartment, requireOrganisation } from './manage-organisation.ts';
import { Refusal } from './refusal.ts';
import { organisationSettings } from './settings-of.ts';
import { namesFor, readerOf } from './seen-from-outside.ts';

/** What the queue tells of: four weeks, as everywhere else. */
const TOLD_MS = 28 * 86_400_000;
const MOST_HOW_TOS = 300;

type Answers = Authorized<'adviseDepartment'>;

/** What waits in a department and what was answered in four weeks, with the clock. An advisor sees what came late, and no name. */
export async function readQueue(hub: Hub, { caller, departmentId }: Answers): Promise<HelpQueue> {
  const { organisationId } = caller;
  const clocked = await clockedQuestions(hub, organisationId, departmentId);
  const shown = clocked.filter(({ waited }) => caller.role !== 'advisor' || isLate(waited));
  const asked = shown.flatMap(({ question }) => askerOf(question) ?? []);
  const names = await namesFor(hub, caller, asked);
  const read = await readerOf(hub, caller);
  const works = await workNames(hub, organisationId, shown);
  const howTos = await hub.help.howTos({ organisationId, departmentId });
  return {
    questions: shown.map(({ question, waited }) =>
      askedView(question, waited, { names, works, read }),
    ),
    workingHours: organisationSettings(await requireOrganisation(hub, organisationId)).workingHours,
    clock: countHelp(clocked.map(({ waited }) => waited)),
    howTos: howTos.map(howToView),
  };
}

/** Answers a question, or closes one that was talked over. An advisor's are the late ones; of the others there is none. */
export async function answerHelp(
  hub: Hub,
  caller: Member,
  { id, act }: { readonly id: string; readonly act: Exclude<HelpAct, { key?: unknown }> },
): Promise<void> {
  const { organisationId } = caller;
  const held = await hub.help.question(organisationId, id);
  if (held === undefined) throw noQuestion();
  const { departmentId } = authorize(caller, {
    do: 'adviseDepartment',
    departmentId: held.departmentId,
  });
  if (caller.role === 'advisor') {
    const clocked = await clockedQuestions(hub, organisationId, departmentId);
    const own = clocked.find(({ question }) => question.id === id);
    if (own === undefined || !isLate(own.waited)) throw noQuestion();
  }
  const next = afterAct(held, act, { at: hub.clock.now(), as: roleHere(caller, departmentId) });
  if (next === undefined || !(await hub.help.settle(organisationId, next, held.state))) {
    throw new Refusal('conflict', 'The question is not in a state for this. Look at it again.');
  }
}

/** Publishes a how-to for everybody of a department. Sent again under the same id it is written over. */
export async function publishHowTo(
  hub: Hub,
  { caller, departmentId }: Answers,
  { id = randomUUID(), ...written }: NewHowTo,
): Promise<HowTo> {
  const { organisationId } = caller;
  await requireDepartment(hub, organisationId, departmentId);
  const held = await hub.help.howTo(organisationId, id);
  if (held !== undefined && held.departmentId !== departmentId) {
    throw new Refusal('conflict', 'This id belongs to another how-to.', { field: 'id' });
  }
  const all = await hub.help.howTos({ organisationId, departmentId });
  if (held === undefined && all.length >= MOST_HOW_TOS) {
    throw new Refusal('conflict', 'The department has as many how-tos as it can hold.');
  }
  const howTo = stored(written, { id, departmentId, publishedAt: hub.clock.now() });
  await hub.help.putHowTo(organisationId, howTo);
  return howToView(howTo);
}

/** Changes a how-to of a department, or takes it back. */
export async function actOnHowTo(
  hub: Hub,
  { caller, departmentId }: Answers,
  { id, act }: { readonly id: string; readonly act: HowToAct },
): Promise<void> {
  const { organisationId } = caller;
  const held = await hub.help.howTo(organisationId, id);
  if (held?.departmentId !== departmentId) {
    throw new Refusal('notFound', 'There is no such how-to.');
  }
  if (act.do === 'withdraw') return hub.help.removeHowTo(organisationId, id);
  await hub.help.putHowTo(organisationId, stored(act.howTo, held));
}

/** What a department published, newest first. */
export async function listHowTos(
  hub: Hub,
  { caller, departmentId }: Authorized<'shareWithDepartment'>,
): Promise<HowTo[]> {
  const { organisationId } = caller;
  return (await hub.help.howTos({ organisationId, departmentId })).map(howToView);
}

interface Clocked {
  readonly question: StoredQuestion;
  readonly waited: Waited;
}

/** Open questions and those of the last four weeks, with the time each took. */
async function clockedQuestions(
  hub: Hub,
  organisationId: string,
  departmentId: string,
): Promise<Clocked[]> {
  const organisation = await requireOrganisation(hub, organisationId);
  const department = await requireDepartment(hub, organisationId, departmentId);
  const now = { nowMs: hub.clock.now(), timeZone: organisation.timeZone };
  const working = workingTimeOf(organisation, department);
  const questions = await hub.help.ofDepartment(
    { organisationId, departmentId },
    now.nowMs - TOLD_MS,
  );
  return questions.map((question) => ({ question, waited: waitedOf(question, working, now) }));
}

interface Beside extends Record<'names' | 'works', ReadonlyMap<string, string>> {
  /** How this caller reads what others wrote. */
  readonly read: (text: string) => string;
}

function askedView(
  question: StoredQuestion,
  waited: Waited,
  { names, works, read }: Beside,
): AskedQuestion {
  const name = names.get(askerOf(question) ?? '');
  const workflowName = works.get(question.workflowId ?? '');
  const { text, answer, ...asked } = questionView(question);
  return {
    ...asked,
    text: read(text),
    ...(answer === undefined ? {} : { answer: { ...answer, text: read(answer.text) } }),
    ...(name === undefined ? {} : { name }),
    ...(workflowName === undefined ? {} : { workflowName }),
    waitedMinutes: waited.minutes,
    late: isLate(waited),
  };
}

/** Names of the pieces of work that questions are about, by id. */
async function workNames(
  hub: Hub,
  organisationId: string,
  clocked: readonly Clocked[],
): Promise<Map<string, string>> {
  const ids = new Set(clocked.flatMap(({ question }) => question.workflowId ?? []));
  const found = await Promise.all([...ids].map((id) => hub.shared.workflow(organisationId, id)));
  return new Map(
    found.flatMap((each) => (each?.workflow === undefined ? [] : [[each.id, each.workflow.name]])),
  );
}

function askerOf({ asker }: StoredQuestion): string | undefined {
  return 'memberId' in asker ? asker.memberId : undefined;
}

/** The first answer stops the clock; a better text later leaves it as it was. */
function afterAct(
  held: StoredQuestion,
  act: Exclude<HelpAct, { key?: unknown }>,
  { at, as }: { readonly at: number; readonly as: Member['role'] },
): StoredQuestion | undefined {
  if (act.do === 'close') {
    return held.state === 'open'
      ? { ...held, state: 'closed', answeredAt: at, answeredAs: as }
      : undefined;
  }
  if (held.state === 'closed') return undefined;
  return {
    ...held,
    state: 'answered',
    answer: act.text,
    answeredAt: held.answeredAt ?? at,
    answeredAs: as,
  };
}

/** An owner who is a department's champion answers as its champion. */
function roleHere({ role, championOf }: Member, departmentId: string): Member['role'] {
  return championOf.includes(departmentId) ? 'champion' : role;
}

function stored(
  { title, text, workflowId }: Omit<NewHowTo, 'id'>,
  { id, departmentId, publishedAt }: Pick<StoredHowTo, 'id' | 'departmentId' | 'publishedAt'>,
): StoredHowTo {
  return { id, departmentId, workflowId, title, text, publishedAt };
}

function howToView({ id, title, text, workflowId, publishedAt }: StoredHowTo): HowTo {
  return { id, title, text, publishedAt, ...(workflowId === undefined ? {} : { workflowId }) };
}
