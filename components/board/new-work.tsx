import { useState } from 'react';
import type { SharedWorkflowDraft } from '../../lib/contract/hub/sharing.ts';
import { boardLibrary } from '../../lib/i18n/board-library.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { workflows as strings } from '../../lib/i18n/workflows.ts';
import { Button } from '../ui/button.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { RhythmFields } from '../workflows/rhythm-fields.tsx';
import {
  checkWorkflow,
  workflowForm,
  type WorkflowField,
  type WorkflowFormState,
} from '../workflows/workflow-draft.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

const ERRORS = {
  name: 'errorName',
  weekdays: 'errorWeekdays',
  day: 'errorDay',
  nth: 'errorNth',
  site: 'errorSite',
  minutes: 'errorMinutes',
} as const satisfies Record<WorkflowField, string>;

/** A workflow of the department by hand: what it is, when it comes round, how long it takes. Its site is each person's own to name. */
export function NewWork({
  language,
  kinds,
  tools,
  busy,
  onRegister,
}: {
  readonly language: Language;
  readonly kinds: readonly Named[];
  readonly tools: readonly Named[];
  readonly busy: boolean;
  /** Registers; true when it was taken. */
  readonly onRegister: (draft: SharedWorkflowDraft) => Promise<boolean>;
}) {
  const t = strings[language];
  const [form, setForm] = useState<WorkflowFormState>(() => workflowForm(undefined, 'other'));
  const [tried, setTried] = useState(false);
  const checked = checkWorkflow(form);
  const errorOf = (field: WorkflowField): string | undefined =>
    tried && !checked.ok && checked.wrong.includes(field) ? t[ERRORS[field]] : undefined;
  const change = (part: Partial<WorkflowFormState>): void => setForm({ ...form, ...part });
  const register = async (): Promise<void> => {
    setTried(true);
    if (!checked.ok || busy) return;
    const { source: _, ...draft } = checked.draft;
    if (!(await onRegister(draft))) return;
    setForm(workflowForm(undefined, 'other'));
    setTried(false);
  };
  return (
    <form
      className="board-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void register();
      }}
    >
      <TextField
        label={t.name}
        value={form.name}
        placeholder={t.namePlaceholder}
        error={errorOf('name')}
        maxLength={80}
        onChange={(name) => change({ name })}
      />
      <Select
        label={t.kind}
        value={form.kind}
        options={kinds.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(kind) => change({ kind })}
      />
      <RhythmFields {...{ form, language, errorOf }} onChange={change} />
      <Select
        label={t.tool}
        value={form.tool}
        options={[
          { value: '', label: boardLibrary[language].anyTool },
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
      <div className="board-presses">
        <Button type="submit" busy={busy}>
          {boardLibrary[language].register}
        </Button>
      </div>
    </form>
  );
}
