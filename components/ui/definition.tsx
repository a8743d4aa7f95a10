import { useId, type ReactNode } from 'react';

/**
 * A word that shows its definition when pressed (native popover: Escape and a press outside close it). Every number's
 * word is one of these; the words and definitions are `lib/i18n/words.ts`.
 */
export function Definition({
  word,
  meaning,
  children,
}: {
  /** The word as METRICS.md has it; title of the note. */
  readonly word: string;
  readonly meaning: ReactNode;
  /** What is drawn, when it is not the word itself. */
  readonly children?: ReactNode;
}) {
  const id = useId();
  const anchor = `--anchor-${id.replaceAll(/\W/g, '')}`;
  return (
    <>
      <button
        type="button"
        className="ui-definition"
        popoverTarget={id}
        style={{ anchorName: anchor }}
      >
        {children ?? word}
      </button>
      <span
        id={id}
        popover="auto"
        className="ui-definition-note"
        style={{ positionAnchor: anchor }}
      >
        <strong>{word}</strong>
        {meaning}
      </span>
    </>
  );
}
