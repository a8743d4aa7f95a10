import { useState } from 'react';
import type { NewNote, Note, ReviewedPrompt } from '../../lib/contract/hub/sharing.ts';
import { boardLibrary } from '../../lib/i18n/board-library.ts';
import { monthWords } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Select, TextArea, TextField } from '../ui/field.tsx';
import { Switch } from '../ui/switch.tsx';
import './board.css';
import './library.css';

/** What the page of news shows of one department. */
export interface NewsView {
  readonly notes: readonly Note[];
  /** Prompts in use, to try. */
  readonly prompts: readonly ReviewedPrompt[];
  readonly tools: readonly { readonly id: string; readonly name: string }[];
  /** `2026-11`. */
  readonly month: string;
  readonly busy: string | undefined;
}

/** A note to write for this month, and those that are out. */
export function ToolNews({
  view,
  language,
  onPublish,
  onWithdraw,
}: {
  readonly view: NewsView;
  readonly language: Language;
  /** Publishes; true when it was taken. */
  readonly onPublish: (note: NewNote) => Promise<boolean>;
  readonly onWithdraw: (note: Note) => void;
}) {
  const t = boardLibrary[language];
  const { notes, tools, busy } = view;
  const toolName = (id: string) => tools.find((tool) => tool.id === id)?.name ?? id;
  return (
    <>
      <Card title={t.news}>
        <div className="board-stack">
          <p className="board-soft">{t.newsLead}</p>
          <NoteForm {...{ view, language, onPublish }} />
        </div>
      </Card>
      <Card title={t.newsOut}>
        {notes.length === 0 ? (
          <p className="board-soft">{t.newsOutNone}</p>
        ) : (
          <ul className="board-rows">
            {notes.map((note) => (
              <li key={note.id}>
                <div>
                  <p className="board-row-name">{note.title}</p>
                  <p className="board-soft">
                    {t.newsOf(toolName(note.tool), monthWords(note.month, language, true))}
                  </p>
                  <p>{note.changed}</p>
                  <p>{note.meaning}</p>
                </div>
                <Button
                  size="small"
                  variant="plain"
                  busy={busy === note.id}
                  aria-label={t.withdrawNamed(note.title)}
                  onClick={() => onWithdraw(note)}
                >
                  {t.withdraw}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}

function NoteForm({
  view: { prompts, tools, month, busy },
  language,
  onPublish,
}: {
  readonly view: NewsView;
  readonly language: Language;
  readonly onPublish: (note: NewNote) => Promise<boolean>;
}) {
  const t = boardLibrary[language];
  const [tool, setTool] = useState(tools[0]?.id ?? '');
  const [title, setTitle] = useState('');
  const [changed, setChanged] = useState('');
  const [meaning, setMeaning] = useState('');
  const [promptId, setPromptId] = useState('');
  const [asksReview, setAsksReview] = useState(false);
  const [tried, setTried] = useState(false);
  const isMissing = [title, changed, meaning].some((text) => text.trim() === '');
  const publish = async (): Promise<void> => {
    setTried(true);
    if (isMissing || busy !== undefined) return;
    const texts = { title: title.trim(), changed: changed.trim(), meaning: meaning.trim() };
    const note = {
      tool,
      month,
      ...texts,
      ...(promptId === '' ? {} : { promptId }),
      asksReview,
    };
    if (!(await onPublish(note))) return;
    setTitle('');
    setChanged('');
    setMeaning('');
    setPromptId('');
    setAsksReview(false);
    setTried(false);
  };
  return (
    <form
      className="board-stack"
      onSubmit={(event) => {
        event.preventDefault();
        void publish();
      }}
    >
      <Select
        label={t.tool}
        value={tool}
        options={tools.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setTool}
      />
      <TextField
        label={t.newsTitle}
        placeholder={t.newsTitlePlaceholder}
        maxLength={80}
        value={title}
        error={tried && isMissing ? t.newsMissing : undefined}
        onChange={setTitle}
      />
      <TextArea label={t.changed} rows={3} maxLength={500} value={changed} onChange={setChanged} />
      <TextArea
        label={t.meaning}
        hint={t.meaningHint}
        rows={3}
        maxLength={500}
        value={meaning}
        onChange={setMeaning}
      />
      <Select
        label={t.tryPrompt}
        value={promptId}
        options={[
          { value: '', label: t.noPrompt },
          ...prompts.map(({ id, inUse }) => ({ value: id, label: inUse?.text.title ?? id })),
        ]}
        onChange={setPromptId}
      />
      <Switch
        label={t.asksReview}
        hint={t.asksReviewHint}
        checked={asksReview}
        onChange={setAsksReview}
      />
      <div className="board-presses">
        <Button type="submit" variant="primary" busy={busy === 'new'}>
          {t.publish}
        </Button>
      </div>
    </form>
  );
}
