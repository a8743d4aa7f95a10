import type { HolidayTable } from '../lib/domain/holidays.ts';
import jp from './holidays/jp.json' with { type: 'json' };

/** The national holidays the product ships; `scripts/holidays.ts` writes the files. */
export const HOLIDAYS: HolidayTable = { JP: jp };
