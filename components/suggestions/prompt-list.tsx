import { useLayoutEffect, useRef } from 'react';
import type { LibraryPrompt } from '../../lib/contract/page-messages.ts';
import { isPlainReason, type SuggestionReason } from '../../lib/domain/suggestion.ts';
import { reasonLine } from '../../lib/i18n/launcher.ts';
import { palette } from '../../lib/i18n/palette.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Tag } from '../ui/tag.tsx';

/** A prompt found, and why it stands where it stands. */
export interface FoundPrompt {
  readonly prompt: LibraryPrompt;
  readonly reason: SuggestionReason;
}

interface PromptListProps {
  readonly id: string;
  readonly found: readonly FoundPrompt[];
  /** Position of the active one; its option's id is `optionId`. */
  readonly active: number;
  readonly language: Language;
  readonly onPoint: (position: number) => void;
  readonly onPick: (prompt: LibraryPrompt) => void;
}

/** The id of an option, for `aria-activedescendant`. */
export function optionId(listId: string, position: number): string {
  return `${listId}-${position}`;
}

/** The listbox of the palette. It never has the focus: the search keeps it and names the active option. */
export function PromptList({ id, found, active, language, onPoint, onPick }: PromptListProps) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div
      className="palette-list"
      id={id}
      // A <select> cannot keep the focus in a search field.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="listbox"
      ref={list}
      aria-label={palette[language].results}
    >
      {found.map(({ prompt, reason }, position) => (
        // The search keeps the focus and handles the keys of its listbox.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
        <div
          key={prompt.id}
          id={optionId(id, position)}
          className="palette-option"
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="option"
          aria-selected={position === active}
          onMouseMove={() => onPoint(position)}
          onClick={() => onPick(prompt)}
        >
          <span className="palette-option-title">{prompt.title}</span>
          <span className="palette-option-why">
            {prompt.due ? (
              <Tag tone="due">{palette[language].due}</Tag>
            ) : (
              isPlainReason(reason) || reasonLine(reason, language)
            )}
          </span>
          <span className="palette-option-about">
            {prompt.workflowName !== undefined && <span>{prompt.workflowName}</span>}
            <span className="palette-option-source">{sourceWords(prompt, language)}</span>
          </span>
        </div>
      ))}
    </div>
  );
}

/** Where it came from; of a colleague's the name, when that person wants to be named. */
function sourceWords({ source }: LibraryPrompt, language: Language): string {
  const text = palette[language];
  switch (source.kind) {
    case 'own':
      return text.sourceOwn;
    case 'pack':
      return text.sourcePack;
    case 'department':
      return text.sourceDepartment(source.department, source.author);
  }
}
