import { useEffect } from 'react';
import type { Note } from '../../lib/contract/hub/sharing.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { sharing } from '../../lib/i18n/sharing.ts';
import { toolById } from '../../lib/sites/registry.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import type { Send } from './popup.tsx';

/** What is new in a tool, as the popup shows it once. */
export interface PopupNews {
  readonly note: Note;
  /** Whether its prompt is there to be tried. */
  readonly canTry: boolean;
}

/** The month's note: what changed, what it means here, one prompt to try. Being drawn counts as shown. */
export function NewsCard({
  news: { note, canTry },
  language,
  href,
  onSeen,
  send,
}: {
  readonly news: PopupNews;
  readonly language: Language;
  /** Where all notes can be read later. */
  readonly href: string;
  /** Called when a note is drawn. */
  readonly onSeen: (id: string) => void;
  readonly send: Send;
}) {
  const t = sharing[language];
  const { id, title, tool, changed, meaning, promptId, by } = note;
  useEffect(() => {
    onSeen(id);
    // Once for a note, whatever else is drawn anew.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [id]);
  const close = () => send({ type: 'seeNote', id, done: true });
  const attempt = async () => {
    // First, because the popup goes away when the tool opens.
    await close();
    if (promptId !== undefined) await send({ type: 'openWithPrompt', promptId, tool });
  };
  return (
    <section className="popup-news" aria-labelledby="popup-news">
      <h2 id="popup-news" className="popup-heading">
        {t.news}
      </h2>
      <p className="popup-work-name">{title}</p>
      <p className="popup-soft">
        {toolById(tool)?.name ?? tool}
        {language === 'ja' ? '　' : ' · '}
        {t[`newsBy_${by}`]}
      </p>
      <p>{changed}</p>
      <p>
        {t.newsMeaning}
        {language === 'ja' ? '：' : ': '}
        {meaning}
      </p>
      <div className="popup-news-actions">
        {canTry && (
          <Button size="small" onClick={() => void attempt()}>
            {t.newsTry}
          </Button>
        )}
        <Button size="small" variant="plain" onClick={() => void close()}>
          {t.newsClose}
        </Button>
        <ButtonLink size="small" variant="plain" href={href} target="_blank">
          {t.newsAll}
        </ButtonLink>
      </div>
    </section>
  );
}
