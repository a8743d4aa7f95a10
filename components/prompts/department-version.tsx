import type { Prompt, PromptText, Source } from '../../lib/domain/workflow.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { sharing } from '../../lib/i18n/sharing.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextDiff } from './text-diff.tsx';

/** What stands above the editor of a prompt that is the department's alone. */
export function DepartmentsPrompt({
  source,
  language,
}: {
  readonly source: Extract<Source, { kind: 'department' }>;
  readonly language: Language;
}) {
  const t = sharing[language];
  const { department, author } = source;
  return (
    <Notice title={author === undefined ? t.theirs(department) : t.theirsBy(department, author)}>
      {t.theirsLead}
    </Notice>
  );
}

/** A later version of the department's, beside the person's own copy: compared, offered, never taken by itself. */
export function NewerVersion({
  prompt,
  text,
  language,
  onTake,
}: {
  readonly prompt: Prompt;
  readonly text: PromptText;
  readonly language: Language;
  readonly onTake: () => void;
}) {
  const t = sharing[language];
  return (
    <Notice title={t.newer} action={<Button onClick={onTake}>{t.newerTake}</Button>}>
      <p>{t.newerLead}</p>
      <details>
        <summary className="prompts-open">{t.newerDiff}</summary>
        <TextDiff before={prompt} after={text} sides="department" language={language} />
      </details>
    </Notice>
  );
}
