import { HOLIDAYS } from '../../content/holidays.ts';
import { createCalendar } from '../../lib/domain/calendar.ts';
import { addDays, daysBetween, type DayKey } from '../../lib/domain/day.ts';
import { meetingDays, type MeetingPlan } from '../../lib/domain/meeting.ts';
import type { Hub } from '../hub.ts';
import type { DepartmentKey } from '../repositories/department-key.ts';
import { MEETINGS } from './meetings-of-the-sample.ts';
import type { CastDepartment } from './people-of-the-sample.ts';
import type { SampleCompany } from './sample-company.ts';

const MS_PER_DAY = 86_400_000;
/** Days until what was agreed is due. */
const DUE_DAYS = 14;
/** The first and third Thursday at ten. */
const PLAN: MeetingPlan = { weekday: 4, weeks: 'firstAndThird', startsAt: 10 * 60, minutes: 30 };

/**
 * The meetings of a department from the beginning of its programme to yesterday, on the days of its plan: minutes, what was
 * agreed and done, and what is carried on. The next one is nobody's to write: it follows from the plan.
 */
export async function fillMeetings(
  hub: Pick<Hub, 'meetings'>,
  key: DepartmentKey,
  company: SampleCompany,
  {
    cast,
    startedOn,
    foundedAt,
    today,
  }: {
    readonly cast: CastDepartment['key'];
    readonly startedOn: DayKey;
    readonly foundedAt: number;
    readonly today: DayKey;
  },
): Promise<void> {
  const script = MEETINGS[cast];
  if (script === undefined) return;
  const { language } = company;
  const momentOf = (day: DayKey): number =>
    foundedAt + daysBetween(company.startedOn, day) * MS_PER_DAY;
  const days = meetingDays(PLAN, calendarOf(company), {
    from: startedOn,
    to: addDays(today, -1),
  }).slice(0, script.stopsAfter);
  await hub.meetings.putPlan(key, PLAN);
  for (const [index, day] of days.entries()) {
    const notes = script.minutes[index]?.[language] ?? '';
    // oxlint-disable-next-line no-await-in-loop
    await hub.meetings.putHeld(key, { day, notes, heldAt: momentOf(day) });
  }
  for (const [index, { text, assignee, madeIn, doneIn }] of script.actions.entries()) {
    const made = days[madeIn];
    const done = doneIn === undefined ? undefined : days[doneIn];
    if (made === undefined) continue;
    // oxlint-disable-next-line no-await-in-loop
    await hub.meetings.putAction(key, {
      id: `sample-action-${key.departmentId}-${index}`,
      text: text[language],
      madeAt: momentOf(made),
      dueDay: addDays(made, DUE_DAYS),
      ...(assignee === undefined ? {} : { assignee: assignee[language] }),
      ...(done === undefined ? {} : { doneAt: momentOf(done) }),
    });
  }
}

function calendarOf({ country, closures }: SampleCompany) {
  return createCalendar({ country, weekdays: [1, 2, 3, 4, 5], closures, leave: [] }, HOLIDAYS);
}
