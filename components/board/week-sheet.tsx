import {
  departmentSummaryInWords,
  type DepartmentSummaryInWords,
  type LineInWords,
} from '../../lib/app/department-summary-words.ts';
import type { DepartmentSummary } from '../../lib/domain/department-summary.ts';
import type { DayKey } from '../../lib/domain/day.ts';
import { board } from '../../lib/i18n/board.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { summaryMail } from '../../lib/i18n/summary-mail.ts';
import { daysToLine } from '../line/layout.ts';
import { Line } from '../line/line.tsx';
import { Button } from '../ui/button.tsx';
import { Definition } from '../ui/definition.tsx';
import { SheetFoot } from './sheet-foot.tsx';
import './board.css';

/** The week in one screen, and on one A4 page: what changed, three numbers, one action, the lines, the promise. */
export function WeekSheet({
  summary,
  today,
  language,
  foot,
  onCopy,
}: {
  readonly summary: DepartmentSummary;
  readonly today: DayKey;
  readonly language: Language;
  /** Said on paper: whose and when. */
  readonly foot: string;
  readonly onCopy: (text: string) => void;
}) {
  const w = departmentSummaryInWords(summary, language);
  const t = summaryMail[language];
  const lines = [w.line, ...w.others];
  const wide = daysToLine(lines.map(({ days }) => days));
  return (
    <article className="board-week">
      <header className="board-changed">
        <p className="board-soft">{w.heading}</p>
        <h2>{w.changed}</h2>
        <p className="board-soft">{w.whyChosen}</p>
      </header>
      <section className="board-numbers" aria-label={t.numbersHeading}>
        {w.numbers.map((number) => (
          <div key={number.word.word} className="board-number">
            <h3>
              <Definition {...number.word} />
            </h3>
            <p className="board-number-value">{number.value}</p>
            {number.beside.map((fact) => (
              <p key={fact} className="board-soft">
                {fact}
              </p>
            ))}
          </div>
        ))}
        {w.numbersNote !== undefined && <p className="board-soft board-wide">{w.numbersNote}</p>}
      </section>
      <Action {...{ w, language, onCopy }} />
      <section aria-label={t.lineHeading}>
        <h3 className="board-heading">{t.lineHeading}</h3>
        <ul className="board-lines">
          {lines.map((line, index) => (
            <DepartmentLine
              key={line.name}
              line={line}
              wide={wide}
              today={today}
              language={language}
              isMine={index === 0}
            />
          ))}
        </ul>
        <p className="board-soft">{t.othersNote}</p>
      </section>
      {w.review.length > 0 && (
        <section aria-label={t.reviewHeading}>
          <h3 className="board-heading">{t.reviewHeading}</h3>
          <ul className="board-review">
            {w.review.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </section>
      )}
      <SheetFoot promise={w.promise} definitions={w.definitions} printed={foot} />
    </article>
  );
}

function Action({
  w,
  language,
  onCopy,
}: {
  readonly w: DepartmentSummaryInWords;
  readonly language: Language;
  readonly onCopy: (text: string) => void;
}) {
  const t = summaryMail[language];
  return (
    <section className="board-action" aria-label={t.actionHeading}>
      <p className="board-soft">{t.actionHeading}</p>
      <h3>{w.action.title}</h3>
      <p>{w.action.why}</p>
      <blockquote className="board-message">{w.action.message}</blockquote>
      <Button icon="copy" onClick={() => onCopy(w.action.message)}>
        {board[language].copyMessage}
      </Button>
    </section>
  );
}

function DepartmentLine({
  line,
  wide,
  today,
  language,
  isMine,
}: {
  readonly line: LineInWords;
  readonly wide: ReadonlySet<DayKey>;
  readonly today: DayKey;
  readonly language: Language;
  readonly isMine: boolean;
}) {
  return (
    <li className={isMine ? 'board-line board-line-mine' : 'board-line'}>
      <h4>{line.name}</h4>
      <div>
        {line.days.length > 0 && (
          <Line
            marks={line.days}
            entering={line.entering}
            wide={wide}
            today={today}
            size="small"
            language={language}
            name={line.name}
          />
        )}
        <p className="board-soft">{line.facts}</p>
      </div>
    </li>
  );
}
