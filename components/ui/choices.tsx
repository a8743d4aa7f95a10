import { useId, type ReactNode } from 'react';

interface Option<T extends string> {
  readonly value: T;
  readonly label: ReactNode;
}

interface Common<T extends string> {
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly options: readonly Option<T>[];
}

/** One of a few, all in sight (radio buttons). `value` undefined: nothing chosen yet. */
export function ChooseOne<T extends string>({
  value,
  onChange,
  ...rest
}: Common<T> & { readonly value: T | undefined; readonly onChange: (value: T) => void }) {
  return <Choices {...rest} type="radio" chosen={(option) => option === value} onPick={onChange} />;
}

/** Any of a few, all in sight (checkboxes). `onChange` gets all chosen ones in the options' order. */
export function ChooseMany<T extends string>({
  values,
  onChange,
  ...rest
}: Common<T> & {
  readonly values: readonly T[];
  readonly onChange: (values: readonly T[]) => void;
}) {
  const toggle = (picked: T) =>
    onChange(
      rest.options
        .map((option) => option.value)
        .filter((option) => (option === picked) !== values.includes(option)),
    );
  return (
    <Choices
      {...rest}
      type="checkbox"
      chosen={(option) => values.includes(option)}
      onPick={toggle}
    />
  );
}

function Choices<T extends string>({
  legend,
  hint,
  options,
  type,
  chosen,
  onPick,
}: Common<T> & {
  readonly type: 'radio' | 'checkbox';
  readonly chosen: (value: T) => boolean;
  readonly onPick: (value: T) => void;
}) {
  const id = useId();
  return (
    <fieldset className="ui-choices" aria-describedby={hint === undefined ? undefined : id}>
      <legend className="ui-choices-legend">{legend}</legend>
      {hint !== undefined && (
        <p className="ui-choices-hint" id={id}>
          {hint}
        </p>
      )}
      <div className="ui-choices-list">
        {options.map((option) => (
          <label className="ui-choice" key={option.value}>
            <input
              className="ui-choice-input"
              type={type}
              name={`${id}-choice`}
              value={option.value}
              checked={chosen(option.value)}
              onChange={() => onPick(option.value)}
            />
            <span className="ui-choice-mark" aria-hidden="true" />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
