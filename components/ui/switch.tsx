import { useId, type ReactNode } from 'react';

/** On or off at once, without a save button. `onChange` gets the new state; the caller keeps it. */
export function Switch({
  label,
  hint,
  checked,
  onChange,
}: {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <label className="ui-switch" htmlFor={id}>
      <span>{label}</span>
      {hint !== undefined && (
        <span className="ui-switch-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <input
        id={id}
        className="ui-switch-input"
        type="checkbox"
        role="switch"
        checked={checked}
        aria-checked={checked}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  );
}
