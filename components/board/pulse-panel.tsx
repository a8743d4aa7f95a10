import type { PulseReply } from '../../lib/contract/hub/pulse.ts';
import { PULSE_QUESTIONS, type PulseQuestion } from '../../lib/domain/pulse.ts';
import { monthWords } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { pulseBoard } from '../../lib/i18n/pulse-board.ts';
import { Card } from '../ui/card.tsx';
import { Definition } from '../ui/definition.tsx';
import './board.css';

type Month = PulseReply['now'];

/** What a department's people said last month of quality, ease, speed and progress, beside the month before. */
export function PulsePanel({
  reply: { month, now, before },
  language,
}: {
  readonly reply: PulseReply;
  readonly language: Language;
}) {
  const t = pulseBoard[language];
  return (
    <Card title={t.heading(monthWords(month, language))}>
      <div className="board-week">
        <p>{now.shown ? t.answered(now.atLeast) : t.few}</p>
        {(now.shown || before.shown) && (
          <div className="board-numbers">
            {PULSE_QUESTIONS.map((question) => (
              <div className="board-number" key={question}>
                <h3>{t[question]}</h3>
                <p className="board-number-value">{meanOf(now, question, language)}</p>
                <Good month={now} {...{ question, language }} />
                <p className="board-soft">{t.before(meanOf(before, question, language))}</p>
              </div>
            ))}
          </div>
        )}
        <p className="board-soft">
          <Definition word={t.counts} meaning={t.countsText} />
        </p>
      </div>
    </Card>
  );
}

function meanOf(month: Month, question: PulseQuestion, language: Language): string {
  const t = pulseBoard[language];
  if (!month.shown) return t.notShown;
  const { low, high } = month.questions[question];
  if (low === high) return t.exactly(low.toFixed(1));
  return low === 1 ? t.orLess(high.toFixed(1)) : t.orMore(low.toFixed(1));
}

function Good({
  month,
  question,
  language,
}: {
  readonly month: Month;
  readonly question: PulseQuestion;
  readonly language: Language;
}) {
  const good = month.shown ? month.questions[question].good : undefined;
  if (good === undefined) return null;
  return <p className="board-soft">{pulseBoard[language].good[good]}</p>;
}
