import type { Line as LineNumbers } from '../../lib/domain/line.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { popup } from '../../lib/i18n/popup.ts';
import { words } from '../../lib/i18n/words.ts';
import { Line } from '../line/line.tsx';
import { StrengthArc } from '../line/strength-arc.tsx';
import { Definition } from '../ui/definition.tsx';
import { Figure } from '../ui/figure.tsx';
import type { PopupView } from './popup-view.ts';

type PopupWords = (typeof popup)[Language];

/** My line: four weeks of it, and what it comes to. A broken one shows what remains, never a bare 0 (M5). */
export function MyLine({
  view,
  language,
}: {
  readonly view: PopupView;
  readonly language: Language;
}) {
  const t = popup[language];
  const { drawing, line, today } = view;
  return (
    <section className="popup-line" aria-label={t.myLine}>
      <Line
        marks={drawing.marks}
        entering={drawing.entering}
        today={today.day}
        size="popup"
        language={language}
        name={t.myLine}
      />
      {line.longest > 0 && <Figures {...{ view, language }} />}
      {line.longest > 0 && line.current === 0 && (
        <p className="popup-soft">{today.state === 'off' ? t.brokenOff : t.broken}</p>
      )}
    </section>
  );
}

function Figures({ view, language }: { readonly view: PopupView; readonly language: Language }) {
  const t = popup[language];
  const w = words[language];
  const { line, week } = view;
  return (
    <div className="popup-figures">
      {line.current > 0 ? (
        <Figure
          word={<Definition {...w.line} />}
          value={line.current}
          unit={t.daysUnit(line.current)}
          beside={besideDays(line, t)}
        />
      ) : (
        <Figure
          word={<Definition {...w.longest} />}
          value={line.longest}
          unit={t.daysUnit(line.longest)}
        />
      )}
      {week.goal > 0 && (
        <Figure
          word={<Definition {...w.weeks}>{week.kept > 0 ? t.thisWeek : t.weekGoal}</Definition>}
          value={week.kept > 0 ? week.kept : week.goal}
          unit={week.kept > 0 ? t.thisWeekUnit(week.goal) : t.daysUnit(week.goal)}
          beside={line.weeks.current > 0 ? t.weeksBeside(line.weeks.current) : undefined}
        />
      )}
      <div className="popup-strength">
        <p className="ui-figure-word">
          <Definition {...w.strength} />
        </p>
        <StrengthArc value={line.strength} language={language} />
      </div>
    </div>
  );
}

/** Days in a row from which "the longest yet" is news. */
const WORTH_SAYING = 5;

function besideDays({ current, longest }: LineNumbers, t: PopupWords): string | undefined {
  if (current < longest) return t.longestBeside(longest);
  return current >= WORTH_SAYING ? t.longestNow : undefined;
}
