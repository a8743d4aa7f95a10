import { monthBefore, monthOf, type DayKey } from './day.ts';

/** The month's questions, in the order they are asked. */
export const PULSE_QUESTIONS = ['quality', 'effort', 'speed', 'productivity'] as const;
/** One of them. */
export type PulseQuestion = (typeof PULSE_QUESTIONS)[number];

/** Points from 1 (much worse) to 5 (much better); 3 is as before. */
export const PULSE_POINTS = [1, 2, 3, 4, 5] as const;
/** One of them. */
export type PulsePoints = (typeof PULSE_POINTS)[number];

/** One person's answers. */
export type PulseAnswers = Readonly<Record<PulseQuestion, PulsePoints>>;

/** How often each point was given to a question, from 1 to 5. */
export type PulseCounts = Readonly<
  Record<PulseQuestion, readonly [number, number, number, number, number]>
>;

/** Days of a month on which it is asked; the first working days lie within them, after the new year too. */
const LAST_DAY = 14;

/** The month, `2026-11`, whose questions are asked on a day; undefined when none are. */
export function pulseAskedOn(day: DayKey): string | undefined {
  return Number(day.slice(8)) <= LAST_DAY ? monthOf(day) : undefined;
}

/** The latest month whose questions are not asked any more on a day: it is told, and nothing of it changes again. */
export function pulseToldOn(day: DayKey): string {
  const month = monthOf(day);
  return pulseAskedOn(day) === undefined ? month : monthBefore(month);
}
