import { PULSE_POINTS, PULSE_QUESTIONS, type PulseCounts, type PulseQuestion } from './pulse.ts';

/** A question's answers as they may be told. */
export interface ToldAnswers {
  /**
   * The mean in half points from 1 to 5: exact to that when `low` equals `high`, "or less" when `low` is 1, "or more"
   * when `high` is 5.
   */
  readonly low: number;
  readonly high: number;
  /** How many gave 4 or 5: under a third, about half, over two thirds. Absent where it would tell of somebody. */
  readonly good?: 'few' | 'half' | 'most' | undefined;
}

/** A month's pulse as it may be told. */
export interface ToldPulse {
  /** In steps of five, so that one answer more or less is not seen. */
  readonly atLeast: number;
  readonly questions: Readonly<Record<PulseQuestion, ToldAnswers>>;
}

const STEP = 5;
const THIRDS = ['few', 'half', 'most'] as const;
type Third = (typeof THIRDS)[number];

/**
 * A month's answers as they may be told, or undefined below the floor (METRICS.md P; docs/adr/0020-offers-and-pulse.md).
 * Whoever answered and knows how many did still finds that any other one may have given any answer.
 */
export function disclosePulse(counts: PulseCounts, floor: number): ToldPulse | undefined {
  const answered = Math.min(...PULSE_QUESTIONS.map((question) => sum(counts[question])));
  if (answered < floor) return undefined;
  return {
    atLeast: Math.floor(answered / STEP) * STEP,
    questions: Object.fromEntries(
      PULSE_QUESTIONS.map((question) => [question, toldAnswers(counts[question])]),
    ) as Record<PulseQuestion, ToldAnswers>,
  };
}

/** What is told of the answers to one question, `given` from 1 point to 5. At least three answers. */
export function toldAnswers(given: readonly number[]): ToldAnswers {
  const people = sum(given);
  const points = given.reduce((total, count, index) => total + count * (index + 1), 0);
  const half = meanClass(points, people);
  const top = topClass(people);
  const good = third((given[3] ?? 0) + (given[4] ?? 0), people);
  return {
    low: half === lowestOf(top) ? 1 : half / 2,
    high: half === top ? 5 : half / 2,
    ...(isSafe(people, half) ? { good } : {}),
  };
}

/**
 * The highest mean that is told, in half points. It must leave room for the one who gave 1 to think that another gave 1
 * too, all others 5.
 */
function topClass(people: number): number {
  return Math.min(10, Math.floor(10.5 - 16 / people));
}

function lowestOf(top: number): number {
  return 12 - top;
}

/** A mean's class: half points, everything beyond the ends joined to them. */
function meanClass(points: number, people: number): number {
  const top = topClass(people);
  const half = Math.floor((2 * points) / people + 0.5);
  return Math.max(lowestOf(top), Math.min(top, half));
}

function third(good: number, people: number): Third {
  if (good * 3 < people) return 'few';
  return good * 3 > people * 2 ? 'most' : 'half';
}

/**
 * Whether the third may be told beside a mean: in every third that this mean can have, whoever gave `own` must still find
 * any answer of another possible. It depends on the number of people and the told mean alone, never on the answers, so
 * that its absence tells nothing.
 */
function isSafe(people: number, half: number): boolean {
  return THIRDS.every((good) =>
    PULSE_POINTS.every(
      (own) =>
        !canBe({ people, half, good }, [own]) ||
        PULSE_POINTS.every((another) => canBe({ people, half, good }, [own, another])),
    ),
  );
}

/** Whether some answers, these among them, have such a mean and such a third. */
function canBe(
  { people, half, good }: { readonly people: number; readonly half: number; readonly good: Third },
  known: readonly number[],
): boolean {
  const rest = people - known.length;
  const points = sum(known);
  const knownGood = known.filter((each) => each >= 4).length;
  for (let more = 0; more <= rest; more += 1) {
    if (third(more + knownGood, people) !== good) continue;
    // All sums between these two can be had by raising one answer by one point after the other.
    const least = points + 4 * more + (rest - more);
    const most = points + 5 * more + 3 * (rest - more);
    if (meanClass(most, people) >= half && meanClass(least, people) <= half) return true;
  }
  return false;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
