/** How somebody takes to the tools over the sixteen weeks. */
export type Temper =
  | 'devoted'
  | 'steady'
  | 'nowAndThen'
  | 'takesOffEarly'
  | 'takesOffMidway'
  | 'takesOffLate'
  | 'fallsAsleep'
  | 'triedOnce'
  | 'never';

/** What a temper makes of one scheduled day. */
export interface Leaning {
  /** Chance of a visit-day, 0–1. */
  readonly visits: number;
  /** Prompts of a usual visit-day. */
  readonly prompts: number;
}

const NOTHING: Leaning = { visits: 0, prompts: 0 };

/** The leaning in a week of the programme; week 0 is the first. */
export function leaningIn(temper: Temper, week: number): Leaning {
  switch (temper) {
    case 'devoted':
      return { visits: 0.93, prompts: 7 };
    case 'steady':
      return { visits: 0.72, prompts: 4 };
    case 'nowAndThen':
      return { visits: 0.3, prompts: 2 };
    case 'takesOffEarly':
      return rising(week, 1);
    case 'takesOffMidway':
      return rising(week, 6);
    case 'takesOffLate':
      return rising(week, 12);
    case 'fallsAsleep':
      return week < 4
        ? { visits: 0.75, prompts: 4 }
        : { visits: Math.max(0, 0.6 - 0.15 * (week - 3)), prompts: 2 };
    case 'triedOnce':
      return week < 2 ? { visits: 0.3, prompts: 1 } : NOTHING;
    case 'never':
      return NOTHING;
  }
}

/** A try now and then until a week, then up to a habit within three. */
function rising(week: number, from: number): Leaning {
  if (week < from) return { visits: 0.1, prompts: 1 };
  const grown = Math.min(1, (week - from + 1) / 3);
  return { visits: 0.5 + 0.38 * grown, prompts: 2 + 4 * grown };
}
