import {
  attachmentOf,
  attachmentWeeks,
  peopleForTrial,
  SHORT_WEEKS,
  type Attachment,
  type WeekOfRuns,
} from '../../lib/domain/attachment.ts';
import { dayOfEpoch, type DayKey } from '../../lib/domain/day.ts';
import { departmentInWeek, spansByMember, type StaySpan } from '../../lib/domain/stay.ts';
import { mondayOfNumber } from '../../lib/domain/week-number.ts';
import type { Hub } from '../hub.ts';
import { dayKeyAt, dayNumberAt } from '../local-day.ts';
import { isGone } from '../repositories/erasure.ts';
import type { Department, Organisation } from '../repositories/organisations.ts';
import type { DepartmentKey } from '../repositories/department-key.ts';
import { workingTimeOf } from './department-clock.ts';
import { requireOrganisation } from './manage-organisation.ts';
import { organisationSettings } from './settings-of.ts';

/** A workflow's attachment, and the Monday from which it has stood where it fell to. */
export interface AttachmentHere extends Attachment {
  readonly fellSince?: DayKey | undefined;
}

/** A department and the workflows of it that are asked about. */
interface Asked {
  readonly department: Department;
  readonly workflowIds: readonly string[];
}

/**
 * How firmly each of these workflows is attached in a department (METRICS.md M11), by id; undefined when the department
 * has fewer people than the floor today (METRICS.md P; three by everybody's agreement is not enough here, because half of
 * three would be told). Weeks that are over only, and none of a week in which fewer belonged to it: two newcomers would
 * else uncover what the three before them did. A run counts where its member counted that week, so that joining, moving
 * and leaving change nothing that was told.
 */
export async function attachmentStates(
  hub: Hub,
  { organisationId, ...department }: Department & Pick<DepartmentKey, 'organisationId'>,
  workflowIds: readonly string[],
): Promise<ReadonlyMap<string, AttachmentHere> | undefined> {
  const organisation = await requireOrganisation(hub, organisationId);
  const states = await attachmentOfAll(hub, organisation, [{ department, workflowIds }]);
  return states.get(department.id);
}

/** The same of several departments, by department; one whose states are not told is not in it. */
export async function attachmentOfAll(
  hub: Hub,
  organisation: Organisation,
  asked: readonly Asked[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, AttachmentHere>>> {
  const organisationId = organisation.id;
  const now = hub.clock.now();
  const todayKey = dayKeyAt(now, organisation.timeZone);
  const own = asked.map(({ department, workflowIds }) => {
    const { calendar } = workingTimeOf(organisation, department);
    return { id: department.id, workflowIds, weeks: attachmentWeeks(calendar, todayKey) };
  });
  const weeks = [...new Set(own.flatMap((each) => each.weeks))].toSorted((a, b) => a - b);
  const departmentIds = own.map(({ id }) => id);
  const stays = await hub.people.membershipsAround(
    { organisationId, departmentIds },
    mondayOfNumber(weeks[0] ?? 0),
    dayNumberAt(now, organisation.timeZone),
  );
  const { floor } = organisationSettings(organisation);
  const members = new Map<string, number>();
  for (const { departmentId, toDay } of stays) {
    if (toDay === undefined) members.set(departmentId, (members.get(departmentId) ?? 0) + 1);
  }
  const told = own.filter(({ id }) => (members.get(id) ?? 0) >= floor);
  const ids = told.flatMap(({ workflowIds }) => workflowIds);
  const runnersOf = await hub.weekRunners.ofWeeks(organisationId, ids, weeks);
  const spans = spansByMember(stays);
  const inWeek = new Map(
    weeks.map((week, index) => [
      week,
      { people: membersIn(spans, week), runners: runnersOf[index] },
    ]),
  );
  const weeklyOf = (departmentId: string, id: string, due: readonly number[]): WeekOfRuns[] => {
    const most = peopleForTrial(members.get(departmentId) ?? 0);
    return due.map((week) => {
      const here = inWeek.get(week)?.people.get(departmentId) ?? new Set();
      const runners = inWeek.get(week)?.runners?.get(id) ?? new Set();
      return here.size < floor ? new Set() : someOf(here, runners, most);
    });
  };
  const erased = new Set(stays.flatMap((stay) => (isGone(stay.memberId) ? stay.departmentId : [])));
  /**
   * Whether what was so weeks ago can be compared with now. Weeks under the floor have no runs to compare, and where somebody's
   * rows were erased the difference would tell whether that person ran it. A fall of this week is told as the state is.
   */
  const isComparable = (departmentId: string, due: readonly number[], weeksAgo = 1): boolean =>
    weeksAgo === 1 ||
    (!erased.has(departmentId) &&
      due
        .slice(-weeksAgo - SHORT_WEEKS)
        .every((week) => (inWeek.get(week)?.people.get(departmentId)?.size ?? 0) >= floor));
  return new Map(
    told.map(({ id, workflowIds, weeks: due }) => [
      id,
      new Map(
        workflowIds.map((each) => {
          const found = attachmentOf(weeklyOf(id, each, due), members.get(id) ?? 0);
          const attachment = isComparable(id, due, found.fellWeeksAgo) ? found : unfallen(found);
          return [each, { ...attachment, fellSince: fellSince(attachment, due) }];
        }),
      ),
    ]),
  );
}

function unfallen({ state, weeksWithRuns }: Attachment): Attachment {
  return { state, fellBack: false, weeksWithRuns };
}

/** The week after the one that brought it down, by the weeks looked at, oldest first. */
function fellSince({ fellWeeksAgo }: Attachment, weeks: readonly number[]): DayKey | undefined {
  const week = fellWeeksAgo === undefined ? undefined : weeks.at(-fellWeeksAgo);
  return week === undefined ? undefined : dayOfEpoch(mondayOfNumber(week + 1));
}

/** Reads an organisation's weeks ahead of the first question. */
export async function warmAttachment(hub: Hub, organisationId: string): Promise<void> {
  const organisation = await requireOrganisation(hub, organisationId);
  const departments = await hub.organisations.departments(organisationId);
  const departmentIds = departments.map(({ id }) => id);
  const registered = await hub.shared.registered(organisationId, departmentIds);
  const asked = departments.map((department) => ({
    department,
    workflowIds: registered.get(department.id) ?? [],
  }));
  await attachmentOfAll(hub, organisation, asked);
}

/** Who is in both, but no more of them than are asked for: a company's whole sets, week by week, are most of the time. */
function someOf(
  here: ReadonlySet<string>,
  runners: ReadonlySet<string>,
  most: number,
): ReadonlySet<string> {
  const found = new Set<string>();
  const [few, many] = here.size < runners.size ? [here, runners] : [runners, here];
  for (const each of few) {
    if (found.size >= most) break;
    if (many.has(each)) found.add(each);
  }
  return found;
}

/** Who counts in a week, by department. */
function membersIn(
  spans: ReadonlyMap<string, readonly StaySpan[]>,
  week: number,
): Map<string, Set<string>> {
  const people = new Map<string, Set<string>>();
  for (const [memberId, own] of spans) {
    const departmentId = departmentInWeek(own, week);
    if (departmentId === undefined) continue;
    const here = people.get(departmentId) ?? new Set();
    people.set(departmentId, here.add(memberId));
  }
  return people;
}
