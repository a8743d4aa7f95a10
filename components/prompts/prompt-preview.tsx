import { useState } from 'react';
import type { DayKey } from '../../lib/domain/day.ts';
import { defaultValues, fillTemplate } from '../../lib/domain/template.ts';
import type { Variable } from '../../lib/domain/workflow.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { prompts as strings } from '../../lib/i18n/prompts.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Select, TextArea, TextField } from '../ui/field.tsx';

/** The text as it would go into the chat, with values to try; nothing typed here is kept. */
export function PromptPreview({
  body,
  blanks,
  today,
  language,
  onCopy,
}: {
  readonly body: string;
  readonly blanks: readonly Variable[];
  readonly today: DayKey;
  readonly language: Language;
  readonly onCopy: (text: string) => void;
}) {
  const t = strings[language];
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const values = { ...defaultValues(blanks, {}, today), ...typed };
  const filled = fillTemplate(body, values, blanks);
  const label = (name: string): string =>
    blanks.find((blank) => blank.name === name)?.label?.trim() || name;
  return (
    <Card
      title={t.preview}
      actions={
        filled.text === '' ? undefined : (
          <Button size="small" icon="copy" onClick={() => onCopy(filled.text)}>
            {t.copy}
          </Button>
        )
      }
    >
      <p className="prompts-none">{filled.text === '' ? t.previewEmpty : t.previewLead}</p>
      {blanks.length > 0 && (
        <div className="prompts-values">
          {blanks.map((blank) => (
            <BlankValue
              key={blank.name}
              blank={blank}
              value={values[blank.name] ?? ''}
              onChange={(value) => setTyped({ ...typed, [blank.name]: value })}
            />
          ))}
        </div>
      )}
      {filled.text !== '' && <div className="prompts-result">{filled.text}</div>}
      {filled.missing.length > 0 && (
        <p className="prompts-missing">
          {t.previewMissing(filled.missing.map(label).join(language === 'ja' ? '、' : ', '))}
        </p>
      )}
    </Card>
  );
}

function BlankValue({
  blank,
  value,
  onChange,
}: {
  readonly blank: Variable;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const label = blank.label?.trim() || blank.name;
  const choices = (blank.choices ?? []).map((one) => one.trim()).filter(Boolean);
  switch (blank.type) {
    case 'choice':
      return choices.length === 0 ? null : (
        <Select
          label={label}
          value={choices.includes(value) ? value : (choices[0] ?? '')}
          options={choices.map((choice) => ({ value: choice, label: choice }))}
          onChange={onChange}
        />
      );
    case 'multiline':
      return (
        <TextArea
          label={label}
          value={value}
          placeholder={blank.example}
          rows={3}
          onChange={onChange}
        />
      );
    case 'date':
      return <TextField label={label} type="date" value={value} onChange={onChange} />;
    case 'text':
    case 'number':
      return (
        <TextField
          label={label}
          value={value}
          placeholder={blank.example}
          inputMode={blank.type === 'number' ? 'decimal' : undefined}
          onChange={onChange}
        />
      );
  }
}
