import type { ReactNode } from 'react';

/** A number with its unit and its word; `word` is usually a `Definition`, `beside` what it is compared with. */
export function Figure({
  value,
  unit,
  word,
  beside,
}: {
  readonly value: number | string;
  readonly unit?: string | undefined;
  readonly word: ReactNode;
  readonly beside?: ReactNode;
}) {
  return (
    <div className="ui-figure">
      <div className="ui-figure-word">{word}</div>
      <div className="ui-figure-value">
        <b>{value}</b>
        {unit !== undefined && <span>{unit}</span>}
      </div>
      {beside !== undefined && <div className="ui-figure-beside">{beside}</div>}
    </div>
  );
}
