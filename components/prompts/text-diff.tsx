import type { PromptText } from '../../lib/domain/workflow.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { prompts as strings } from '../../lib/i18n/prompts.ts';
import { Hidden } from '../ui/hidden.tsx';
import { diffLines, type DiffLine } from './diff-lines.ts';
import './prompts.css';

/** Unchanged lines shown around a change; longer stretches are told by their number. */
const AROUND = 2;

/** What is compared: an earlier version with the text here, the text here with the department's, or the one in use with a proposed one. */
type Sides = 'versions' | 'department' | 'review';

/** Two texts of a prompt compared line by line, titles too. */
export function TextDiff({
  before,
  after,
  sides = 'versions',
  language,
}: {
  readonly before: PromptText;
  readonly after: PromptText;
  readonly sides?: Sides | undefined;
  readonly language: Language;
}) {
  const t = strings[language];
  const words = { removed: t[`diffRemoved_${sides}`], added: t[`diffAdded_${sides}`] };
  const lines = diffLines(before.body, after.body);
  return (
    <div className="prompts-diff">
      {before.title !== after.title && (
        <>
          <p className="prompts-none">{t.diffTitle}</p>
          <DiffText lines={diffLines(before.title, after.title)} {...{ words, language }} />
        </>
      )}
      {lines.every(({ kind }) => kind === 'same') ? (
        <p className="prompts-none">{t.diffSame}</p>
      ) : (
        <>
          <p className="prompts-none">{t.diffLegend(words.removed, words.added)}</p>
          <DiffText {...{ lines, words, language }} />
        </>
      )}
    </div>
  );
}

function DiffText({
  lines,
  words,
  language,
}: {
  readonly lines: readonly DiffLine[];
  readonly words: { readonly removed: string; readonly added: string };
  readonly language: Language;
}) {
  const t = strings[language];
  const near = (index: number): boolean =>
    lines
      .slice(Math.max(0, index - AROUND), index + AROUND + 1)
      .some(({ kind }) => kind !== 'same');
  const shown: { readonly key: number; readonly line?: DiffLine; readonly hidden?: number }[] = [];
  lines.forEach((line, index) => {
    const last = shown.at(-1);
    if (near(index)) shown.push({ key: index, line });
    else if (last?.hidden === undefined) shown.push({ key: index, hidden: 1 });
    else shown[shown.length - 1] = { ...last, hidden: last.hidden + 1 };
  });
  return (
    <ul className="prompts-diff-text">
      {shown.map(({ key, line, hidden }) =>
        line === undefined ? (
          <li key={key} className="prompts-diff-hidden">
            {t.diffUnchanged(hidden ?? 0)}
          </li>
        ) : (
          <li key={key} className={`prompts-diff-${line.kind}`}>
            <span className="prompts-diff-sign" aria-hidden="true">
              {line.kind === 'removed' ? '−' : line.kind === 'added' ? '+' : ''}
            </span>
            <span>
              {line.kind !== 'same' && <Hidden>{words[line.kind]} </Hidden>}
              {line.text === '' ? ' ' : line.text}
            </span>
          </li>
        ),
      )}
    </ul>
  );
}
