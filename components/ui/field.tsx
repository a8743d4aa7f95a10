import { useId, type ComponentProps, type ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** What a control inside a field spreads on itself, so that label, hint and error belong to it. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly className: string;
}

/** What every field shows around its control. */
export interface FieldText {
  readonly label: ReactNode;
  /** A quiet word behind the label, such as 任意 / optional. */
  readonly need?: ReactNode;
  /** What to write here, in a sentence. */
  readonly hint?: ReactNode;
  /** What is wrong and how to put it right; absent while all is well. Announced when it appears. */
  readonly error?: ReactNode;
}

/** A label, a hint and an error around any one control, e.g. `<Field label="…">{(control) => <input {...control} />}</Field>`. */
export function Field({
  label,
  need,
  hint,
  error,
  children,
}: FieldText & { readonly children: (control: ControlProps) => ReactNode }) {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`]
    .filter(Boolean)
    .join(' ');
  return (
    <div className="ui-field">
      <label className="ui-field-label" htmlFor={id}>
        {label}
        {need !== undefined && <span className="ui-field-need">{need}</span>}
      </label>
      {hint !== undefined && (
        <p className="ui-field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': error === undefined ? undefined : true,
        className: 'ui-input',
      })}
      <div aria-live="polite">
        {error !== undefined && (
          <p className="ui-field-error" id={`${id}-error`}>
            <Icon name="info" />
            {error}
          </p>
        )}
      </div>
    </div>
  );
}

type Without<T> = Omit<T, 'id' | 'className' | 'aria-describedby' | 'aria-invalid' | 'onChange'>;

/** A line of text (or `type` email, number, date, time, search …). `onChange` gets the text. */
export function TextField({
  label,
  need,
  hint,
  error,
  onChange,
  ...input
}: FieldText & Without<ComponentProps<'input'>> & { readonly onChange: (value: string) => void }) {
  return (
    <Field label={label} need={need} hint={hint} error={error}>
      {(control) => (
        <input {...input} {...control} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

/** Several lines of text; grows with them. */
export function TextArea({
  label,
  need,
  hint,
  error,
  onChange,
  ...area
}: FieldText &
  Without<ComponentProps<'textarea'>> & { readonly onChange: (value: string) => void }) {
  return (
    <Field label={label} need={need} hint={hint} error={error}>
      {(control) => (
        <textarea {...area} {...control} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

/** One of a few values, by the browser's own list. `value` must be one of the options'. */
export function Select<T extends string>({
  label,
  need,
  hint,
  error,
  value,
  options,
  onChange,
}: FieldText & {
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}) {
  return (
    <Field label={label} need={need} hint={hint} error={error}>
      {(control) => (
        <span className="ui-select">
          <select
            {...control}
            value={value}
            onChange={(event) => onChange(event.target.value as T)}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="chevron" />
        </span>
      )}
    </Field>
  );
}
