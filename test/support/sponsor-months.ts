import type { SponsorDepartment, SponsorPage } from '../../lib/contract/hub/sponsor.ts';
import { addDays, weekOf, type DayKey } from '../../lib/domain/day.ts';
import { mondayOfProgramme } from '../../lib/domain/programme.ts';
import { programmeView, type ProgrammeFacts } from '../../lib/domain/programme-view.ts';
import {
  meetingsIn,
  sponsorFindings,
  type DepartmentForSponsor,
} from '../../lib/domain/sponsor-page.ts';
import { notShown, shown } from './department-summaries.ts';

/** A Monday; the first working day after October 2026 is the day looked at. */
const START = '2026-07-06' as DayKey;
const TODAY = '2026-11-02' as DayKey;
const MONTH = '2026-10';

const on = (startedOn: DayKey, week: number): DayKey =>
  addDays(mondayOfProgramme(startedOn, week), 2);

interface Sample extends Pick<DepartmentForSponsor, 'missing'> {
  readonly name: string;
  readonly startedOn?: DayKey;
  readonly facts?: Partial<ProgrammeFacts>;
}

/** A company's month from its departments, as the hub would put it together; `change` replaces parts. */
export function sponsorMonth(
  samples: readonly Sample[],
  change: Partial<SponsorPage> = {},
): SponsorPage {
  const today = change.today ?? TODAY;
  const departments = samples.map((sample, index) => departmentOf(sample, `d${index}`, today));
  const { needs, more, well } = sponsorFindings({
    hasGoal: !('goal' in change && change.goal === undefined),
    departments: departments.map(({ facts }) => facts),
    month: MONTH,
  });
  return {
    company: '伴走商事',
    today,
    month: MONTH,
    week: weekOf(addDays(today, -7)),
    goal: {
      purpose: 'hands',
      sentence: '見積もりを半分の時間で返し、残業なしで月末を終える',
      share: 0.6,
      by: '2027-03-31' as DayKey,
    },
    habitual: { share: { low: 16, high: 18, of: 34 }, untold: 1, goal: 0.6, reached: 'no' },
    weeklyActive: { share: { low: 24, high: 24, of: 34 }, untold: 1, goal: 0.7, reached: 'yes' },
    departments: departments.map(({ told }) => told),
    beside: 1,
    needs: [...needs],
    more,
    well: [...well],
    ...change,
  };
}

function departmentOf(sample: Sample, id: string, today: DayKey) {
  const { name, missing, startedOn } = sample;
  const view =
    startedOn &&
    programmeView({
      startedOn,
      today,
      goal: 0.6,
      meetings: [2, 4, 6, 8, 10, 12, 14, 16].map((week) => on(startedOn, week)),
      planned: [],
      noGoalSince: undefined,
      noOpenActionSince: undefined,
      slowHelpSince: undefined,
      shares: new Map(
        Array.from({ length: 40 }, (_, week) => [
          weekOf(on(startedOn, week)),
          week < 5 ? notShown('tooEarly') : shown(Math.min(week, 9), Math.min(week, 9), 18),
        ]),
      ),
      work: { tried: 2, attached: 1, registered: 3 },
      days: [],
      weeklyGoal: 3,
      ...sample.facts,
    });
  const facts: DepartmentForSponsor = { id, missing, startedOn, view };
  const told: SponsorDepartment = {
    id,
    name,
    missing: [...missing],
    goal: 0.6,
    ...(startedOn === undefined ? {} : { startedOn }),
    ...(view === undefined
      ? {}
      : {
          programme: {
            phase: view.phase,
            week: view.week,
            expected: view.expected,
            actual: view.actual,
            exit: { ...view.exit, meetings: [...view.exit.meetings] },
            stalled: view.stalled,
            alarm: view.watch?.alarm ?? false,
          },
        }),
    meetings: meetingsIn(facts, MONTH),
    nextMeeting: addDays(today, 8),
  };
  return { facts, told };
}

/** A month with something of everything: one that passed, one that runs, one that stands still, one without a champion. */
export function fullMonth(
  names: readonly [string, string, string, string],
  change: Partial<SponsorPage> = {},
): SponsorPage {
  const [first, second, third, fourth] = names;
  return sponsorMonth(
    [
      {
        name: first,
        missing: [],
        startedOn: START,
        facts: {
          shares: new Map(
            Array.from({ length: 40 }, (_, week) => [
              weekOf(on(START, week)),
              week < 14 ? shown(9, 9, 18) : shown(12, 12, 18),
            ]),
          ),
        },
      },
      { name: second, missing: [], startedOn: '2026-08-24' as DayKey },
      {
        name: third,
        missing: [],
        startedOn: '2026-09-07' as DayKey,
        facts: {
          meetings: ['2026-09-16' as DayKey],
          shares: new Map(),
          work: undefined,
        },
      },
      { name: fourth, missing: ['workflow', 'champion', 'start'] },
    ],
    change,
  );
}
