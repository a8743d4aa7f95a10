import { useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { LibraryPrompt } from '../../lib/contract/page-messages.ts';
import type { DayKey } from '../../lib/domain/day.ts';
import { defaultValues, fillTemplate, variablesFor } from '../../lib/domain/template.ts';
import { palette } from '../../lib/i18n/palette.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { BlankField } from './blank-field.tsx';
import { FilledPreview } from './filled-preview.tsx';
import { isConverting } from './keys.ts';

/** A prompt with its blanks filled, ready to be inserted. */
export interface Filled {
  readonly prompt: LibraryPrompt;
  readonly text: string;
  /** Values by variable name, as typed. */
  readonly values: Readonly<Record<string, string>>;
  /** Labels of required blanks left empty. */
  readonly missing: readonly string[];
}

/** Fills a prompt with what it starts with: remembered values and defaults. */
export function filledAtOnce(prompt: LibraryPrompt, today: DayKey): Filled {
  const variables = variablesFor(prompt.body, prompt.variables);
  return fill(prompt, defaultValues(variables, prompt.remembered, today));
}

function fill(prompt: LibraryPrompt, values: Readonly<Record<string, string>>): Filled {
  const variables = variablesFor(prompt.body, prompt.variables);
  const { text, missing } = fillTemplate(prompt.body, values, variables);
  const labelOf = (name: string) => variables.find((each) => each.name === name)?.label ?? name;
  return { prompt, text, values, missing: missing.map(labelOf) };
}

interface FillFormProps {
  readonly prompt: LibraryPrompt;
  readonly today: DayKey;
  readonly language: Language;
  /** `Ctrl+Enter` or `⌘Enter`. */
  readonly insertKey: string;
  readonly onInsert: (filled: Filled) => void;
  /** Told at every change, so that Ctrl+Enter anywhere in the palette inserts what is seen. */
  readonly onChange: (filled: Filled) => void;
}

/** The fields of a prompt with the text they make beside them. The first field has the cursor. */
export function FillForm(props: FillFormProps) {
  const { prompt, today, language, insertKey, onInsert, onChange } = props;
  const text = palette[language];
  const form = useRef<HTMLFormElement>(null);
  const headingId = useId();
  const variables = useMemo(() => variablesFor(prompt.body, prompt.variables), [prompt]);
  const [filled, setFilled] = useState(() => filledAtOnce(prompt, today));

  useLayoutEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('input, textarea, select');
    first?.focus({ preventScroll: true });
    if (first instanceof HTMLInputElement || first instanceof HTMLTextAreaElement) first.select();
  }, []);

  function change(name: string, value: string): void {
    const next = fill(prompt, { ...filled.values, [name]: value });
    setFilled(next);
    onChange(next);
  }

  /** Enter in a line of text goes on to the next field, from the last one it inserts. */
  function onKeyDown(event: KeyboardEvent<HTMLFormElement>): void {
    const isLine = event.target instanceof HTMLInputElement;
    if (event.key !== 'Enter' || !isLine || event.ctrlKey || event.metaKey) return;
    if (isConverting(event.nativeEvent)) return;
    event.preventDefault();
    const controls = form.current?.querySelectorAll<HTMLElement>('input, textarea, select') ?? [];
    const next = controls[[...controls].indexOf(event.target as HTMLElement) + 1];
    if (next) next.focus();
    else onInsert(filled);
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Enter in its lines
    <form
      ref={form}
      className="palette-form"
      onKeyDown={onKeyDown}
      onSubmit={(event) => event.preventDefault()}
    >
      <div className="palette-columns">
        <fieldset className="palette-fields" aria-label={text.fields}>
          {variables.map((variable) => (
            <BlankField
              key={variable.name}
              variable={variable}
              value={filled.values[variable.name] ?? ''}
              language={language}
              onChange={(value) => change(variable.name, value)}
            />
          ))}
        </fieldset>
        <section className="palette-preview" aria-labelledby={headingId}>
          <h3 id={headingId}>{text.preview}</h3>
          <FilledPreview text={filled.text} missing={filled.missing} />
        </section>
      </div>
      <footer className="palette-foot">
        <span className="palette-promise">{text.notSent}</span>
        <Button variant="primary" onClick={() => onInsert(filled)}>
          {text.insert}
          <kbd>{insertKey}</kbd>
        </Button>
      </footer>
    </form>
  );
}
