import type { Prompt, PromptText } from '../../lib/domain/workflow.ts';
import { instantWords } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { prompts as strings } from '../../lib/i18n/prompts.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Hidden } from '../ui/hidden.tsx';
import { diffLines, type DiffLine } from './diff-lines.ts';

/** Unchanged lines shown around a change; longer stretches are told by their number. */
const AROUND = 2;

/** A prompt's earlier texts, newest first, each compared with the one in use and ready to be brought back. */
export function PromptVersions({
  prompt,
  language,
  onBringBack,
}: {
  readonly prompt: Prompt;
  readonly language: Language;
  readonly onBringBack: (text: PromptText) => void;
}) {
  const t = strings[language];
  return (
    <Card title={t.versionsHeading}>
      {prompt.versions.length === 0 ? (
        <p className="prompts-none">{t.versionsEmpty}</p>
      ) : (
        <ol className="prompts-versions">
          {prompt.versions.toReversed().map((version) => {
            const when = instantWords(version.replacedAt, language);
            return (
              <li key={version.replacedAt} className="prompts-version">
                <p className="prompts-version-when">{t.versionAt(when)}</p>
                <details>
                  <summary className="prompts-open">{t.showDiff}</summary>
                  <VersionDiff before={version} after={prompt} language={language} />
                </details>
                <Button
                  size="small"
                  icon="undo"
                  aria-label={t.bringBackOf(when)}
                  onClick={() => onBringBack(version)}
                >
                  {t.bringBack}
                </Button>
              </li>
            );
          })}
        </ol>
      )}
    </Card>
  );
}

function VersionDiff({
  before,
  after,
  language,
}: {
  readonly before: PromptText;
  readonly after: PromptText;
  readonly language: Language;
}) {
  const t = strings[language];
  const lines = diffLines(before.body, after.body);
  return (
    <div className="prompts-diff">
      {before.title !== after.title && (
        <>
          <p className="prompts-none">{t.diffTitle}</p>
          <DiffText lines={diffLines(before.title, after.title)} language={language} />
        </>
      )}
      {lines.every(({ kind }) => kind === 'same') ? (
        <p className="prompts-none">{t.diffSame}</p>
      ) : (
        <>
          <p className="prompts-none">{t.diffLegend}</p>
          <DiffText lines={lines} language={language} />
        </>
      )}
    </div>
  );
}

function DiffText({
  lines,
  language,
}: {
  readonly lines: readonly DiffLine[];
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
              {line.kind !== 'same' && (
                <Hidden>{line.kind === 'removed' ? t.diffRemoved : t.diffAdded} </Hidden>
              )}
              {line.text === '' ? ' ' : line.text}
            </span>
          </li>
        ),
      )}
    </ul>
  );
}
