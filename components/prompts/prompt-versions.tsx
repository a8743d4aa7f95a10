import type { Prompt, PromptText } from '../../lib/domain/workflow.ts';
import { instantWords } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { prompts as strings } from '../../lib/i18n/prompts.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { TextDiff } from './text-diff.tsx';

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
                  <TextDiff before={version} after={prompt} language={language} />
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
