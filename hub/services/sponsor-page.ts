import type { SponsorDepartment, SponsorPage } from '../../lib/contract/hub/sponsor.ts';
import { addDays, monthBefore, monthOf, weekOf, type DayKey } from '../../lib/domain/day.ts';
import { DEFAULT_PLAN, nextMeeting } from '../../lib/domain/meeting.ts';
import type { ReleasedFigures } from '../../lib/domain/released.ts';
import {
  meetingsIn,
  shareOfShown,
  shareReached,
  sponsorFindings,
  type DepartmentForSponsor,
} from '../../lib/domain/sponsor-page.ts';
import type { Hub } from '../hub.ts';
import { dayKeyAt } from '../local-day.ts';
import { inLanes } from '../jobs/in-lanes.ts';
import type { Department, Organisation } from '../repositories/organisations.ts';
import { workingTimeOf } from './department-clock.ts';
import { requireOrganisation } from './manage-organisation.ts';
import { programmeOf } from './programme.ts';
import { organisationSettings } from './settings-of.ts';

/** Departments read at once: enough for a database's answers to overlap. */
const AT_ONCE = 4;

/**
 * A company's month as it stands now (docs/adr/0021-advisor-and-sponsor.md), the last that is over or the wanted one; every
 * number in it is a released one.
 */
export async function buildSponsorPage(
  hub: Hub,
  organisationId: string,
  wanted?: string,
): Promise<SponsorPage> {
  const organisation = await requireOrganisation(hub, organisationId);
  const { goals } = organisationSettings(organisation);
  const stored = await hub.programmes.goal(organisationId);
  const today = dayKeyAt(hub.clock.now(), organisation.timeZone);
  const month = wanted ?? monthBefore(monthOf(today));
  const week = weekOf(addDays(today, -7));
  const all = await hub.organisations.departments(organisationId);
  const figures: ReleasedFigures[] = [];
  const states: (DepartmentState | undefined)[] = [];
  await inLanes(all, AT_ONCE, async (department, index) => {
    const key = { organisationId, departmentId: department.id };
    const [released] = await hub.figures.weeks({ ...key, from: week, to: week });
    if (released) figures[index] = released;
    states[index] = await stateOf(hub, organisation, department, { today, month });
  });
  const chosen = states.filter((state) => state !== undefined);
  const goal = goals.habitual === undefined ? undefined : stored;
  const groups = groupsOf(figures.filter(Boolean));
  const share = (of: 'habitual' | 'weeklyActive') => {
    const shown = shareOfShown(groups.map((group) => group[of]));
    const reached = shareReached(shown, goals[of]);
    return {
      ...(shown === undefined ? {} : { share: shown }),
      untold: groups.reduce((sum, group) => sum + departmentsUntold(group, of), 0),
      ...(goals[of] === undefined ? {} : { goal: goals[of] }),
      ...(reached === undefined ? {} : { reached }),
    };
  };
  const { needs, more, well } = sponsorFindings({
    hasGoal: goal !== undefined,
    departments: chosen.map(({ facts }) => facts),
    month,
  });
  return {
    company: organisation.name,
    today,
    month,
    week,
    ...(goal === undefined || goals.habitual === undefined
      ? {}
      : {
          goal: {
            purpose: goal.purpose,
            sentence: goal.sentence,
            share: goals.habitual,
            by: goal.by,
          },
        }),
    habitual: share('habitual'),
    weeklyActive: share('weeklyActive'),
    departments: chosen.map(({ told }) => told),
    beside: all.length - chosen.length,
    needs,
    more,
    well,
  };
}

interface DepartmentState {
  readonly told: SponsorDepartment;
  readonly facts: DepartmentForSponsor;
}

/** Undefined for a department that the goal does not name and that has not begun. */
async function stateOf(
  hub: Hub,
  organisation: Organisation,
  department: Department,
  { today, month }: { readonly today: DayKey; readonly month: string },
): Promise<DepartmentState | undefined> {
  const key = { organisationId: organisation.id, departmentId: department.id };
  const reply = await programmeOf(hub, organisation.id, department, { line: false });
  const { missing, goal, startedOn, programme: view } = reply;
  if (missing.includes('goal') && startedOn === undefined) return undefined;
  const facts = { id: department.id, missing, startedOn, view };
  const { plan = DEFAULT_PLAN } = await hub.meetings.plan(key);
  const next = nextMeeting(plan, workingTimeOf(organisation, department).calendar, today);
  return {
    facts,
    told: {
      id: department.id,
      name: department.name,
      missing,
      ...(goal === undefined ? {} : { goal }),
      ...(startedOn === undefined ? {} : { startedOn }),
      ...(view === undefined
        ? {}
        : {
            programme: {
              phase: view.phase,
              week: view.week,
              expected: view.expected,
              actual: view.actual,
              exit: view.exit,
              stalled: view.stalled,
              alarm: view.watch?.alarm ?? false,
            },
          }),
      meetings: meetingsIn(facts, month),
      ...(next === undefined ? {} : { nextMeeting: next }),
    },
  };
}

/** Every group of the week once; Other is the answer of several departments. */
function groupsOf(figures: readonly ReleasedFigures[]): ReleasedFigures[] {
  const groups = new Map(figures.map((each) => [each.departmentIds.toSorted().join(' '), each]));
  return [...groups.values()];
}

/** Departments of a group whose number is not shown; one that has nobody misses nothing. */
function departmentsUntold(group: ReleasedFigures, of: 'habitual' | 'weeklyActive'): number {
  const figure = group[of];
  return figure.shown || figure.because === 'noMembers' ? 0 : group.departmentIds.length;
}
