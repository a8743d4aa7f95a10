import type { Note } from '../../lib/contract/hub/sharing.ts';
import { monthWords } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { sharing } from '../../lib/i18n/sharing.ts';
import { toolById } from '../../lib/sites/registry.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import './team.css';

/** All notes on what is new, newest first, to be read again. */
export function ToolNotes({
  notes,
  canTry,
  language,
  onTry,
}: {
  readonly notes: readonly Note[];
  /** Whether a note's prompt is there to be tried. */
  readonly canTry: (note: Note) => boolean;
  readonly language: Language;
  readonly onTry: (note: Note) => void;
}) {
  const t = sharing[language];
  return (
    <Card title={t.news}>
      {notes.length === 0 ? (
        <EmptyState title={t.newsNone}>{t.newsNoneLead}</EmptyState>
      ) : (
        <>
          <p className="team-soft">{t.newsLead}</p>
          <ul className="team-notes">
            {notes.map((note) => (
              <li key={note.id}>
                <h3>{note.title}</h3>
                <p className="team-soft">
                  {[
                    toolById(note.tool)?.name ?? note.tool,
                    monthWords(note.month, language, true),
                    t[`newsBy_${note.by}`],
                  ].join(language === 'ja' ? '　' : ' · ')}
                </p>
                <p>{note.changed}</p>
                <p>
                  {t.newsMeaning}
                  {language === 'ja' ? '：' : ': '}
                  {note.meaning}
                </p>
                {canTry(note) && (
                  <Button
                    size="small"
                    aria-label={`${t.newsTry}${language === 'ja' ? '：' : ': '}${note.title}`}
                    onClick={() => onTry(note)}
                  >
                    {t.newsTry}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
