import { useId } from 'react';
import type { Prompt } from '../../lib/domain/workflow.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { prompts as strings } from '../../lib/i18n/prompts.ts';
import { sharing } from '../../lib/i18n/sharing.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';
import './prompts.css';

/** A prompt with what the list says about it. */
export interface ListedPrompt {
  readonly prompt: Prompt;
  readonly workflowName?: string | undefined;
  readonly packName?: string | undefined;
  /** How it stands with the department, in words. */
  readonly sharedAs?: string | undefined;
  /** Roughly how much the department uses it, in words. */
  readonly use?: string | undefined;
  /** The department's alone: there is nothing of the person's own to delete. */
  readonly isDepartments?: boolean | undefined;
}

/** Prompts with a search over titles and texts; the search itself is the caller's. */
export function PromptList({
  items,
  total,
  language,
  query,
  onQuery,
  editHref,
  onDelete,
}: {
  readonly items: readonly ListedPrompt[];
  /** Prompts without the search. */
  readonly total: number;
  readonly language: Language;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly editHref: (id: string) => string;
  readonly onDelete: (prompt: Prompt) => void;
}) {
  const t = strings[language];
  const id = useId();
  return (
    <div className="prompts">
      <div className="prompts-search">
        <label className="ui-hidden" htmlFor={id}>
          {t.search}
        </label>
        <input
          id={id}
          className="ui-input"
          type="search"
          placeholder={t.search}
          value={query}
          onChange={(event) => onQuery(event.target.value)}
        />
        <output className="prompts-count">
          {items.length === 0 ? t.noneFound : t.count(query === '' ? total : items.length)}
        </output>
      </div>
      <ul className="prompts-list">
        {items.map(({ prompt, workflowName, packName, sharedAs, use, isDepartments }) => (
          <li key={prompt.id} className="prompts-item">
            <div className="prompts-text">
              <h2 className="prompts-title">
                <a href={editHref(prompt.id)}>{prompt.title}</a>
              </h2>
              <p className="prompts-excerpt">{prompt.body}</p>
              <p className="prompts-facts">
                {workflowName !== undefined && <Tag tone="due">{workflowName}</Tag>}
                <Tag>{sourceWords(prompt, packName, language)}</Tag>
                {sharedAs !== undefined && <Tag tone="due">{sharedAs}</Tag>}
                {use !== undefined && <span>{use}</span>}
                {prompt.variables.length > 0 && <span>{t.blanks(prompt.variables.length)}</span>}
                {prompt.versions.length > 0 && (
                  <span>{t.versionsCount(prompt.versions.length)}</span>
                )}
              </p>
            </div>
            <div className="prompts-actions">
              <ButtonLink
                icon="edit"
                variant="plain"
                size="small"
                aria-label={t.editNamed(prompt.title)}
                href={editHref(prompt.id)}
              />
              {isDepartments !== true && (
                <Button
                  icon="trash"
                  variant="plain"
                  size="small"
                  aria-label={`${t.delete}: ${prompt.title}`}
                  onClick={() => onDelete(prompt)}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

function sourceWords({ source }: Prompt, packName: string | undefined, language: Language): string {
  if (source.kind === 'department') return sharing[language].from(source.department, source.author);
  const t = strings[language];
  return packName === undefined ? t.sourceOwn : t.sourcePack(packName);
}
