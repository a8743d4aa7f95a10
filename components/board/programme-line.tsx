import type { ProgrammeViewDto } from '../../lib/contract/hub/programme.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { programme, weekStates } from '../../lib/i18n/programme.ts';
import './programme.css';

type Week = ProgrammeViewDto['weeks'][number];

/** The grid of the drawing: one week a step, the line below its meetings. */
const STEP = 40;
const BASELINE = 44;
const MEETING = 18;
/** Two pieces that stand side by side, or below each other where it is narrow. */
const HALF = 8;

/**
 * Sixteen weeks as one line with the department's meetings as marks above it (UX.md): a filled dot is a week that was kept, joined to the
 * kept one before; a ring the running week; a tick a week off; a small dot one to come; a missed week is a gap. Read aloud
 * it is a list of the weeks.
 */
export function ProgrammeLine({
  weeks,
  language,
}: {
  readonly weeks: readonly Week[];
  readonly language: Language;
}) {
  const t = programme[language];
  const halves = [weeks.slice(0, HALF), weeks.slice(HALF)];
  return (
    <figure className="programme-line">
      <div className="programme-halves">
        {halves.map((half, index) => (
          <svg key={half[0]?.week} viewBox={`0 0 ${HALF * STEP} 72`} aria-hidden="true">
            {half.map((week, at) => (
              <Piece
                key={week.week}
                week={week}
                before={weeks[index * HALF + at - 1]}
                after={weeks[index * HALF + at + 1]}
                x={at * STEP + STEP / 2}
              />
            ))}
          </svg>
        ))}
      </div>
      <ul className="ui-hidden">
        {weeks.map((week) => (
          <li key={week.week}>
            {`${t.week(week.week)}: ${weekStates[language][week.state]}${meetingWords(week, language)}`}
          </li>
        ))}
      </ul>
      <figcaption className="board-soft">{t.lineLegend}</figcaption>
    </figure>
  );
}

function meetingWords(week: Week, language: Language): string {
  return week.meeting === undefined ? '' : `, ${programme[language][`meeting_${week.meeting}`]}`;
}

function Piece({
  week,
  before,
  after,
  x,
}: {
  readonly week: Week;
  readonly before: Week | undefined;
  readonly after: Week | undefined;
  readonly x: number;
}) {
  const from = joins(before, week) ? x - STEP / 2 : x;
  const to = joins(week, after) ? x + STEP / 2 : x;
  return (
    <g>
      {from < to && (
        <line className="programme-run" x1={from} y1={BASELINE} x2={to} y2={BASELINE} />
      )}
      <Dot state={week.state} x={x} />
      {week.meeting !== undefined && <Meeting mark={week.meeting} x={x} />}
      {(week.week === 1 || week.week % 4 === 0) && (
        <text className="programme-label" x={x} y={68}>
          {week.week}
        </text>
      )}
    </g>
  );
}

/** A filled mark for one that was held, a hollow one for one to come, a short stroke where none was held: no alarm, no cross. */
function Meeting({ mark, x }: { readonly mark: NonNullable<Week['meeting']>; readonly x: number }) {
  return mark === 'missed' ? (
    <path className="programme-meeting-missed" d={`M${x - 4} ${MEETING + 3}h8`} />
  ) : (
    <path
      className={mark === 'held' ? 'programme-meeting-held' : 'programme-meeting'}
      d={`M${x} ${MEETING + 8}l-6 -10h12z`}
    />
  );
}

/** Whether the line runs on from a week to the next: a week off is passed through, a missed one is not. */
function joins(one: Week | undefined, next: Week | undefined): boolean {
  return [one, next].every((week) => week?.state === 'kept' || week?.state === 'off');
}

function Dot({ state, x }: { readonly state: Week['state']; readonly x: number }) {
  switch (state) {
    case 'kept':
      return <circle className="programme-kept" cx={x} cy={BASELINE} r="8" />;
    case 'open':
      return <circle className="programme-open" cx={x} cy={BASELINE} r="7" />;
    case 'off':
      return <line className="programme-off" x1={x} x2={x} y1={BASELINE - 6} y2={BASELINE + 6} />;
    case 'missed':
      return <circle className="programme-missed" cx={x} cy={BASELINE} r="2.5" />;
    case 'ahead':
      return <circle className="programme-ahead" cx={x} cy={BASELINE} r="2.5" />;
  }
}
