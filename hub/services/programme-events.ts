import { addDays, type DayKey } from '../../lib/domain/day.ts';
import { stallsOn, stallsProgramme } from '../../lib/domain/help-clock.ts';
import { DEFAULT_PLAN, meetingDays } from '../../lib/domain/meeting.ts';
import { mondayOfProgramme, PROGRAMME_WEEKS } from '../../lib/domain/programme.ts';
import { noOpenActionSince } from '../../lib/domain/programme-stall.ts';
import type { Hub } from '../hub.ts';
import { dayKeyAt, momentAt } from '../local-day.ts';
import type { Department, Organisation } from '../repositories/organisations.ts';
import { waitedOf, workingTimeOf } from './department-clock.ts';

/** What a programme needs to know of its meetings, their actions and help; `lib/domain/programme-stall.ts` says of each. */
interface ProgrammeEvents {
  /** Days on which a meeting was held. */
  readonly meetings: readonly DayKey[];
  /** Days on which it meets, by its plan of today and its calendar. */
  readonly planned: readonly DayKey[];
  readonly noOpenActionSince: DayKey | undefined;
  readonly slowHelpSince: DayKey | undefined;
}

/** A department and the day its programme began. */
interface Begun {
  readonly department: Department;
  readonly startedOn: DayKey;
}

/** Reads what happened in departments since their programmes began, in their order. */
export async function readProgrammeEvents(
  hub: Hub,
  organisation: Organisation,
  begun: readonly Begun[],
): Promise<ProgrammeEvents[]> {
  const [first] = begun.map(({ startedOn }) => startedOn).toSorted();
  if (first === undefined) return [];
  const { id: organisationId, timeZone } = organisation;
  const departments = { organisationId, departmentIds: begun.map((each) => each.department.id) };
  const held = await hub.meetings.heldDays(departments, first);
  const actions = await hub.meetings.actionTimes(departments);
  const questions = await hub.help.openTimes(departments);
  const plans = await hub.meetings.plans(organisationId);
  const nowMs = hub.clock.now();
  return begun.map(({ department, startedOn }) => {
    const meetings = (held.get(department.id) ?? []).filter((day) => day >= startedOn);
    const agreed = (actions.get(department.id) ?? []).map(({ doneAt }) => ({
      doneOn: doneAt === undefined ? undefined : dayKeyAt(doneAt, timeZone),
    }));
    const working = workingTimeOf(organisation, department);
    const slow = (questions.get(department.id) ?? [])
      .filter((question) => stallsProgramme(waitedOf(question, working, { nowMs, timeZone })))
      .flatMap(({ askedAt }) => stallsOn(momentAt(askedAt, timeZone), working) ?? [])
      .toSorted();
    const to = addDays(mondayOfProgramme(startedOn, PROGRAMME_WEEKS), 6);
    const plan = plans.get(department.id) ?? DEFAULT_PLAN;
    return {
      meetings,
      planned: meetingDays(plan, working.calendar, { from: startedOn, to }),
      noOpenActionSince: noOpenActionSince(agreed, meetings),
      slowHelpSince: slow[0],
    };
  });
}
