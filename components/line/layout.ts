import { weekdayOf, type DayKey } from '../../lib/domain/day.ts';
import type { DayState } from '../../lib/domain/line.ts';

/**
 * What stands at a day of a drawing: a day of the line, or paper. `ahead` and `aheadOff` are days still to come
 * (scheduled or not), `blank` is before the person began.
 */
export type MarkState = DayState | 'ahead' | 'aheadOff' | 'blank';

/** One day of a drawing, oldest first. */
export interface LineMark {
  readonly day: DayKey;
  readonly state: MarkState;
}

/** `small` runs along a row of text, `popup` is four weeks in 320 px, `board` wraps week by week like text. */
export type LineSize = 'small' | 'popup' | 'board';

/** Measures of one size in px, before any scaling of the drawing. */
export interface LineMeasures {
  /** Room of a scheduled day; `popup` stretches it to fill its width. */
  readonly step: number;
  /** Room of a day off. */
  readonly offStep: number;
  readonly dot: number;
  readonly ring: number;
  readonly stroke: number;
  readonly thin: number;
  /** Half the height of a day off's tick. */
  readonly tick: number;
  readonly height: number;
  readonly baseline: number;
  /** Baseline of the labels; absent where there are none. */
  readonly labelAt?: number;
  /** Width to fill; absent where the drawing is as wide as its days. */
  readonly width?: number;
}

/** Measures by size. */
export const MEASURES: Readonly<Record<LineSize, LineMeasures>> = {
  small: {
    step: 10,
    offStep: 6,
    dot: 3,
    ring: 3.4,
    stroke: 1.75,
    thin: 1,
    tick: 2.5,
    height: 16,
    baseline: 9,
  },
  popup: {
    step: 13,
    offStep: 6.5,
    dot: 4.4,
    ring: 5.2,
    stroke: 2.75,
    thin: 1.35,
    tick: 4.2,
    height: 46,
    baseline: 18,
    labelAt: 42,
    width: 320,
  },
  board: {
    step: 15,
    offStep: 7.5,
    dot: 4.6,
    ring: 5.6,
    stroke: 2.75,
    thin: 1.4,
    tick: 4.5,
    height: 52,
    baseline: 20,
    labelAt: 45,
  },
};

/** A day with the place of its middle. */
export interface PlacedMark extends LineMark {
  readonly x: number;
}

/**
 * A stroke between two places on the baseline: `run` is the line itself, `bridge` a thin arc over repaired days, `reach`
 * the thin end towards today's open ring.
 */
export interface Stroke {
  readonly kind: 'run' | 'bridge' | 'reach';
  readonly from: number;
  readonly to: number;
}

/** One ISO week's part of the drawing, which may be cut out and wrapped to the next row. */
export interface WeekPiece {
  /** First day of it in the drawing; not a Monday when the drawing begins in mid-week. */
  readonly day: DayKey;
  readonly from: number;
  readonly to: number;
}

/** A drawing of a line: places only, no colours and no words. */
export interface LineLayout {
  readonly width: number;
  readonly marks: readonly PlacedMark[];
  readonly strokes: readonly Stroke[];
  readonly weeks: readonly WeekPiece[];
}

/** How a line is placed, beside others or alone. */
export interface LinePlacing {
  /** The line was running before the first day, so it comes in from the left edge. */
  readonly entering?: boolean | undefined;
  /** Days that take the room of a scheduled day whatever they are, see `daysToLine`. */
  readonly wide?: ReadonlySet<DayKey> | undefined;
}

const LARGEST_STRETCH = 1.35;

/**
 * Days that need the room of a scheduled day in every one of the lines that stand side by side: those on which any of them has one. So
 * placed, a day is at the same place in all of them, whoever began later or has a day off, and all end together. No lines: none.
 */
export function daysToLine(lines: readonly (readonly LineMark[])[]): ReadonlySet<DayKey> {
  return new Set(
    lines.flatMap((marks) => marks.filter(({ state }) => !isNarrow(state)).map(({ day }) => day)),
  );
}

/**
 * Places a line's days and joins them (UX.md, "a dot becomes a line"). Pure. Kept days join across days off and repaired
 * days; a missed day leaves a gap; a line that is running passes through trailing days off and reaches to today's ring.
 * No days: width 0.
 */
export function layoutLine(
  marks: readonly LineMark[],
  size: LineSize,
  { entering = false, wide }: LinePlacing = {},
): LineLayout {
  const measures = MEASURES[size];
  const takesLittle = ({ day, state }: LineMark): boolean =>
    isNarrow(state) && wide?.has(day) !== true;
  const narrow = marks.filter(takesLittle).length;
  const scheduled = marks.length - narrow;
  const room = measures.width === undefined ? 0 : measures.width - narrow * measures.offStep;
  const step =
    measures.width === undefined || scheduled === 0
      ? measures.step
      : Math.min(room / scheduled, measures.step * LARGEST_STRETCH);
  const placed: PlacedMark[] = [];
  const weeks: WeekPiece[] = [];
  let edge = 0;
  for (const mark of marks) {
    const width = takesLittle(mark) ? measures.offStep : step;
    placed.push({ ...mark, x: round(edge + width / 2) });
    const week = weeks.at(-1);
    if (week === undefined || weekdayOf(mark.day) === 1) {
      weeks.push({ day: mark.day, from: round(edge), to: round(edge + width) });
    } else {
      weeks[weeks.length - 1] = { ...week, to: round(edge + width) };
    }
    edge += width;
  }
  return {
    width: measures.width ?? round(edge),
    marks: placed,
    strokes: joinMarks(placed, measures.ring, entering),
    weeks,
  };
}

/** A bridge's arc as SVG path data; higher for a wider span, within the drawing. */
export function bridgePath({ from, to }: Stroke, measures: LineMeasures): string {
  const rise = Math.min((to - from) * 0.55, measures.baseline * 1.5);
  const y = measures.baseline;
  return `M${from} ${y}Q${round((from + to) / 2)} ${round(y - rise)} ${to} ${y}`;
}

/** Days that take little room: days off and paper. */
function isNarrow(state: MarkState): boolean {
  return state === 'off' || state === 'aheadOff' || state === 'blank';
}

function joinMarks(marks: readonly PlacedMark[], ring: number, entering: boolean): Stroke[] {
  const strokes: Stroke[] = [];
  // Where the running line stands, and whether a repaired day lies since.
  let at: number | undefined = entering ? 0 : undefined;
  let bridged = false;
  let trailing: number | undefined;
  const draw = (kind: Stroke['kind'], to: number): void => {
    if (at === undefined || to <= at) return;
    const last = strokes.at(-1);
    if (kind === 'run' && last?.kind === 'run' && last.to === at) {
      strokes[strokes.length - 1] = { ...last, to };
    } else {
      strokes.push({ kind, from: at, to });
    }
  };
  for (const { state, x } of marks) {
    switch (state) {
      case 'kept':
      case 'selfReported':
        draw(bridged ? 'bridge' : 'run', x);
        at = x;
        bridged = false;
        trailing = undefined;
        break;
      case 'repaired':
        bridged = true;
        break;
      case 'off':
        trailing = x;
        break;
      case 'open':
        draw('reach', round(x - ring));
        at = undefined;
        break;
      case 'missed':
        at = undefined;
        bridged = false;
        break;
      case 'ahead':
      case 'aheadOff':
      case 'blank':
        break;
    }
  }
  // A line that ends on a day off passes through it: nothing is broken there.
  if (trailing !== undefined && !bridged) draw('run', trailing);
  return strokes;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
