import { epochDay, weekOf, type DayKey } from '../../lib/domain/day.ts';
import { weekNumber } from '../../lib/domain/week-number.ts';
import type { Hub } from '../hub.ts';
import type { MemberKey } from '../repositories/roster.ts';

/**
 * Keeps what departments were told, as far as `before` (all that is over when left out), so that it stays as it was when
 * the rows behind it go or the floor is set anew. What is kept is not healed by late deliveries any more.
 */
export async function keepTold(hub: Hub, organisationId: string, before?: DayKey): Promise<void> {
  const { weeks, days } = await hub.figures.everythingTold(organisationId);
  const endDay = before === undefined ? Infinity : epochDay(before);
  const endWeek = before === undefined ? Infinity : weekNumber(weekOf(before));
  await hub.told.keep(organisationId, {
    weeks: weeks.filter(({ week }) => week < endWeek),
    days: days.filter(({ day }) => day < endDay),
  });
}

/** Deletes a leaver's rows now (METRICS.md P); what was told of the departments stays. */
export async function eraseMember(hub: Hub, member: MemberKey): Promise<void> {
  await keepTold(hub, member.organisationId);
  await hub.erasure.eraseMember(member);
}
