import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import './team.css';

/** A line of text to hand on: selected by a press, copied by its button. */
export function CopyLine({
  label,
  text,
  hint,
  copyLabel,
  onCopy,
}: {
  readonly label: string;
  readonly text: string;
  readonly hint?: string | undefined;
  readonly copyLabel: string;
  readonly onCopy: (text: string) => void;
}) {
  return (
    <div className="team-copy">
      <Field label={label} hint={hint}>
        {(control) => (
          <input {...control} readOnly value={text} onFocus={(event) => event.target.select()} />
        )}
      </Field>
      <Button icon="copy" onClick={() => onCopy(text)}>
        {copyLabel}
      </Button>
    </div>
  );
}
