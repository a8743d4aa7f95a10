import { useState } from 'react';
import { HELP_LIMITS, type HowTo, type NewHowTo } from '../../lib/contract/hub/help.ts';
import { boardHelp } from '../../lib/i18n/board-help.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import './board.css';
import './library.css';

/** A department's how-tos, newest first. */
export function HowTos({
  howTos,
  language,
  busy,
  onRemove,
}: {
  readonly howTos: readonly HowTo[];
  readonly language: Language;
  readonly busy: string | undefined;
  readonly onRemove: (howTo: HowTo) => void;
}) {
  const t = boardHelp[language];
  return (
    <Card title={t.howTos}>
      <p className="board-soft">{t.howTosLead}</p>
      {howTos.length === 0 ? (
        <p className="board-soft">{t.howTosNone}</p>
      ) : (
        <ul className="board-rows">
          {howTos.map((howTo) => (
            <li key={howTo.id}>
              <div>
                <p className="board-row-name">{howTo.title}</p>
                <p className="board-prose">{howTo.text}</p>
              </div>
              <Button
                size="small"
                variant="plain"
                busy={busy === howTo.id}
                aria-label={t.removeNamed(howTo.title)}
                onClick={() => onRemove(howTo)}
              >
                {t.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** A how-to to write from an answer. */
export function HowToForm({
  from,
  language,
  busy,
  onPublish,
  onDone,
}: {
  readonly from: { readonly text: string; readonly workflowId?: string | undefined };
  readonly language: Language;
  readonly busy: boolean;
  /** True when it was taken. */
  readonly onPublish: (howTo: NewHowTo) => Promise<boolean>;
  readonly onDone: () => void;
}) {
  const t = boardHelp[language];
  const [title, setTitle] = useState('');
  const [text, setText] = useState(from.text);
  const [tried, setTried] = useState(false);
  const isMissing = title.trim() === '' || text.trim() === '';
  const publish = async () => {
    setTried(true);
    if (isMissing || busy) return;
    const { workflowId } = from;
    const howTo = {
      title: title.trim(),
      text: text.trim(),
      ...(workflowId === undefined ? {} : { workflowId }),
    };
    if (await onPublish(howTo)) onDone();
  };
  return (
    <form
      className="board-stack"
      onSubmit={(event) => {
        event.preventDefault();
        void publish();
      }}
    >
      <TextField
        label={t.howToTitle}
        hint={t.howToTitleHint}
        maxLength={HELP_LIMITS.title}
        value={title}
        error={tried && isMissing ? t.howToMissing : undefined}
        onChange={setTitle}
      />
      <TextArea
        label={t.howToText}
        hint={t.howToTextHint}
        rows={4}
        maxLength={HELP_LIMITS.howTo}
        value={text}
        onChange={setText}
      />
      <div className="board-presses">
        <Button type="submit" busy={busy}>
          {t.publish}
        </Button>
        <Button variant="plain" onClick={onDone}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}
