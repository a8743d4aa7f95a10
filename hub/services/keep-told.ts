import { addDays, epochDay, weekOf, type DayKey } from '../../lib/domain/day.ts';
import { weekNumber } from '../../lib/domain/week-number.ts';
import type { Hub } from '../hub.ts';
import { dayKeyAt } from '../local-day.ts';
import type { MemberKey } from '../repositories/roster.ts';
import { DAILY_ROWS_DAYS } from './figures-shelf.ts';

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

/** What falls due by itself: leavers' rows within 30 days, daily rows after 13 months, device codes after minutes. */
export async function tidyUp(hub: Hub): Promise<void> {
  const now = hub.clock.now();
  await hub.tokens.dropExpiredDeviceCodes(now);
  for (const member of await hub.erasure.due(now)) await eraseMember(hub, member);
  for (const organisationId of await hub.organisations.ids()) {
    const oldest = addDays(dayKeyAt(now, 'UTC'), -DAILY_ROWS_DAYS);
    if (!(await hub.erasure.hasRowsBefore(organisationId, epochDay(oldest)))) continue;
    await keepTold(hub, organisationId, oldest);
    await hub.erasure.eraseRowsBefore(organisationId, epochDay(oldest));
    hub.log.info('rows older than 13 months deleted');
  }
}

const TIDY_EVERY_MS = 3_600_000;

/** Tidies up now and every hour; a failure is logged and tried again an hour later. Returns how to stop. */
export function startTidying(hub: Hub): () => void {
  const tidy = (): void => {
    tidyUp(hub).catch((error: unknown) => {
      hub.log.error('tidying up failed', {
        error: error instanceof Error ? error.name : 'unknown',
      });
    });
  };
  tidy();
  const timer = setInterval(tidy, TIDY_EVERY_MS);
  return () => clearInterval(timer);
}
