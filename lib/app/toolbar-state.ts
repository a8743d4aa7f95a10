import type { Calendar } from '../domain/calendar.ts';
import type { DayKey } from '../domain/day.ts';
import { isVisitDay, type LedgerDay } from '../domain/ledger.ts';

/**
 * What the toolbar icon shows of today (UX.md): a filled dot, a ring, a tick. As in the line, a day off is a tick
 * whether it was used or not: nobody is pulled into weekend work.
 */
export type ToolbarState = 'used' | 'open' | 'off';

/** Today's state. `ledgerDay` is undefined when nothing was counted yet. */
export function toolbarState(
  calendar: Calendar,
  today: DayKey,
  ledgerDay: LedgerDay | undefined,
): ToolbarState {
  if (!calendar.isScheduled(today)) return 'off';
  return isVisitDay(ledgerDay) ? 'used' : 'open';
}
