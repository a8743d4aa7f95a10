import type { ProgrammeReply } from '../../lib/contract/hub/programme.ts';
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
import type { Department, Organisation } from '../repositories/organisations.ts';
import { workingTimeOf } from './department-clock.ts';
import { requireOrganisation } from './manage-organisation.ts';
import { programmesOf } from './programme.ts';
import { organisationSettings } from './settings-of.ts';

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
  const figures = await hub.figures.weeksOfAll(
    organisationId,
    all.map(({ id }) => ({ departmentId: id, from: week, to: week })),
  );
  const chosen = await statesOf(hub, organisation, all, { today, month });
  const goal = goals.habitual === undefined ? undefined : stored;
  const groups = groupsOf(figures.flat());
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

/** Of the departments that the goal names or that have begun. */
async function statesOf(
  hub: Hub,
  organisation: Organisation,
  departments: readonly Department[],
  month: { readonly today: DayKey; readonly month: string },
): Promise<DepartmentState[]> {
  const replies = await programmesOf(hub, organisation, departments, { line: false });
  const plans = await hub.meetings.plans(organisation.id);
  return departments.flatMap((department, index) => {
    const reply = replies[index];
    if (reply === undefined) return [];
    if (reply.missing.includes('goal') && reply.startedOn === undefined) return [];
    const { calendar } = workingTimeOf(organisation, department);
    const plan = plans.get(department.id) ?? DEFAULT_PLAN;
    return [
      stateOf(department, reply, { ...month, next: nextMeeting(plan, calendar, month.today) }),
    ];
  });
}

function stateOf(
  department: Department,
  { missing, goal, startedOn, programme: view }: ProgrammeReply,
  { month, next }: { readonly month: string; readonly next: DayKey | undefined },
): DepartmentState {
  const facts = { id: department.id, missing, startedOn, view };
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
