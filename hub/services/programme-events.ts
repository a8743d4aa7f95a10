import { addDays, type DayKey } from '../../lib/domain/day.ts';
import { stallsOn, stallsProgramme } from '../../lib/domain/help-clock.ts';
import { DEFAULT_PLAN, meetingDays } from '../../lib/domain/meeting.ts';
import { mondayOfProgramme, PROGRAMME_WEEKS } from '../../lib/domain/programme.ts';
import { noOpenActionSince } from '../../lib/domain/programme-stall.ts';
import type { Hub } from '../hub.ts';
import { dayKeyAt, momentAt } from '../local-day.ts';
import type { DepartmentKey } from '../repositories/help.ts';
import type { Department } from '../repositories/organisations.ts';
import { waitedOf, workingTimeOf } from './department-clock.ts';
import { requireOrganisation } from './manage-organisation.ts';

/** What a programme needs to know of its meetings, their actions and help; `lib/domain/programme-stall.ts` says of each. */
interface ProgrammeEvents {
  /** Days on which a meeting was held. */
  readonly meetings: readonly DayKey[];
  /** Days on which it meets, by its plan of today and its calendar. */
  readonly planned: readonly DayKey[];
  readonly noOpenActionSince: DayKey | undefined;
  readonly slowHelpSince: DayKey | undefined;
}

/** Reads what happened in a department since a day, the start of its programme. */
export async function readProgrammeEvents(
  hub: Hub,
  { organisationId, ...department }: Department & Pick<DepartmentKey, 'organisationId'>,
  since: DayKey,
): Promise<ProgrammeEvents> {
  const key = { organisationId, departmentId: department.id };
  const organisation = await requireOrganisation(hub, organisationId);
  const { timeZone } = organisation;
  const meetings = (await hub.meetings.held(key, since)).map(({ day }) => day);
  const actions = await hub.meetings.actions(key, 0);
  const working = workingTimeOf(organisation, department);
  const { plan = DEFAULT_PLAN } = await hub.meetings.plan(key);
  const to = addDays(mondayOfProgramme(since, PROGRAMME_WEEKS), 6);
  const now = hub.clock.now();
  // Nothing was asked after now, so only what is open comes.
  const questions = await hub.help.ofDepartment(key, now + 1);
  const slow = questions
    .filter((question) => stallsProgramme(waitedOf(question, working, { nowMs: now, timeZone })))
    .flatMap(({ askedAt }) => stallsOn(momentAt(askedAt, timeZone), working) ?? [])
    .toSorted();
  return {
    meetings,
    planned: meetingDays(plan, working.calendar, { from: since, to }),
    noOpenActionSince: noOpenActionSince(
      actions.map(({ doneAt }) => ({
        doneOn: doneAt === undefined ? undefined : dayKeyAt(doneAt, timeZone),
      })),
      meetings,
    ),
    slowHelpSince: slow[0],
  };
}
