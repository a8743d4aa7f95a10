import type { Hub } from '../hub.ts';
import { momentAt } from '../local-day.ts';
import type { Organisation } from '../repositories/organisations.ts';
import { workingTimeOf } from '../services/department-clock.ts';
import { tellOfMeetings } from '../services/meeting-notice.ts';
import { tellOfPassingToday } from '../services/passing-notice.ts';
import { tellOfProgramme } from '../services/programme-notice.ts';
import { tellOfQuestions } from '../services/question-notice.ts';
import { organisationSettings } from '../services/settings-of.ts';
import { inLanes } from './in-lanes.ts';

/** Departments looked at at once, as for the weekly summaries. */
const AT_ONCE = 4;

/**
 * Opens the notices that are due (docs/adr/0022-notices.md); returns how many. For every minute's tick: departments are
 * looked at on their working days from the summaries' hour on, at meetings and questions once an hour, because plans change
 * and questions grow late in between, and at the programme once a day, but for its exit test, which a meeting of the day may have passed. What was looked at is kept in memory
 * only: looked at again, a slot's key lets nothing be told twice.
 */
export function createNoticeQueue(hub: Hub): (now: number) => Promise<number> {
  const looked = new Map<string, string>();

  async function ofOrganisation(organisation: Organisation, now: number): Promise<number> {
    const { day, minute } = momentAt(now, organisation.timeZone);
    const hour = Math.floor(minute / 60);
    if (hour < organisationSettings(organisation).summaryHour) return 0;
    if (looked.get(organisation.id) === `${day} ${hour}`) return 0;
    const isFirstToday = !(looked.get(organisation.id)?.startsWith(day) ?? false);
    const departments = await hub.organisations.departments(organisation.id);
    const questions = await hub.help.open(organisation.id);
    let opened = 0;
    await inLanes(departments, AT_ONCE, async (department) => {
      if (!workingTimeOf(organisation, department).calendar.isScheduled(day)) return;
      const tellOf = isFirstToday ? tellOfProgramme : tellOfPassingToday;
      opened += await tellOf(hub, organisation, department);
      opened += await tellOfMeetings(hub, organisation, department);
      const waiting = questions.filter(({ departmentId }) => departmentId === department.id);
      opened += await tellOfQuestions(hub, { organisation, department }, waiting);
    });
    // Only now: what failed is looked at again in a minute.
    looked.set(organisation.id, `${day} ${hour}`);
    return opened;
  }

  return async (now) => {
    let opened = 0;
    for (const organisationId of await hub.organisations.ids()) {
      const organisation = await hub.organisations.byId(organisationId);
      if (organisation) opened += await ofOrganisation(organisation, now);
    }
    return opened;
  };
}
