import type { Word } from '../../lib/i18n/words.ts';

/** The end of every printable sheet of the board: the promise, what its words mean, and a line that only paper shows. */
export function SheetFoot({
  promise,
  definitions,
  printed,
}: {
  readonly promise: string;
  readonly definitions: readonly Word[];
  readonly printed: string;
}) {
  return (
    <footer className="board-foot">
      <p>{promise}</p>
      <dl className="board-definitions">
        {definitions.map(({ word, meaning }) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="board-printed">{printed}</p>
    </footer>
  );
}
