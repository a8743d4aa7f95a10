import { useRef, useState, type ReactNode } from 'react';
import type { PromptDraft } from '../../lib/contract/workflow.ts';
import type { DayKey } from '../../lib/domain/day.ts';
import type { Prompt } from '../../lib/domain/workflow.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { prompts as strings } from '../../lib/i18n/prompts.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field, Select, TextField } from '../ui/field.tsx';
import { useUnsavedWarning } from '../ui/use-unsaved-warning.ts';
import { BlankSettings } from './blank-settings.tsx';
import {
  blanksOf,
  checkPrompt,
  promptForm,
  withBlank,
  withBody,
  type PromptFault,
} from './prompt-draft.ts';
import { PromptPreview } from './prompt-preview.tsx';
import './prompts.css';

interface PromptEditorProps {
  readonly language: Language;
  readonly today: DayKey;
  /** The prompt to change; a new one when absent. */
  readonly prompt?: Prompt | undefined;
  readonly startWorkflow?: string | undefined;
  readonly workflows: readonly { readonly id: string; readonly name: string }[];
  readonly onSave: (draft: PromptDraft) => Promise<void>;
  readonly onCopy: (text: string) => void;
  readonly cancelHref: string;
  /** What is to be known of it before it is changed. */
  readonly above?: ReactNode;
  /** Earlier versions, below the editor. */
  readonly children?: ReactNode;
}

/**
 * Writes a prompt: the text with its blanks found as they are typed, each blank's settings, and beside them the result
 * with values filled in. Values typed there are for looking only and kept nowhere.
 */
export function PromptEditor(props: PromptEditorProps) {
  const { language, today, prompt, startWorkflow, workflows, onSave, onCopy } = props;
  const t = strings[language];
  const [start] = useState(() => promptForm(prompt, startWorkflow));
  const [form, setForm] = useState(start);
  useUnsavedWarning(form !== start);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const body = useRef<HTMLTextAreaElement>(null);
  const checked = checkPrompt(form);
  const faults: readonly PromptFault[] = tried && !checked.ok ? checked.faults : [];
  const blanks = blanksOf(form);
  const bodyError = faults.includes('body')
    ? t.errorBody
    : faults.includes('bodyLong')
      ? t.errorBodyLong
      : faults.includes('variables')
        ? t.errorVariables
        : undefined;
  const makeBlank = (): void => {
    const area = body.current;
    if (area === null) return;
    const selected = area.value.slice(area.selectionStart, area.selectionEnd);
    const name = selected.replaceAll(/[^\p{L}\p{N}_]/gu, '').slice(0, 40) || t.newBlank;
    area.focus();
    area.setRangeText(`{{${name}}}`, area.selectionStart, area.selectionEnd, 'end');
    setForm(withBody(form, area.value));
  };
  const save = async (element: HTMLFormElement): Promise<void> => {
    setTried(true);
    if (!checked.ok) {
      requestAnimationFrame(() =>
        element.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      );
      return;
    }
    setBusy(true);
    await onSave(checked.draft);
    setBusy(false);
  };
  return (
    <div className="prompts-editor">
      {props.above !== undefined && <div className="prompts-above">{props.above}</div>}
      <form
        className="prompts-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void save(event.currentTarget);
        }}
      >
        <Card>
          <div className="prompts-fields">
            <TextField
              label={t.titleField}
              value={form.title}
              placeholder={t.titlePlaceholder}
              error={faults.includes('title') ? t.errorTitle : undefined}
              maxLength={200}
              onChange={(title) => setForm({ ...form, title })}
            />
            <Select
              label={t.workflow}
              value={form.workflowId}
              options={[
                { value: '', label: t.noWorkflow },
                ...workflows.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={(workflowId) => setForm({ ...form, workflowId })}
            />
            <Field label={t.bodyField} hint={t.bodyHint} error={bodyError}>
              {(control) => (
                <textarea
                  {...control}
                  ref={body}
                  className="ui-input prompts-body"
                  placeholder={t.bodyPlaceholder}
                  value={form.body}
                  onChange={(event) => setForm(withBody(form, event.target.value))}
                />
              )}
            </Field>
            <div>
              <Button size="small" icon="plus" onClick={makeBlank}>
                {t.insertBlank}
              </Button>
            </div>
          </div>
        </Card>
        <Card title={t.blanksHeading}>
          {blanks.length === 0 ? (
            <p className="prompts-none">{t.blanksEmpty}</p>
          ) : (
            <div className="prompts-blanks">
              {blanks.map((blank) => (
                <BlankSettings
                  key={blank.name}
                  blank={blank}
                  language={language}
                  asksForChoices={faults.includes('choices')}
                  onChange={(changed) => setForm(withBlank(form, changed))}
                />
              ))}
            </div>
          )}
        </Card>
        <div className="prompts-foot">
          <Button variant="primary" type="submit" busy={busy}>
            {prompt === undefined ? t.create : t.save}
          </Button>
          <ButtonLink variant="plain" href={props.cancelHref}>
            {t.cancel}
          </ButtonLink>
        </div>
      </form>
      <div className="prompts-aside">
        <PromptPreview {...{ language, today, blanks, onCopy }} body={form.body} />
        {props.children}
      </div>
    </div>
  );
}
