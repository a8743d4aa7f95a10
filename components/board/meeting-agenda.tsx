import type { Agenda } from '../../lib/app/meeting-agenda.ts';
import { shortDay } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { meetings } from '../../lib/i18n/meetings.ts';
import type { DayKey } from '../../lib/domain/day.ts';
import { Button } from '../ui/button.tsx';
import { DrawnText } from '../ui/drawn-text.tsx';
import './board.css';

/** The next meeting's agenda as one sheet, on paper too. */
export function MeetingAgenda({
  agenda: { title, sections, promise },
  agendaOn,
  today,
  language,
  onCopy,
}: {
  readonly agenda: Agenda;
  /** The day from which it stands. */
  readonly agendaOn: DayKey;
  readonly today: DayKey;
  readonly language: Language;
  readonly onCopy: () => void;
}) {
  const t = meetings[language];
  return (
    <article className="board-week">
      <header className="board-changed">
        <h2>{title}</h2>
        <p className="board-soft">
          {today < agendaOn ? t.readyOn(shortDay(agendaOn, language)) : t.ready}
        </p>
      </header>
      {sections.map(({ heading, items, none }) => (
        <section key={heading} aria-label={heading}>
          <h3 className="board-heading">
            <DrawnText>{heading}</DrawnText>
          </h3>
          {items.length === 0 ? (
            <p className="board-soft">{none}</p>
          ) : (
            <ul className="board-review">
              {items.map((item) => (
                <li key={item}>
                  <DrawnText>{item}</DrawnText>
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
      <footer className="board-foot">
        <p>{promise}</p>
        <div className="board-presses">
          <Button icon="copy" onClick={onCopy}>
            {t.copy}
          </Button>
          <Button onClick={() => print()}>{t.print}</Button>
        </div>
      </footer>
    </article>
  );
}
