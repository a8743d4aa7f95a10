/**
 * How somebody takes to the tools over the sixteen weeks; `risesFrom` is the week in which a habit begins to form,
 * `triesBefore` the chance of a visit-day until then.
 */
export type Temper =
  | 'devoted'
  | 'steady'
  | 'nowAndThen'
  | 'fallsAsleep'
  | 'triedOnce'
  | 'never'
  | { readonly risesFrom: number; readonly triesBefore?: number };

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
  if (typeof temper === 'object') return rising(week - temper.risesFrom, temper.triesBefore);
  switch (temper) {
    case 'devoted':
      return { visits: 0.93, prompts: 7 };
    case 'steady':
      return { visits: 0.72, prompts: 4 };
    case 'nowAndThen':
      return { visits: 0.3, prompts: 2 };
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

/** A try now and then, and from its week on up to a habit within three. */
function rising(weeks: number, triesBefore = 0.08): Leaning {
  if (weeks < 0) return { visits: triesBefore, prompts: 1 };
  const grown = Math.min(1, (weeks + 1) / 3);
  return { visits: 0.5 + 0.38 * grown, prompts: 2 + 4 * grown };
}
