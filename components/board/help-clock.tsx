import type { HelpQueue } from '../../lib/contract/hub/help.ts';
import { boardHelp } from '../../lib/i18n/board-help.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Card } from '../ui/card.tsx';
import { Definition } from '../ui/definition.tsx';
import { timeWords } from './meeting-plan.tsx';
import './board.css';

/** How fast questions are answered (METRICS.md M12), in working hours; nothing before the first question. */
export function HelpClock({
  clock: { answered, medianMinutes, late, open },
  workingHours,
  language,
}: {
  readonly clock: HelpQueue['clock'];
  readonly workingHours: HelpQueue['workingHours'];
  readonly language: Language;
}) {
  const t = boardHelp[language];
  if (answered + open === 0) return undefined;
  const count = (number: number) => (t.questions === '' ? `${number}` : `${number} ${t.questions}`);
  return (
    <Card title={t.clock}>
      <div className="board-numbers">
        <div className="board-number">
          <h3>
            <Definition word={t.median} meaning={t.medianMeaning} />
          </h3>
          <p className="board-number-value">
            {medianMinutes === undefined ? t.noneYet : durationWords(medianMinutes, language)}
          </p>
        </div>
        <div className="board-number">
          <h3>
            <Definition word={t.late} meaning={t.lateMeaning} />
          </h3>
          <p className="board-number-value">{count(late)}</p>
          <p className="board-soft">{t.ofAll(answered + open)}</p>
        </div>
        <div className="board-number">
          <h3>
            <Definition word={t.open} meaning={t.openMeaning} />
          </h3>
          <p className="board-number-value">{count(open)}</p>
        </div>
      </div>
      <p className="board-soft">{t.clockNote(hoursWords(workingHours, language))}</p>
    </Card>
  );
}

/** `9:00–12:00 と 13:00–18:00`. */
function hoursWords(hours: HelpQueue['workingHours'], language: Language): string {
  return hours
    .map(({ from, to }) => `${timeWords(from)}–${timeWords(to)}`)
    .join(boardHelp[language].hoursAnd);
}

/** Working minutes in words: `3 時間 20 分`. */
export function durationWords(minutes: number, language: Language): string {
  return boardHelp[language].duration(Math.floor(minutes / 60), minutes % 60);
}
