import { useState } from 'react';
import type { CompanyGoal } from '../../lib/contract/hub/programme.ts';
import { parseDay } from '../../lib/domain/day.ts';
import { goal as words, purposes } from '../../lib/i18n/goal.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { ChooseMany, ChooseOne } from '../ui/choices.tsx';
import { Select, TextField } from '../ui/field.tsx';
import './board.css';
import './programme.css';

const PURPOSES = [
  'sales',
  'efficiency',
  'hands',
] as const satisfies readonly CompanyGoal['purpose'][];
const SHARES = ['30', '40', '50', '60', '70', '80', '90'] as const;
const USUAL = '60';

/** What the form chooses from. */
export interface GoalChoices {
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  /** Name of the department in view, and its registered workflows. */
  readonly department: string;
  readonly workflows: readonly { readonly id: string; readonly name: string }[];
}

/**
 * The goal and its elements in one form: what for, one number, a date, a sentence; then departments and the workflows of the
 * department in view. Workflows of other departments that were chosen before stay.
 */
export function GoalForm({
  goal,
  choices,
  language,
  busy,
  onSave,
}: {
  readonly goal: CompanyGoal | undefined;
  readonly choices: GoalChoices;
  readonly language: Language;
  readonly busy: boolean;
  readonly onSave: (goal: CompanyGoal) => void;
}) {
  const t = words[language];
  const [purpose, setPurpose] = useState(goal?.purpose ?? 'efficiency');
  const [sentence, setSentence] = useState(goal?.sentence ?? '');
  const [share, setShare] = useState(goal === undefined ? USUAL : whole(goal.share));
  const [by, setBy] = useState<string>(goal?.by ?? '');
  const [departmentIds, setDepartments] = useState(goal?.departmentIds ?? []);
  const [workflowIds, setWorkflows] = useState(goal?.workflowIds ?? []);
  const [tried, setTried] = useState(false);
  const day = parseDay(by);
  const isMissing = sentence.trim() === '' || day === undefined || departmentIds.length === 0;
  const here = new Set(choices.workflows.map(({ id }) => id));
  const save = () => {
    setTried(true);
    if (busy || isMissing) return;
    const number = Number(share) / 100;
    onSave({
      purpose,
      sentence: sentence.trim(),
      share: number,
      by: day,
      departmentIds,
      workflowIds,
    });
  };
  return (
    <form
      className="board-stack"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h2 className="board-heading">{t.step1}</h2>
      <ChooseOne
        legend={t.purpose}
        value={purpose}
        options={PURPOSES.map((value) => ({ value, label: purposes[language][value] }))}
        onChange={setPurpose}
      />
      <TextField
        label={t.sentence}
        hint={t.sentenceHint}
        maxLength={200}
        value={sentence}
        error={tried && isMissing ? t.missing : undefined}
        onChange={setSentence}
      />
      <div className="board-form">
        <Select<string>
          label={t.share}
          hint={t.shareHint}
          value={share}
          options={sharesWith(share).map((value) => ({
            value,
            label: t.sharePercent(Number(value)),
          }))}
          onChange={setShare}
        />
        <TextField label={t.day} hint={t.dayHint} type="date" value={by} onChange={setBy} />
      </div>
      <h2 className="board-heading">{t.step2}</h2>
      <ChooseMany
        legend={t.pickDepartments}
        values={departmentIds}
        options={choices.departments.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(ids) => setDepartments([...ids])}
      />
      {choices.workflows.length === 0 ? (
        <p className="board-soft">{t.noWorkflows}</p>
      ) : (
        <ChooseMany
          legend={t.pickWorkflows(choices.department)}
          values={workflowIds.filter((id) => here.has(id))}
          options={choices.workflows.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(ids) =>
            setWorkflows((before) => [...before.filter((id) => !here.has(id)), ...ids])
          }
        />
      )}
      <div className="board-presses">
        <Button type="submit" variant="primary" busy={busy}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}

function whole(share: number): string {
  return String(Math.round(share * 100));
}

function sharesWith(share: string): readonly string[] {
  return (SHARES as readonly string[]).includes(share) ? SHARES : [...SHARES, share];
}
