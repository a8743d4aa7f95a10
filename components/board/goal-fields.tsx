import { useState } from 'react';
import { boardCompany } from '../../lib/i18n/board-company.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { summaryDefinitions } from '../../lib/i18n/summary-definitions.ts';
import { TextField } from '../ui/field.tsx';
import {
  checkGoals,
  goalForm,
  goalsDiffer,
  GOALS,
  type GoalForm,
  type GoalName,
  type Goals,
} from './goal-form.ts';
import { SaveForm } from './save-form.tsx';

/** The three numbers' own words, so that a goal is called as its number is. */
const WORDS = { weeklyActive: 'M9', habitual: 'M8', promptsPerMember: 'M3' } as const;

/** A form of goals by themselves, saved by one press. With `company` each field says what holds while it is empty. */
export function GoalsForm({
  goals,
  company,
  language,
  busy,
  onSave,
}: {
  readonly goals: Goals;
  readonly company?: Goals | undefined;
  readonly language: Language;
  readonly busy: boolean;
  readonly onSave: (goals: Goals) => void;
}) {
  const [form, setForm] = useState(() => goalForm(goals));
  const [wrong, setWrong] = useState<readonly GoalName[]>([]);
  return (
    <SaveForm
      unsaved={goalsDiffer(form, goals)}
      {...{ busy, language }}
      onSave={() => {
        const checked = checkGoals(form, goals);
        setWrong(checked.ok ? [] : checked.wrong);
        if (!checked.ok) return false;
        setForm(goalForm(checked.goals));
        onSave(checked.goals);
        return true;
      }}
    >
      <GoalFields {...{ form, wrong, company, language }} onChange={setForm} />
    </SaveForm>
  );
}

/** The fields of `GoalsForm`, for forms that save more than goals. */
export function GoalFields({
  form,
  wrong,
  company,
  language,
  onChange,
}: {
  readonly form: GoalForm;
  readonly wrong: readonly GoalName[];
  readonly company?: Goals | undefined;
  readonly language: Language;
  readonly onChange: (form: GoalForm) => void;
}) {
  const t = boardCompany[language];
  return (
    <div className="board-form">
      {GOALS.map(({ name, unit }) => (
        <TextField
          key={name}
          label={summaryDefinitions[language][WORDS[name]].word}
          need={unit === 'share' ? t.goalShareUnit : t.goalTimesUnit}
          hint={company === undefined ? undefined : companyWords(company, name, language)}
          inputMode="numeric"
          autoComplete="off"
          value={form[name]}
          error={
            wrong.includes(name)
              ? unit === 'share'
                ? t.goalShareWrong
                : t.goalTimesWrong
              : undefined
          }
          onChange={(value) => onChange({ ...form, [name]: value })}
        />
      ))}
    </div>
  );
}

/** Goals in a line, as `使った人 70%、習慣になった人 50%`; empty for none. */
export function goalsInWords(goals: Goals, language: Language): string {
  return GOALS.flatMap(({ name }) => {
    const value = goalWords(goals, name, language);
    return value === undefined
      ? []
      : [`${summaryDefinitions[language][WORDS[name]].word} ${value}`];
  }).join(language === 'ja' ? '、' : ', ');
}

function companyWords(company: Goals, name: GoalName, language: Language): string {
  const t = boardCompany[language];
  const value = goalWords(company, name, language);
  return value === undefined ? t.goalNone : t.goalCompany(value);
}

function goalWords(goals: Goals, name: GoalName, language: Language): string | undefined {
  const t = boardCompany[language];
  const value = goalForm(goals)[name];
  if (value === '') return undefined;
  return name === 'promptsPerMember' ? t.goalTimes(Number(value)) : t.goalPercent(Number(value));
}
