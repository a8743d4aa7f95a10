import { addDays, monthOf, weekdayOf, type DayKey } from '../../lib/domain/day.ts';
import { monthWords } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { lineWords } from '../../lib/i18n/line.ts';
import { describeLine, tellLine } from './describe.ts';
import {
  bridgePath,
  layoutLine,
  MEASURES,
  type LineLayout,
  type LineMark,
  type LineSize,
  type PlacedMark,
  type WeekPiece,
} from './layout.ts';
import './line.css';

interface LineProps {
  /** Days oldest first, of `lineWindow` or straight from `computeLine`; none draws nothing. */
  readonly marks: readonly LineMark[];
  readonly size: LineSize;
  readonly language: Language;
  /** Marked and named in the drawing when it is among the days. */
  readonly today?: DayKey | undefined;
  /** Whether the line was already running before the first day. */
  readonly entering?: boolean | undefined;
  /** Days that are wide in every line beside it, of `daysToLine`. */
  readonly wide?: ReadonlySet<DayKey> | undefined;
  /** What it is the line of, read before the sentence (a tool, a department). */
  readonly name?: string | undefined;
}

/**
 * The line: the product's one drawing of use (UX.md). A filled dot is a visit-day, a ring today before use, a gap a
 * missed day, a thin bridge a repaired one, a short tick a day off the line passes through, a dot with a ring a
 * self-reported day. Read aloud it is one sentence, at the larger sizes followed by a list.
 */
