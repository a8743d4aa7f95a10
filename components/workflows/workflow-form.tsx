import { useState, type ReactNode } from 'react';
import type { WorkflowDraft } from '../../lib/contract/workflow.ts';
import type { DayKey } from '../../lib/domain/day.ts';
import type { Rhythm, Workflow } from '../../lib/domain/workflow.ts';
import { shortDay } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { workflows as strings } from '../../lib/i18n/workflows.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DrawnText } from '../ui/drawn-text.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { useUnsavedWarning } from '../ui/use-unsaved-warning.ts';
import { RhythmFields } from './rhythm-fields.tsx';
import {
  checkWorkflow,
  rhythmOf,
  siteOrigin,
  workflowForm,
  type WorkflowField,
  type WorkflowFormState,
} from './workflow-draft.ts';
import './workflows.css';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface WorkflowFormProps {
  readonly language: Language;
  /** The workflow to change; a new one when absent. */
  readonly workflow?: Workflow | undefined;
  readonly kinds: readonly Named[];
  readonly startKind: string;
  readonly tools: readonly Named[];
  readonly usualTool: string;
  /** The next days a rhythm comes due, for the line under it; empty for one that has none. */
  readonly nextDays: (rhythm: Rhythm) => readonly DayKey[];
  readonly onSave: (draft: WorkflowDraft) => Promise<void>;
  readonly cancelHref: string;
  /** The workflow's prompts, drawn below its own fields. */
  readonly children?: ReactNode;
}

const ERRORS = {
  name: 'errorName',
  weekdays: 'errorWeekdays',
  day: 'errorDay',
  nth: 'errorNth',
  site: 'errorSite',
  minutes: 'errorMinutes',
} as const satisfies Record<WorkflowField, string>;

/** Registers or changes a workflow. What is wrong is said beside its field after the first try to save. */
export function WorkflowForm(props: WorkflowFormProps) {
  const { language, workflow, kinds, startKind, tools, usualTool, nextDays, onSave } = props;
  const t = strings[language];
  const [start] = useState<WorkflowFormState>(() => workflowForm(workflow, startKind));
  const [form, setForm] = useState(start);
  useUnsavedWarning(form !== start);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const checked = checkWorkflow(form);
  const wrong = tried && !checked.ok ? checked.wrong : [];
  const errorOf = (field: WorkflowField): string | undefined =>
    wrong.includes(field) ? t[ERRORS[field]] : undefined;
  const change = (part: Partial<WorkflowFormState>): void => setForm({ ...form, ...part });
  const origin = siteOrigin(form.site);
  const days = nextDays(rhythmOf(form));
  const save = async (element: HTMLFormElement): Promise<void> => {
    setTried(true);
    if (!checked.ok) {
      // After the errors are drawn: focus goes to the first field that needs the person.
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
    <form
      className="workflows-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void save(event.currentTarget);
      }}
    >
      <Card>
        <div className="workflows-fields">
          <TextField
            label={t.name}
            value={form.name}
            placeholder={t.namePlaceholder}
            error={errorOf('name')}
            maxLength={200}
            onChange={(name) => change({ name })}
          />
          <Select
            label={t.kind}
            value={form.kind}
            options={kinds.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(kind) => change({ kind })}
          />
          <div className="workflows-wide">
            <RhythmFields {...{ form, language, errorOf }} onChange={change} />
            <output className="workflows-next">
              {days.length > 0 && (
                <DrawnText>
                  {`${t.nextDays}${language === 'ja' ? '：' : ': '}${days.map((day) => shortDay(day, language)).join(language === 'ja' ? '、' : ', ')}`}
                </DrawnText>
              )}
            </output>
          </div>
          <Select
            label={t.tool}
            hint={t.toolHint}
            value={form.tool}
            options={[
              { value: '', label: t.toolDefault(usualTool) },
              ...tools.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(tool) => change({ tool })}
          />
          <TextField
            label={t.minutesField}
            hint={t.minutesHint}
            inputMode="numeric"
            value={form.minutes}
            error={errorOf('minutes')}
            onChange={(minutes) => change({ minutes })}
          />
          <div className="workflows-wide">
            <TextField
              label={t.site}
              need={t.optional}
              hint={t.siteHint}
              inputMode="url"
              placeholder="https://mail.example.com"
              value={form.site}
              error={errorOf('site')}
              onChange={(site) => change({ site })}
            />
            {origin !== undefined && (
              <p className="workflows-kept">
                {t.siteKept(origin)}
                {origin !== workflow?.site && <span>{t.siteAsk}</span>}
              </p>
            )}
          </div>
        </div>
      </Card>
      {props.children}
      <div className="workflows-foot">
        <Button variant="primary" type="submit" busy={busy}>
          {workflow === undefined ? t.register : t.save}
        </Button>
        <ButtonLink variant="plain" href={props.cancelHref}>
          {t.cancel}
        </ButtonLink>
      </div>
    </form>
  );
}
