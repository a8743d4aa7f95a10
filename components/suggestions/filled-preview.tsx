import { useMemo } from 'react';

interface FilledPreviewProps {
  /** The filled text, blanks as 【label】. */
  readonly text: string;
}

/** The text as it will stand in the composer; what is still to be filled stands out. */
export function FilledPreview({ text }: FilledPreviewProps) {
  const parts = useMemo(() => text.split(/(【[^】\n]{1,80}】)/), [text]);
  return (
    <div className="palette-preview-text">
      {parts.map((part, index) =>
        // Split by one capturing group: every second part is a blank. Parts have no other identity than their place.
        index % 2 === 1 ? <mark key={`${index} ${part}`}>{part}</mark> : part,
      )}
    </div>
  );
}
