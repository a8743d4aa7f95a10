import {
  inBothLanguages,
  lateQuestionWords,
  type LateQuestion,
} from '../../lib/app/notice-words.ts';
import { addDays } from '../../lib/domain/day.ts';
import { isLate } from '../../lib/domain/help-clock.ts';
import type { Hub } from '../hub.ts';
import { dayKeyAt } from '../local-day.ts';
import type { StoredQuestion } from '../repositories/help.ts';
import type { Department, Organisation } from '../repositories/organisations.ts';
import { waitedOf, workingTimeOf } from './department-clock.ts';
import { canBeTold, openNotice, toldNotices } from './notices.ts';

/** How far back a question that still waits may have been told. */
const TOLD_DAYS = 400;

/**
 * Tells of questions that have waited for over a working day (METRICS.md M12): the advisor, or the champion while no advisor
 * can be reached; returns how many notices it opened. Each question is told once, and a department at most once a day: one
 * that grows late later that day is told on the next. Of its words nothing is told, because it can be taken back
 * (docs/adr/0022-notices.md). `waiting` are the department's open questions.
 */
export async function tellOfQuestions(
  hub: Hub,
  {
    organisation,
    department,
  }: { readonly organisation: Organisation; readonly department: Department },
  waiting: readonly StoredQuestion[],
): Promise<number> {
  if (waiting.length === 0) return 0;
  const { timeZone } = organisation;
  const now = { nowMs: hub.clock.now(), timeZone };
  const working = workingTimeOf(organisation, department);
  const late = waiting
    .map((question) => ({ question, waited: waitedOf(question, working, now) }))
    .filter(({ waited }) => isLate(waited));
  if (late.length === 0) return 0;
  const today = dayKeyAt(now.nowMs, timeZone);
  const key = { organisationId: organisation.id, departmentId: department.id };
  const slot = { ...key, kind: 'question', period: today } as const;
  const told = await toldNotices(hub, { ...slot, period: addDays(today, -TOLD_DAYS) });
  const about = new Set(told.flatMap(({ notice }) => notice.about ?? []));
  const untold = late.filter(({ question }) => !about.has(question.id));
  if (untold.length === 0 || told.some(({ period }) => period === today)) return 0;
  const questions = await Promise.all(
    untold.map(async ({ question, waited }): Promise<LateQuestion> => ({
      workflow: await workflowName(hub, organisation.id, question.workflowId),
      minutes: waited.minutes,
    })),
  );
  const to = (await canBeTold(hub, key, 'advisor')) ? 'advisor' : 'champion';
  const facts = { department: department.name, questions, to } as const;
  const notice = {
    department: department.name,
    words: inBothLanguages((language) => lateQuestionWords(facts, language)),
    about: untold.map(({ question }) => question.id),
  };
  return (await openNotice(hub, slot, { notice, to })) === undefined ? 0 : 1;
}

async function workflowName(
  hub: Hub,
  organisationId: string,
  id: string | undefined,
): Promise<string | undefined> {
  if (id === undefined) return undefined;
  return (await hub.shared.workflow(organisationId, id))?.workflow?.name;
}
