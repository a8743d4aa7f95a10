import { useState } from 'react';
import type {
  PromptVersionsReply,
  ReviewedPrompt,
  ReviewedWorkflow,
} from '../../lib/contract/hub/sharing.ts';
import { boardLibrary, staleWords } from '../../lib/i18n/board-library.ts';
import { instantWords } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { sharing } from '../../lib/i18n/sharing.ts';
import { SentText } from '../prompts/share-preview.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Select } from '../ui/field.tsx';
import { Tag } from '../ui/tag.tsx';
import './board.css';
import './library.css';

/** A text that is or was in use. */
type Version = PromptVersionsReply['versions'][number];

/** The department's prompts that are or were in use. */
export interface PromptsView {
  readonly prompts: readonly ReviewedPrompt[];
  /** Registered workflows, for the names and to choose from. */
  readonly workflows: readonly ReviewedWorkflow[];
  readonly canDecide: boolean;
  readonly busy: string | undefined;
}

/** What can be done about them. */
export interface PromptsDeeds {
  readonly onKeep: (prompt: ReviewedPrompt) => void;
  readonly onRetire: (prompt: ReviewedPrompt) => void;
  readonly onReuse: (prompt: ReviewedPrompt, version: number) => void;
  readonly onAttach: (prompt: ReviewedPrompt, workflowId: string | null) => void;
  /** Every text so far; undefined when the hub does not answer. */
  readonly versionsOf: (prompt: ReviewedPrompt) => Promise<readonly Version[] | undefined>;
}

interface Given {
  readonly view: PromptsView;
  readonly language: Language;
  readonly deeds: PromptsDeeds;
}

/** Prompts in use that should be read once more; nothing when there are none. */
export function StalePrompts({ view, language, deeds }: Given) {
  const t = boardLibrary[language];
  const stale = view.prompts.filter((prompt) => prompt.stale !== undefined);
  if (stale.length === 0) return undefined;
  return (
    <Card title={t.stale}>
      <p className="board-soft">{t.staleLead}</p>
      <ul className="board-rows">
        {stale.map((prompt) => (
          <PromptRow key={prompt.id} {...{ prompt, view, language, deeds }}>
            {view.canDecide && (
              <>
                <Button
                  size="small"
                  busy={view.busy === prompt.id}
                  aria-label={t.keepNamed(titleOf(prompt))}
                  onClick={() => deeds.onKeep(prompt)}
                >
                  {t.keep}
                </Button>
                <Button
                  size="small"
                  variant="plain"
                  aria-label={t.retireNamed(titleOf(prompt))}
                  onClick={() => deeds.onRetire(prompt)}
                >
                  {t.retire}
                </Button>
              </>
            )}
          </PromptRow>
        ))}
      </ul>
    </Card>
  );
}

/** All of the department's prompts, those taken off below, each with its texts so far. */
export function DepartmentPrompts({ view, language, deeds }: Given) {
  const t = boardLibrary[language];
  const inUse = view.prompts.filter(({ state }) => state === 'inUse');
  const retired = view.prompts.filter(({ state }) => state === 'retired');
  return (
    <Card title={t.prompts}>
      {inUse.length === 0 ? (
        <EmptyState title={t.promptsNone}>{t.promptsNoneLead}</EmptyState>
      ) : (
        <ul className="board-rows">
          {inUse.map((prompt) => (
            <PromptRow key={prompt.id} {...{ prompt, view, language, deeds }}>
              {view.canDecide && (
                <Button
                  size="small"
                  variant="plain"
                  busy={view.busy === prompt.id}
                  aria-label={t.retireNamed(titleOf(prompt))}
                  onClick={() => deeds.onRetire(prompt)}
                >
                  {t.retire}
                </Button>
              )}
            </PromptRow>
          ))}
        </ul>
      )}
      {retired.length > 0 && (
        <details className="board-more">
          <summary>{t.retiredOnes(retired.length)}</summary>
          <ul className="board-rows">
            {retired.map((prompt) => (
              <PromptRow key={prompt.id} {...{ prompt, view, language, deeds }}>
                {view.canDecide && (
                  <Button
                    size="small"
                    aria-label={t.reuseNamed(titleOf(prompt))}
                    onClick={() => deeds.onReuse(prompt, prompt.inUse?.version ?? 1)}
                  >
                    {t.reuse}
                  </Button>
                )}
              </PromptRow>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

function PromptRow({
  prompt,
  view,
  language,
  deeds,
  children,
}: Given & { readonly prompt: ReviewedPrompt; readonly children: React.ReactNode }) {
  const t = boardLibrary[language];
  const { inUse, use, stale, workflowId, from } = prompt;
  const workflow = view.workflows.find(({ id }) => id === workflowId);
  if (inUse === undefined) return undefined;
  return (
    <li>
      <div>
        <p className="board-row-name">{inUse.text.title}</p>
        <p className="board-facts">
          {stale !== undefined && <Tag tone="due">{staleWords(stale, language)}</Tag>}
          {workflow !== undefined && <Tag>{workflow.name}</Tag>}
          {from !== undefined && <span>{t.takenFrom(from)}</span>}
          {inUse.author !== undefined && <span>{t.from(inUse.author)}</span>}
          <span>{t.approvedAt(instantWords(inUse.approvedAt, language))}</span>
          {use !== undefined && <span>{sharing[language].use(use.people, use.runs)}</span>}
        </p>
        <PromptDetails {...{ prompt, view, language, deeds }} />
      </div>
      <div className="board-presses">{children}</div>
    </li>
  );
}

/** Opened, it asks the hub for the earlier texts; the present one is there at once. */
function PromptDetails({ prompt, view, language, deeds }: Given & { prompt: ReviewedPrompt }) {
  const t = boardLibrary[language];
  const [versions, setVersions] = useState<readonly Version[]>();
  const { inUse } = prompt;
  if (inUse === undefined) return undefined;
  const earlier = versions?.filter(({ version }) => version !== inUse.version) ?? [];
  const isRegistered = view.workflows.some(({ id }) => id === prompt.workflowId);
  return (
    <details
      className="board-more"
      onToggle={(event) => {
        if (event.currentTarget.open && versions === undefined) {
          void deeds.versionsOf(prompt).then(setVersions);
        }
      }}
    >
      <summary aria-label={`${t.show}${language === 'ja' ? '：' : ': '}${inUse.text.title}`}>
        {t.show}
      </summary>
      <div className="board-stack">
        <SentText text={inUse.text} language={language} />
        {view.canDecide && (
          <Select
            label={t.workflowOf}
            value={isRegistered ? (prompt.workflowId ?? '') : ''}
            options={[
              { value: '', label: t.noWorkflow },
              ...view.workflows.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(id) => deeds.onAttach(prompt, id === '' ? null : id)}
          />
        )}
        {earlier.length > 0 && <h3 className="board-heading">{t.versions}</h3>}
        {earlier.map((version) => {
          const when = instantWords(version.approvedAt, language);
          return (
            <div key={version.version} className="board-stack">
              <p className="board-soft">{t.versionAt(when)}</p>
              <SentText text={version.text} language={language} />
              {view.canDecide && (
                <div className="board-presses">
                  <Button size="small" onClick={() => deeds.onReuse(prompt, version.version)}>
                    {t.bringBack}
                  </Button>
                </div>
              )}
            </div>
          );
        })}
      </div>
    </details>
  );
}

function titleOf({ inUse, open }: ReviewedPrompt): string {
  return (inUse ?? open)?.text.title ?? '';
}
