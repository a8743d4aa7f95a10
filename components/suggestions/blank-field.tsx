import { Select, TextArea, TextField } from '../ui/field.tsx';
import type { Variable } from '../../lib/domain/workflow.ts';
import { palette } from '../../lib/i18n/palette.ts';
import type { Language } from '../../lib/i18n/language.ts';

interface BlankFieldProps {
  readonly variable: Variable;
  readonly value: string;
  readonly language: Language;
  readonly onChange: (value: string) => void;
}

/** The control for one blank of a prompt, by its type. A number is typed as text, because 12,000 and ３ are numbers too. */
export function BlankField({ variable, value, language, onChange }: BlankFieldProps) {
  const text = palette[language];
  const common = {
    label: variable.label ?? variable.name,
    need: variable.required === true ? undefined : text.optional,
    value,
    onChange,
  };
  const placeholder =
    variable.example === undefined ? undefined : text.exampleOf(firstLine(variable.example));
  switch (variable.type) {
    case 'multiline':
      return <TextArea {...common} placeholder={placeholder} rows={3} />;
    case 'choice': {
      const choices = (variable.choices ?? []).map((choice) => ({ value: choice, label: choice }));
      return <Select {...common} options={choices} />;
    }
    case 'date':
      return <TextField {...common} type="date" />;
    case 'number':
      return <TextField {...common} placeholder={placeholder} inputMode="decimal" />;
    case 'text':
      return <TextField {...common} placeholder={placeholder} />;
  }
}

function firstLine(example: string): string {
  return example.split('\n', 1)[0] ?? '';
}
