import { addDays, epochDay, monthOf } from '../../lib/domain/day.ts';
import { pulseToldOn } from '../../lib/domain/pulse.ts';
import type { Hub } from '../hub.ts';
import { dayKeyAt } from '../local-day.ts';
import { settleAgreement } from './agree-to-three.ts';
import { DAILY_ROWS_DAYS } from './figures-shelf.ts';
import { eraseMember, keepTold } from './keep-told.ts';

/** What falls due by itself: leavers' rows within 30 days, daily rows, questions and pulses after 13 months, device codes after minutes, who answered a pulse when its days are over. */
export async function tidyUp(hub: Hub): Promise<void> {
  const now = hub.clock.now();
  await hub.tokens.dropExpiredDeviceCodes(now);
  for (const member of await hub.erasure.due(now)) await eraseMember(hub, member);
  for (const organisationId of await hub.organisations.ids()) {
    // A leaver who had not agreed keeps an agreement from beginning until that week is over.
    await settleAgreement(hub, organisationId);
    const oldest = addDays(dayKeyAt(now, 'UTC'), -DAILY_ROWS_DAYS);
    await hub.help.removeBefore(organisationId, epochDay(oldest) * MS_PER_DAY);
    await hub.pulse.tidy(organisationId, {
      // Over in every time zone.
      answeredBefore: pulseToldOn(addDays(dayKeyAt(now, 'UTC'), -1)),
      countsBefore: monthOf(oldest),
    });
    if (!(await hub.erasure.hasRowsBefore(organisationId, epochDay(oldest)))) continue;
    await keepTold(hub, organisationId, oldest);
    await hub.erasure.eraseRowsBefore(organisationId, epochDay(oldest));
    hub.log.info('rows older than 13 months deleted');
  }
}

const MS_PER_DAY = 86_400_000;
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