export function Line({ marks, size, language, today, entering, wide, name }: LineProps) {
  if (marks.length === 0) return null;
  const layout = layoutLine(marks, size, { entering, wide });
  const { height } = MEASURES[size];
  const sentence = describeLine(marks, language);
  const label = name === undefined ? sentence : `${name}: ${sentence}`;
  const pieces: readonly Pick<WeekPiece, 'day' | 'from' | 'to'>[] =
    size === 'board' ? layout.weeks : [{ day: marks[0]!.day, from: 0, to: layout.width }];
  return (
    <div className={`line line-${size}`}>
      {pieces.map((piece, index) => (
        <svg
          key={piece.day}
          className="line-svg"
          viewBox={`${piece.from} 0 ${piece.to - piece.from} ${height}`}
          width={piece.to - piece.from}
          height={height}
          {...(index === 0 ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
        >
          <Strokes layout={layout} size={size} piece={piece} />
          {within(layout.marks, piece).map((mark) => (
            <Mark
              key={mark.day}
              mark={mark}
              size={size}
              isToday={mark.day === today}
              passed={isPassed(layout, mark.x)}
            />
          ))}
          {size !== 'small' && (
            <Labels layout={layout} piece={piece} {...{ size, language, today }} />
          )}
        </svg>
      ))}
      {size !== 'small' && (
        <ul className="ui-hidden">
          {tellLine(marks, language).map(({ day, text }) => (
            <li key={day}>{text}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

type Span = Pick<WeekPiece, 'from' | 'to'>;

function within(marks: readonly PlacedMark[], { from, to }: Span): readonly PlacedMark[] {
  return marks.filter(({ x }) => x >= from && x < to);
}

function isPassed(layout: LineLayout, x: number): boolean {
  return layout.strokes.some(({ kind, from, to }) => kind !== 'bridge' && x >= from && x <= to);
}

function Strokes({
  layout,
  size,
  piece,
}: {
  readonly layout: LineLayout;
  readonly size: LineSize;
  readonly piece: Span;
}) {
  const measures = MEASURES[size];
  const { baseline, stroke, thin } = measures;
  return layout.strokes
    .filter(({ from, to }) => to >= piece.from && from <= piece.to)
    .map((one) =>
      one.kind === 'bridge' ? (
        <path
          key={one.from}
          className="line-bridge"
          d={bridgePath(one, measures)}
          strokeWidth={thin}
        />
      ) : (
        <line
          key={one.from}
          className={`line-${one.kind}`}
          x1={one.from}
          y1={baseline}
          x2={one.to}
          y2={baseline}
          strokeWidth={one.kind === 'run' ? stroke : thin}
        />
      ),
    );
}

function Mark({
  mark: { state, x },
  size,
  isToday,
  passed,
}: {
  readonly mark: PlacedMark;
  readonly size: LineSize;
  readonly isToday: boolean;
  readonly passed: boolean;
}) {
  const { baseline: y, dot, ring, thin, tick } = MEASURES[size];
  const today = isToday ? 'line-mark-today' : undefined;
  switch (state) {
    case 'kept':
      return (
        <circle
          className={`line-dot ${today ?? ''}`}
          cx={x}
          cy={y}
          r={isToday ? (dot + ring) / 2 + thin / 2 : dot}
        />
      );
    case 'selfReported':
      return (
        <g className={today}>
          <circle className="line-ring" cx={x} cy={y} r={ring} strokeWidth={thin} />
          <circle className="line-core" cx={x} cy={y} r={dot * 0.56} />
        </g>
      );
    case 'open':
      return (
        <circle
          className={`line-ring ${today ?? ''}`}
          cx={x}
          cy={y}
          r={ring}
          strokeWidth={thin * 1.6}
        />
      );
    case 'off':
      return (
        <line
          className={passed ? 'line-tick' : 'line-tick line-tick-alone'}
          x1={x}
          x2={x}
          y1={y - tick}
          y2={y + tick}
          strokeWidth={thin}
        />
      );
    case 'missed':
    case 'ahead':
      return <circle className="line-point" cx={x} cy={y} r={thin} />;
    case 'repaired':
    case 'aheadOff':
    case 'blank':
      return null;
  }
}

/** Half of what today's label takes, and the room two labels need between their places. */
const TODAY_HALF = 18;
const LABEL_ROOM = 60;

function Labels({
  layout,
  piece,
  size,
  language,
  today,
}: {
  readonly layout: LineLayout;
  readonly piece: Span;
  readonly size: LineSize;
  readonly language: Language;
  readonly today: DayKey | undefined;
}) {
  const y = MEASURES[size].labelAt;
  const now = layout.marks.find(({ day }) => day === today);
  const starts = within(layout.marks, piece).filter(
    ({ day }, index) => weekdayOf(day) === 1 || index === 0,
  );
  const free = starts.filter(
    ({ x }) => now === undefined || x > now.x + TODAY_HALF + 4 || x < now.x - LABEL_ROOM,
  );
  return (
    <>
      {free.map(({ day, x }) => {
        const month = size === 'board' ? monthBegunIn(layout.marks, day) : undefined;
        return (
          <text
            key={day}
            className={month === undefined ? 'line-label' : 'line-label line-label-month'}
            x={x - 4}
            y={y}
          >
            {month === undefined ? dateWords(day, language) : monthWords(month, language)}
          </text>
        );
      })}
      {now !== undefined && now.x >= piece.from && now.x < piece.to && (
        <text
          className="line-label line-label-today"
          x={Math.min(Math.max(now.x, piece.from + TODAY_HALF), piece.to - TODAY_HALF)}
          y={y}
        >
          {lineWords[language].today}
        </text>
      )}
    </>
  );
}

/** The month whose first day lies in the seven days from `monday` on, as `2026-11`. */
function monthBegunIn(marks: readonly PlacedMark[], monday: DayKey): string | undefined {
  const end = addDays(monday, 7);
  const first = marks.find(({ day }) => day >= monday && day < end && day.endsWith('-01'));
  return first === undefined ? undefined : monthOf(first.day);
}

/** `11/2`, `2 Nov`. */
function dateWords(day: DayKey, language: Language): string {
  const date = Number(day.slice(8));
  if (language === 'ja') return `${Number(day.slice(5, 7))}/${date}`;
  return `${date} ${monthWords(monthOf(day), language)}`;
}
