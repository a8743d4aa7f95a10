import type { SummaryInWords } from '../../lib/app/render-summary.ts';
import type { DayKey } from '../../lib/domain/day.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { summary as strings } from '../../lib/i18n/summary.ts';
import { words } from '../../lib/i18n/words.ts';
import type { LineMark } from '../line/layout.ts';
import { Line } from '../line/line.tsx';
import { Card } from '../ui/card.tsx';
import { Definition } from '../ui/definition.tsx';
import { Figure } from '../ui/figure.tsx';
import { Notice } from '../ui/notice.tsx';
import './summary.css';

/** One's own week, read in a minute: what changed, three numbers, the line, time saved, what comes next. */
export function WeekSummary({
  data,
  marks,
  entering,
  today,
  running,
  language,
}: {
  readonly data: SummaryInWords;
  /** Four weeks that end with this one, so that the week is seen as part of its line. */
  readonly marks: readonly LineMark[];
  readonly entering: boolean;
  readonly today: DayKey;
  /** The week is not over. */
  readonly running: boolean;
  readonly language: Language;
}) {
  const t = strings[language];
  return (
    <div className="summary">
      {running && <Notice>{t.running}</Notice>}
      <section aria-labelledby="summary-changed">
        <h2 className="summary-heading" id="summary-changed">
          {t.changedHeading}
        </h2>
        <p className="summary-changed">{data.changed}</p>
      </section>
      <div className="summary-figures">
        {data.figures.map(({ word, value, unit, beside }) => (
          <Figure
            key={word.word}
            word={<Definition {...word} />}
            value={value}
            unit={unit}
            beside={beside.map((text) => (
              <span key={text} className="summary-beside">
                {text}
              </span>
            ))}
          />
        ))}
      </div>
      <Card title={t.lineHeadingWeeks}>
        <div className="summary-line">
          <Line
            marks={marks}
            size="board"
            language={language}
            today={today}
            entering={entering}
            name={t.lineHeadingWeeks}
          />
        </div>
        <p>{data.lineFacts}</p>
      </Card>
      <div className="summary-columns">
        <Card title={<Definition {...words[language].timeSaved}>{t.savedHeading}</Definition>}>
          <p className={data.runs.length > 0 ? 'summary-saved' : undefined}>{data.saved}</p>
          <Items items={data.runs} />
          <p className="summary-note">{t.savedNote}</p>
        </Card>
        <Card title={data.dueHeading}>
          {data.due.length === 0 ? <p>{t.dueNone}</p> : <Items items={data.due} />}
        </Card>
      </div>
      <section className="summary-foot" aria-labelledby="summary-definitions">
        <h2 id="summary-definitions">{t.definitionsHeading}</h2>
        <dl>
          {data.definitions.map(({ word, meaning }) => (
            <div key={word} className="summary-definition">
              <dt>{word}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <p className="summary-promise">{t.promise}</p>
      </section>
    </div>
  );
}

function Items({ items }: { readonly items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <ul className="summary-items">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
