import { useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { LibraryPrompt } from '../../lib/contract/page-messages.ts';
import type { DayKey } from '../../lib/domain/day.ts';
import { templateVariables } from '../../lib/domain/template.ts';
import { palette } from '../../lib/i18n/palette.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { FillForm, filledAtOnce, type Filled } from './fill-form.tsx';
import { isConverting, stepTo } from './keys.ts';
import { optionId, PromptList, type FoundPrompt } from './prompt-list.tsx';

/** What the palette offers; `unreachable` when the background did not answer. */
export type PaletteLibrary =
  | { readonly state: 'loading' | 'unreachable' }
  | {
      readonly state: 'ready';
      readonly today: DayKey;
      /** How many prompts there are. */
      readonly count: number;
      /** The best answers to a query, best first. */
      readonly find: (query: string) => readonly FoundPrompt[];
      /** The prompt with its text, which a pack's offer comes without; undefined when it cannot be had. */
      readonly whole: (prompt: LibraryPrompt) => Promise<LibraryPrompt | undefined>;
      /** The prompt whose fields come first, without a list to go back to. */
      readonly startAt?: LibraryPrompt | undefined;
    };

interface PaletteProps {
  readonly library: PaletteLibrary;
  readonly language: Language;
  /** As the keys are named on this machine. */
  readonly keys: { readonly insert: string };
  readonly onInsert: (filled: Filled) => void;
  /** Asks the champion about the work of the prompt that was picked; undefined where there is nobody to ask. */
  readonly onAsk?: ((workflowId: string | undefined) => void) | undefined;
  /** Closed without inserting anything. */
  readonly onClose: () => void;
}

/**
 * The palette: search, then the fields of the prompt that was picked. Enter picks, and inserts at once when there is
 * nothing to fill; Ctrl+Enter inserts from anywhere with what is there; Escape goes back one step. Keys that belong to
 * an IME conversion do nothing here. Draws nothing outside itself and closes nothing by itself.
 */
export function Palette({ library, language, keys, onInsert, onAsk, onClose }: PaletteProps) {
  const text = palette[language];
  const listId = useId();
  const root = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [picked, setPicked] = useState<LibraryPrompt>();
  const [lost, setLost] = useState(false);
  const filling = useRef<Filled>(undefined);
  const startAt = library.state === 'ready' ? library.startAt : undefined;
  const current = picked ?? startAt;
  const found = useMemo(
    () => (library.state === 'ready' ? library.find(query) : []),
    [library, query],
  );

  useLayoutEffect(() => {
    if (!current) search.current?.focus({ preventScroll: true });
  }, [current]);

  /** Without a wait when the text is there already, so that keys pressed in a row find what they are meant for. */
  function withText(prompt: LibraryPrompt, use: (whole: LibraryPrompt) => void): void {
    if (prompt.body !== '') use(prompt);
    else if (library.state === 'ready') {
      void library.whole(prompt).then((whole) => (whole ? use(whole) : setLost(true)));
    }
  }

  function pick(prompt: LibraryPrompt): void {
    withText(prompt, (whole) => {
      if (library.state !== 'ready') return;
      if (templateVariables(whole.body).length === 0) onInsert(filledAtOnce(whole, library.today));
      else setPicked(whole);
    });
  }

  function insertNow(): void {
    if (library.state !== 'ready') return;
    const prompt = current ?? found[active]?.prompt;
    if (!prompt) return;
    const filled =
      current && filling.current?.prompt.id === prompt.id ? filling.current : undefined;
    if (filled) onInsert(filled);
    else withText(prompt, (whole) => onInsert(filledAtOnce(whole, library.today)));
  }

  function back(): void {
    filling.current = undefined;
    if (picked && !startAt) setPicked(undefined);
    else onClose();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isConverting(event.nativeEvent)) return;
    const done =
      (event.key === 'Escape' && (back(), true)) ||
      (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && (insertNow(), true)) ||
      (event.key === 'Tab' && keepInside(event));
    if (done) event.preventDefault();
  }

  function onSearchKeyDown(event: KeyboardEvent): void {
    if (isConverting(event.nativeEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const by = steps[event.key];
    if (by !== undefined) {
      event.preventDefault();
      setActive(stepTo(active, by, found.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const prompt = found[active]?.prompt;
      if (prompt) pick(prompt);
    }
  }

  /** Tab goes round inside; true when the step would have left. */
  function keepInside(event: KeyboardEvent): boolean {
    const stops = [
      ...(root.current?.querySelectorAll<HTMLElement>('input, textarea, select, button') ?? []),
    ];
    const [first, last] = event.shiftKey ? [stops.at(-1), stops[0]] : [stops[0], stops.at(-1)];
    if (event.target !== last) return false;
    first?.focus();
    return true;
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of a dialog
    <div
      ref={root}
      className="palette"
      // Not a <dialog>: as a modal it would make the page's composer inert, which then could not take the text.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="dialog"
      aria-modal="true"
      aria-label={text.label}
      lang={language}
      onKeyDown={onKeyDown}
    >
      {current ? (
        <>
          <header className="palette-head">
            <Button
              variant="plain"
              icon={startAt ? 'close' : 'back'}
              aria-label={startAt ? text.close : text.back}
              onClick={back}
            />
            <h2 className="palette-title">
              {current.title}
              {current.workflowName !== undefined && <small>{current.workflowName}</small>}
            </h2>
            {onAsk && (
              <Button size="small" onClick={() => onAsk(current.workflowId)}>
                {text.ask}
              </Button>
            )}
          </header>
          {library.state === 'ready' && (
            <FillForm
              key={current.id}
              prompt={current}
              today={library.today}
              language={language}
              insertKey={keys.insert}
              onInsert={onInsert}
              onChange={(filled) => {
                filling.current = filled;
              }}
            />
          )}
        </>
      ) : (
        <>
          <header className="palette-head">
            <Icon name="search" />
            <input
              ref={search}
              className="palette-search"
              type="text"
              role="combobox"
              aria-label={text.search}
              aria-expanded={found.length > 0}
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={found.length > 0 ? optionId(listId, active) : undefined}
              placeholder={text.search}
              autoComplete="off"
              spellCheck={false}
              value={query}
              onChange={(event) => {
                setQuery(event.target.value);
                setActive(0);
              }}
              onKeyDown={onSearchKeyDown}
            />
            <Button variant="plain" icon="close" aria-label={text.close} onClick={onClose} />
          </header>
          <PromptList
            id={listId}
            found={found}
            active={active}
            language={language}
            onPoint={setActive}
            onPick={pick}
          />
          {lost && <output className="palette-nothing">{text.unreachable}</output>}
          {found.length === 0 && <Nothing library={library} query={query} language={language} />}
          <footer className="palette-foot">
            <Hint keyName="↑↓" means={text.keyMove} />
            <Hint keyName="Enter" means={text.keyPick} />
            <Hint keyName={keys.insert} means={text.keyInsert} />
            <Hint keyName="Esc" means={text.keyClose} />
            {onAsk && (
              <Button size="small" onClick={() => onAsk(undefined)}>
                {text.ask}
              </Button>
            )}
          </footer>
          <output className="ui-hidden">
            {library.state === 'ready' && query !== '' ? text.found(found.length) : ''}
          </output>
        </>
      )}
    </div>
  );
}

function Hint({ keyName, means }: { readonly keyName: string; readonly means: string }) {
  return (
    <span className="palette-hint" aria-hidden="true">
      <kbd>{keyName}</kbd>
      {means}
    </span>
  );
}

interface NothingProps {
  readonly library: PaletteLibrary;
  readonly query: string;
  readonly language: Language;
}

/** What stands where the list would: why it is empty and what to do next. */
function Nothing({ library, query, language }: NothingProps) {
  const text = palette[language];
  if (library.state === 'loading') {
    return (
      <p className="palette-nothing" aria-busy="true">
        <span className="ui-hidden">{text.loading}</span>
      </p>
    );
  }
  if (library.state === 'unreachable') {
    return <p className="palette-nothing">{text.unreachable}</p>;
  }
  const isEmpty = library.state === 'ready' && library.count === 0;
  const [title, lead] = isEmpty
    ? [text.empty, text.emptyLead]
    : [text.noneFound(query.trim()), text.noneFoundLead];
  return (
    <div className="palette-nothing">
      <p className="palette-nothing-title">{title}</p>
      <p>{lead}</p>
    </div>
  );
}
