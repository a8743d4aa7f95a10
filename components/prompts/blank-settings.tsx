import type { Variable, VariableType } from '../../lib/domain/workflow.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { prompts as strings } from '../../lib/i18n/prompts.ts';
import { Select, TextArea, TextField } from '../ui/field.tsx';
import { Switch } from '../ui/switch.tsx';

const TYPES = [
  ['text', 'typeText'],
  ['multiline', 'typeMultiline'],
  ['choice', 'typeChoice'],
  ['date', 'typeDate'],
  ['number', 'typeNumber'],
] as const satisfies readonly (readonly [VariableType, string])[];

/** One blank's settings, folded to its name and type until opened. */
export function BlankSettings({
  blank,
  language,
  asksForChoices,
  onChange,
}: {
  readonly blank: Variable;
  readonly language: Language;
  /** The last try to save found a choice without choices. */
  readonly asksForChoices: boolean;
  readonly onChange: (blank: Variable) => void;
}) {
  const t = strings[language];
  const hasChoices = (blank.choices ?? []).some((one) => one.trim() !== '');
  const error =
    asksForChoices && blank.type === 'choice' && !hasChoices ? t.errorChoices : undefined;
  const typeWord = TYPES.find(([type]) => type === blank.type)?.[1] ?? 'typeText';
  return (
    <details className="prompts-blank" open={error !== undefined || undefined}>
      <summary className="prompts-blank-head">
        <span className="prompts-blank-name">{blank.label?.trim() || blank.name}</span>
        <code className="prompts-code">{`{{${blank.name}}}`}</code>
        <span className="prompts-blank-type">{t[typeWord]}</span>
      </summary>
      <fieldset className="prompts-blank-fields">
        <legend className="ui-hidden">{t.blankName(blank.name)}</legend>
        <TextField
          label={t.label}
          value={blank.label ?? ''}
          placeholder={blank.name}
          maxLength={80}
          onChange={(label) => onChange({ ...blank, label })}
        />
        <Select
          label={t.type}
          value={blank.type}
          options={TYPES.map(([value, key]) => ({ value, label: t[key] }))}
          onChange={(type) => onChange({ ...blank, type })}
        />
        {blank.type === 'choice' && (
          <div className="prompts-wide">
            <TextArea
              label={t.choices}
              value={(blank.choices ?? []).join('\n')}
              error={error}
              onChange={(text) => onChange({ ...blank, choices: text.split('\n') })}
            />
          </div>
        )}
        <TextField
          label={t.default}
          hint={blank.type === 'date' ? t.defaultDateHint : undefined}
          value={blank.default ?? ''}
          onChange={(value) => onChange({ ...blank, default: value })}
        />
        <TextField
          label={t.example}
          value={blank.example ?? ''}
          onChange={(example) => onChange({ ...blank, example })}
        />
        <div className="prompts-wide">
          <Switch
            label={t.required}
            hint={t.requiredHint}
            checked={blank.required === true}
            onChange={(required) => onChange({ ...blank, required })}
          />
        </div>
        <div className="prompts-wide">
          <Switch
            label={t.remember}
            hint={t.rememberHint}
            checked={blank.remember === true}
            onChange={(remember) => onChange({ ...blank, remember })}
          />
        </div>
      </fieldset>
    </details>
  );
}
