import type { Weekday } from '../../lib/domain/day.ts';
import { weekdayWord } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { workflows as strings } from '../../lib/i18n/workflows.ts';
import { ChooseMany, ChooseOne } from '../ui/choices.tsx';
import { TextField } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import type { WorkflowField, WorkflowFormState } from './workflow-draft.ts';

const KINDS = ['everyWorkday', 'weekdays', 'monthlyDay', 'monthlyLastWorkday', 'onDemand'] as const;
const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** How often a workflow comes round, and the numbers that the chosen rhythm needs. */
export function RhythmFields({
  form,
  language,
  errorOf,
  onChange,
}: {
  readonly form: WorkflowFormState;
  readonly language: Language;
  readonly errorOf: (field: WorkflowField) => string | undefined;
  readonly onChange: (part: Partial<WorkflowFormState>) => void;
}) {
  const t = strings[language];
  const weekdaysError = errorOf('weekdays');
  return (
    <div className="workflows-rhythm">
      <ChooseOne
        legend={t.rhythm}
        value={form.rhythm}
        options={KINDS.map((kind) => ({ value: kind, label: t[kind] }))}
        onChange={(rhythm) => onChange({ rhythm })}
      />
      {form.rhythm === 'weekdays' && (
        <div>
          <ChooseMany
            legend={t.weekdaysLegend}
            values={form.weekdays.map((weekday) => `${weekday}` as const)}
            options={WEEKDAYS.map((value) => ({
              value,
              label: weekdayWord(Number(value) as Weekday, language),
            }))}
            onChange={(values) =>
              onChange({ weekdays: values.map((value) => Number(value) as Weekday) })
            }
          />
          <div aria-live="polite">
            {weekdaysError !== undefined && (
              <p className="ui-field-error">
                <Icon name="info" />
                {weekdaysError}
              </p>
            )}
          </div>
        </div>
      )}
      {form.rhythm === 'monthlyDay' && (
        <TextField
          label={t.dayOfMonth}
          hint={t.dayOfMonthHint}
          inputMode="numeric"
          value={form.day}
          error={errorOf('day')}
          onChange={(day) => onChange({ day })}
        />
      )}
      {form.rhythm === 'monthlyLastWorkday' && (
        <TextField
          label={t.nth}
          hint={t.nthHint}
          inputMode="numeric"
          value={form.nth}
          error={errorOf('nth')}
          onChange={(nth) => onChange({ nth })}
        />
      )}
    </div>
  );
}
