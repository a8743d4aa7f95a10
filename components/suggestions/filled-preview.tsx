interface FilledPreviewProps {
  /** The filled text. */
  readonly text: string;
  /** Labels of the blanks that stand in it as 【label】. */
  readonly missing: readonly string[];
}

/** The text as it will stand in the composer; what is still to be filled stands out. */
export function FilledPreview({ text, missing }: FilledPreviewProps) {
  const blanks = new Set(missing.map((label) => `【${label}】`));
  const parts = text.split(/(【[^】]*】)/);
  return (
    <div className="palette-preview-text">
      {parts.map((part, index) =>
        // Parts have no other identity than their place.
        blanks.has(part) ? <mark key={`${index} ${part}`}>{part}</mark> : part,
      )}
    </div>
  );
}
