import { areWorkingHours, type WorkingSpan } from '../../lib/domain/help-clock.ts';

/** Working hours as they are typed: `9:00` or `09:00`; a break that is left empty is none. */
export interface WorkingHoursForm {
  readonly from: string;
  readonly to: string;
  readonly breakFrom: string;
  readonly breakTo: string;
}

/** Working hours as a form shows them. */
export function workingHoursForm(hours: readonly WorkingSpan[]): WorkingHoursForm {
  const [first, second] = hours;
  return {
    from: timeOf(first?.from),
    to: timeOf(hours.at(-1)?.to),
    breakFrom: second === undefined ? '' : timeOf(first?.to),
    breakTo: timeOf(second?.from),
  };
}

/** Reads a form; undefined where it is no day's working hours: an end before its beginning, half a break, or under an hour. */
export function readWorkingHours({
  from,
  to,
  breakFrom,
  breakTo,
}: WorkingHoursForm): WorkingSpan[] | undefined {
  const isWhole = breakFrom === '' && breakTo === '';
  const spans = isWhole
    ? [{ from: minutesOf(from), to: minutesOf(to) }]
    : [
        { from: minutesOf(from), to: minutesOf(breakFrom) },
        { from: minutesOf(breakTo), to: minutesOf(to) },
      ];
  return areWorkingHours(spans) ? spans : undefined;
}

/** As a time field takes it; 24:00 is written as the last minute, which no clock shows otherwise. */
function timeOf(minutes: number | undefined): string {
  if (minutes === undefined) return '';
  const shown = Math.min(minutes, 24 * 60 - 1);
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`;
}

function minutesOf(time: string): number {
  const [, hour = '', minute = ''] = /^(\d{1,2}):(\d{2})$/.exec(time) ?? [];
  return hour === '' ? Number.NaN : Number(hour) * 60 + Number(minute);
}
