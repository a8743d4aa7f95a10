import { inBothLanguages, passedWords } from '../../lib/app/notice-words.ts';
import type { ProgrammeReply } from '../../lib/contract/hub/programme.ts';
import { addDays } from '../../lib/domain/day.ts';
import type { Hub } from '../hub.ts';
import { dayKeyAt } from '../local-day.ts';
import type { Department, Organisation } from '../repositories/organisations.ts';
import { openNotice, toldNotices } from './notices.ts';
import { programmeOf } from './programme.ts';

/** A passing longer ago is no news: it is from before there was this notice, or of a goal that was lowered since. */
const NEWS_DAYS = 30;

/**
 * Tells the champion that the exit test was passed (METRICS.md M14), once a programme, even where another goal moves the day of it,
 * and keeps the goal it was passed with; returns how many notices it opened.
 */
export async function tellOfPassing(
  hub: Hub,
  { organisation, department }: { organisation: Organisation; department: Department },
  { programme, goal, startedOn }: Pick<ProgrammeReply, 'programme' | 'goal' | 'startedOn'>,
): Promise<number> {
  const exit = programme?.exit;
  if (exit?.passed !== true || goal === undefined) return 0;
  const oldest = addDays(dayKeyAt(hub.clock.now(), organisation.timeZone), -NEWS_DAYS);
  if (exit.on < oldest) return 0;
  const place = { organisationId: organisation.id, departmentId: department.id };
  // Before it is told: a hub that dies between the two must not have told what a raised goal takes back.
  await hub.programmes.keepPassedGoal(place, goal);
  const key = { ...place, kind: 'passed' } as const;
  const before = await toldNotices(hub, { ...key, period: startedOn ?? oldest });
  if (before.length > 0) return 0;
  const until = exit.meetings.filter(({ day }) => day <= exit.on);
  const facts = { department: department.name, goal, meetings: until.slice(-2) };
  const words = inBothLanguages((language) => passedWords(facts, language));
  const notice = { department: department.name, words };
  const slot = { ...key, period: exit.on };
  const readers = await openNotice(hub, slot, { notice, to: 'champion' });
  return readers === undefined ? 0 : 1;
}

/**
 * The same within the day: a test is passed in a meeting, after the morning's look at the programme. Looks at nothing where none
 * was held today.
 */
export async function tellOfPassingToday(
  hub: Hub,
  organisation: Organisation,
  department: Department,
): Promise<number> {
  const key = { organisationId: organisation.id, departmentId: department.id };
  const today = dayKeyAt(hub.clock.now(), organisation.timeZone);
  if ((await hub.meetings.held(key, today)).length === 0) return 0;
  if ((await hub.programmes.ofDepartment(key))?.startDay === undefined) return 0;
  const reply = await programmeOf(hub, organisation, department, { line: false });
  return tellOfPassing(hub, { organisation, department }, reply);
}
