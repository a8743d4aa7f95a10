import { useState } from 'react';
import type { Standing } from '../../lib/app/prompt-files/find-duplicates.ts';
import type { FilePrompt, PromptFormat } from '../../lib/app/prompt-files/prompt-file.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { prompts as strings } from '../../lib/i18n/prompts.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { FilePicker } from '../ui/file-picker.tsx';
import { Notice } from '../ui/notice.tsx';
import './prompts.css';

/** A prompt of the chosen file and how it stands to the ones held. */
export interface OfferedPrompt {
  readonly prompt: FilePrompt;
  readonly standing: Standing;
}

/** A chosen file: its prompts, or why it could not be read. */
export type ChosenFile =
  | {
      readonly name: string;
      readonly offered: readonly OfferedPrompt[];
      /** Places of what cannot be taken, 1 is the first. */
      readonly refused: readonly number[];
    }
  | { readonly name: string; readonly trouble: 'tooLarge' | 'unreadable' | 'noPrompts' };

interface PromptTransferProps {
  readonly language: Language;
  readonly chosen: ChosenFile | undefined;
  readonly busy: boolean;
  /** How many prompts an export would hold. */
  readonly own: number;
  readonly onFile: (name: string, text: string) => void;
  readonly onAdd: (prompts: readonly FilePrompt[]) => void;
  readonly onCancel: () => void;
  readonly onExport: (format: PromptFormat) => void;
}

/** Prompts in from another program's file, looked through first, and out to one. */
export function PromptTransfer(props: PromptTransferProps) {
  const { language, chosen, own, onFile, onExport } = props;
  const t = strings[language];
  return (
    <>
      <Card title={t.importHeading}>
        <p className="prompts-lead">{t.importLead}</p>
        <FilePicker accept=".csv,.json,.md,.markdown,text/csv,application/json" onFile={onFile}>
          {t.importChoose}
        </FilePicker>
        <div aria-live="polite">
          {chosen !== undefined && 'trouble' in chosen && (
            <Notice tone="attention" title={chosen.name}>
              {t[`file_${chosen.trouble}`]}
            </Notice>
          )}
          {chosen !== undefined && 'offered' in chosen && (
            <Offered key={chosen.name} {...props} chosen={chosen} />
          )}
        </div>
      </Card>
      <Card title={t.exportHeading}>
        <p className="prompts-lead">{t.exportLead(own)}</p>
        <div className="prompts-press">
          <Button onClick={() => onExport('csv')}>{t.exportCsv}</Button>
          <Button onClick={() => onExport('json')}>{t.exportJson}</Button>
          <Button onClick={() => onExport('md')}>{t.exportMd}</Button>
        </div>
      </Card>
    </>
  );
}

/** What is new is taken unless the person says otherwise, what is there already is not. */
function Offered({
  chosen: { name, offered, refused },
  language,
  busy,
  onAdd,
  onCancel,
}: Omit<PromptTransferProps, 'chosen'> & {
  readonly chosen: Extract<ChosenFile, { offered: unknown }>;
}) {
  const t = strings[language];
  const [taken, setTaken] = useState<ReadonlySet<OfferedPrompt>>(
    () => new Set(offered.filter(({ standing }) => standing.kind === 'new')),
  );
  const toggle = (one: OfferedPrompt): void => {
    const next = new Set(taken);
    if (!next.delete(one)) next.add(one);
    setTaken(next);
  };
  const standingOf = ({ standing }: OfferedPrompt): string => {
    if (standing.kind === 'new') return t.importNew;
    return standing.kind === 'same' ? t.importSame(standing.title) : t.importAlike(standing.title);
  };
  return (
    <div className="prompts-offered">
      <h3>{t.importFound(name, offered.length)}</h3>
      <ul className="prompts-offers">
        {offered.map((one, index) => (
          <li key={`${index} ${one.prompt.title}`}>
            <label>
              <input
                type="checkbox"
                aria-label={t.importTake(one.prompt.title)}
                checked={taken.has(one)}
                onChange={() => toggle(one)}
              />
              <span className="prompts-offer-title">{one.prompt.title}</span>
              <span className="prompts-offer-standing">{standingOf(one)}</span>
            </label>
          </li>
        ))}
      </ul>
      {refused.length > 0 && (
        <Notice title={t.importRefused(refused.join(language === 'ja' ? '、' : ', '))}>
          {t.importRefusedLead}
        </Notice>
      )}
      <div className="prompts-press">
        {taken.size > 0 && (
          <Button
            variant="primary"
            busy={busy}
            onClick={() =>
              onAdd(offered.filter((one) => taken.has(one)).map(({ prompt }) => prompt))
            }
          >
            {t.importAdd(taken.size)}
          </Button>
        )}
        <Button variant="plain" onClick={onCancel}>
          {t.cancel}
        </Button>
      </div>
    </div>
  );
}
