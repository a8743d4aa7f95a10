import type { LinesReply } from '../contract/hub/lines.ts';
import type { KeptLine, TeamLines } from '../contract/team.ts';
import { addDays, type DayKey } from '../domain/day.ts';
import type { DayState, LineDay } from '../domain/line.ts';

const LETTERS: Readonly<Record<DayState, string>> = {
  kept: 'k',
  open: 'o',
  missed: 'm',
  repaired: 'r',
  off: 'f',
  selfReported: 's',
};
const STATES = new Map(Object.entries(LETTERS).map(([state, letter]) => [letter, state]));

/** Lines as they are kept: a letter a day, because 200 departments × 84 days as objects are half a megabyte. */
export function keepLines(reply: LinesReply, today: DayKey, at: number): TeamLines {
  return {
    at,
    today,
    departments: reply.departments.map(({ id, name, line, hiddenBecause }): KeptLine => {
      const { current, longest, weeks } = line;
      return {
        id,
        name,
        from: line.days[0]?.day ?? today,
        states: line.days.map(({ state }) => LETTERS[state]).join(''),
        current,
        longest,
        weeks,
        ...(hiddenBecause === undefined ? {} : { hiddenBecause }),
      };
    }),
  };
}

/** A kept line's days, oldest first. */
export function daysOfKept({ from, states }: Pick<KeptLine, 'from' | 'states'>): LineDay[] {
  return [...states].map((letter, index) => ({
    day: addDays(from, index),
    state: (STATES.get(letter) ?? 'off') as DayState,
  }));
}

/**
 * The end of a line that holds its last `count` scheduled days, days off between them included; leading days off are left out. The
 * whole line when it has fewer.
 */
export function lastScheduled(days: readonly LineDay[], count: number): readonly LineDay[] {
  let left = count;
  let from = days.length;
  for (let index = days.length - 1; index >= 0 && left > 0; index -= 1) {
    if (days[index]?.state === 'off') continue;
    from = index;
    left -= 1;
  }
  return days.slice(from);
}
