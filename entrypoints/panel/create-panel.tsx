import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import type { Filled } from '../../components/suggestions/fill-form.tsx';
import { filledAtOnce } from '../../components/suggestions/fill-form.tsx';
import { OutcomeNote, type NoteAction } from '../../components/suggestions/outcome-note.tsx';
import { Palette, type PaletteLibrary } from '../../components/suggestions/palette.tsx';
import type { LibraryPrompt, LibraryReply, WholeReply } from '../../lib/contract/page-messages.ts';
import type { DayKey } from '../../lib/domain/day.ts';
import { templateVariables } from '../../lib/domain/template.ts';
import { palette } from '../../lib/i18n/palette.ts';
import { findComposer } from '../../lib/sites/find-composer.ts';
import { readEditorText } from '../../lib/sites/insertion/editor-text.ts';
import { insertionHealthKey, insertPrompt } from '../../lib/sites/insertion/insert-prompt.ts';
import { watchTyping, type TypingWatch } from '../../lib/sites/insertion/typing-watch.ts';
import { toolAtOrigin } from '../../lib/sites/registry.ts';
import { rememberFocus, type FocusMemory } from './focus-memory.ts';
import { finderFor } from './library.ts';
import type { Panel, PanelHost } from './panel-api.ts';
import { panelSheet, whileOpenSheet } from './panel-style.ts';
import { placePanel } from './placement.ts';
import { repeatInside } from './repeat-inside.ts';

const NOTE_STAYS_MS = 7000;
const isMac = navigator.platform.startsWith('Mac');
const KEYS = { insert: isMac ? '⌘Enter' : 'Ctrl+Enter', undo: isMac ? '⌘Z' : 'Ctrl+Z' };

/** What is drawn: nothing, the palette, or a note about what happened. */
interface Shown {
  readonly panel: PanelHost;
  readonly place: HTMLElement;
  readonly root: Root;
}

/** The palette's controller: one for a page, kept between openings. Everything it remembers of a draft ends with an opening. */
export function createPanel(): Panel {
  // Read now, while the key that asks for the palette is still going down.
  panelSheet();
  let shown: Shown | undefined;
  let focus: FocusMemory | undefined;
  let typing: TypingWatch | undefined;
  let isOpen = false;
  let noteTimer: ReturnType<typeof setTimeout> | undefined;

  function stage(panel: PanelHost): Shown {
    if (shown?.panel.shadow === panel.shadow) {
      shown = { ...shown, panel };
      return shown;
    }
    const place = document.createElement('div');
    place.className = 'palette-place';
    panel.cover.append(place);
    panel.shadow.adoptedStyleSheets.push(panelSheet());
    shown = { panel, place, root: createRoot(place) };
    return shown;
  }

  /** Sheets, theme and place. A note lies where the row is; the palette covers more. */
  function dress({ panel, place }: Shown, as: 'palette' | 'note'): void {
    const sheets = panel.shadow.adoptedStyleSheets.filter((each) => each !== whileOpenSheet());
    panel.shadow.adoptedStyleSheets = [...sheets, whileOpenSheet()];
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const box = findComposer(panel.adapter).box?.getBoundingClientRect();
    const at = placePanel(box, { width, height });
    place.hidden = false;
    place.dataset['theme'] = panel.ground.isDark ? 'dark' : 'light';
    const edge =
      as === 'note' && box
        ? { bottom: `${Math.max(8, height - box.top + 6)}px`, top: 'auto' }
        : {
            top: at.top === undefined ? 'auto' : `${at.top}px`,
            bottom: at.bottom === undefined ? 'auto' : `${at.bottom}px`,
          };
    Object.assign(place.style, {
      left: `${at.left}px`,
      width: `${at.width}px`,
      ...edge,
      maxHeight: `${at.maxHeight}px`,
    });
  }

  function clear(): void {
    clearTimeout(noteTimer);
    isOpen = false;
    window.removeEventListener('pointerdown', onPressOutside, true);
    window.removeEventListener('resize', onResize);
    if (!shown) return;
    shown.root.render(null);
    shown.place.hidden = true;
    const { shadow } = shown.panel;
    shadow.adoptedStyleSheets = shadow.adoptedStyleSheets.filter(
      (each) => each !== whileOpenSheet(),
    );
  }

  function close(): void {
    if (!isOpen) return;
    typing?.stop();
    clear();
    focus?.restore();
  }

  function onPressOutside(event: Event): void {
    // The person went elsewhere: that place gets the focus, not the one from before.
    if (event.target !== shown?.panel.host) {
      typing?.stop();
      clear();
    }
  }

  function onResize(): void {
    if (isOpen && shown) dress(shown, 'palette');
  }

  async function open(
    panel: PanelHost,
    library: Promise<LibraryReply | undefined>,
    promptId?: string,
  ): Promise<void> {
    if (isOpen) {
      close();
      return;
    }
    const stageNow = stage(panel);
    const opening = performance.now();
    clear();
    isOpen = true;
    focus = rememberFocus(panel.host);
    typing = watchTyping(window, panel.composingIn);
    window.addEventListener('pointerdown', onPressOutside, true);
    window.addEventListener('resize', onResize);
    let canAsk = false;
    const draw = (shownLibrary: PaletteLibrary): void => {
      dress(stageNow, 'palette');
      flushSync(() =>
        stageNow.root.render(
          <Palette
            key={opening}
            library={shownLibrary}
            language={panel.hello.language}
            keys={KEYS}
            onInsert={(filled) => void insert(panel, filled)}
            onAsk={canAsk ? (workflowId) => ask(panel, workflowId) : undefined}
            onClose={close}
          />,
        ),
      );
    };
    // The search is there at once; what it searches comes a few milliseconds later.
    if (promptId === undefined) draw({ state: 'loading' });
    const reply = await library;
    if (!isOpen) return;
    canAsk = reply?.canAsk ?? false;
    const found = reply?.prompts.find(({ id }) => id === promptId);
    const startAt = found && (await wholePrompt(panel, found));
    if (!isOpen) return;
    if (reply && promptId !== undefined && !startAt) {
      clear();
      note(panel, { message: palette[panel.hello.language].gone, isDone: false });
    } else if (reply && startAt && templateVariables(startAt.body).length === 0) {
      await insert(panel, filledAtOnce(startAt, reply.today as DayKey));
    } else draw(reply ? readyLibrary(panel, reply, startAt) : { state: 'unreachable' });
  }

  async function insert(
    panel: PanelHost,
    { prompt, text, values, missing }: Filled,
  ): Promise<void> {
    const words = palette[panel.hello.language];
    const watch = typing ?? watchTyping(window, panel.composingIn);
    clear();
    const outcome = await insertPrompt(findComposer(panel.adapter).editor, text, {
      findEditor: () => findComposer(panel.adapter).editor,
      typing: watch,
      copy: (copied) => navigator.clipboard.writeText(copied),
    });
    watch.stop();
    void panel.ask({ type: 'health', counts: { [insertionHealthKey(outcome)]: 1 } });
    if (outcome.result === 'ok') {
      const offered = panel.isFull ? panel.hello.suggestions : [];
      const passedOver = offered.map(({ promptId }) => promptId).filter((id) => id !== prompt.id);
      void panel.ask({ type: 'inserted', promptId: prompt.id, atMs: Date.now(), passedOver });
      keep(panel, prompt, values);
    } else focus?.restore();
    const messages = {
      ok:
        missing.length === 0 ? words.inserted(KEYS.undo) : words.insertedWithBlanks(missing.length),
      copied: words.copied,
      refused: words.refused,
      leftPartial: words.leftPartial,
    };
    // Without a workflow there is nothing to register.
    const isOffer =
      outcome.result === 'ok' &&
      prompt.offeredBy !== undefined &&
      prompt.workflowName !== undefined;
    note(panel, {
      message: messages[outcome.result],
      isDone: outcome.result === 'ok',
      actions: isOffer
        ? [{ label: words.adopt, onPress: () => void adopt(panel, prompt.id) }]
        : undefined,
    });
  }

  /** Its page opens in a tab of its own; what stands in the composer is neither read nor taken along. */
  function ask(panel: PanelHost, workflowId: string | undefined): void {
    typing?.stop();
    clear();
    void panel.ask({ type: 'askForHelp', ...(workflowId === undefined ? {} : { workflowId }) });
  }

  async function adopt(panel: PanelHost, promptId: string): Promise<void> {
    const words = palette[panel.hello.language];
    const reply = await panel.ask<{ readonly ok: boolean }>({ type: 'adopt', promptId });
    const isDone = reply?.ok === true;
    note(panel, { message: isDone ? words.adopted : words.adoptFailed, isDone });
  }

  interface Note {
    readonly message: string;
    readonly isDone: boolean;
    readonly actions?: readonly NoteAction[] | undefined;
  }

  function note(panel: PanelHost, { message, isDone, actions }: Note): void {
    if (isOpen) return;
    const stageNow = stage(panel);
    dress(stageNow, 'note');
    stageNow.root.render(
      <OutcomeNote
        message={message}
        isDone={isDone}
        language={panel.hello.language}
        actions={actions}
        onDismiss={clear}
      />,
    );
    clearTimeout(noteTimer);
    noteTimer = setTimeout(clear, NOTE_STAYS_MS);
  }

  function askToFold(panel: PanelHost): void {
    const { strings, language } = panel.hello;
    const fold = (until: 'today' | 'always') => () => {
      clear();
      void panel.ask({ type: 'fold', until });
    };
    close();
    note(panel, {
      message: palette[language].foldAsk,
      isDone: false,
      actions: [
        { label: strings.foldToday, onPress: fold('today') },
        { label: strings.foldAlways, onPress: fold('always') },
      ],
    });
  }

  return {
    open: (panel, library, promptId) => void open(panel, library, promptId),
    askToFold,
    repeatInside: (event) => {
      if (shown) repeatInside(event, shown.panel.shadow);
    },
  };
}

/** Tells the values of variables marked for it; they stay in this browser. */
function keep(
  panel: PanelHost,
  prompt: LibraryPrompt,
  values: Readonly<Record<string, string>>,
): void {
  const kept = prompt.variables
    .filter(({ remember }) => remember === true)
    .map(({ name }) => [name, values[name] ?? ''] as const)
    .filter(([, value]) => value.trim() !== '' && value.length <= 2000);
  if (kept.length === 0) return;
  void panel.ask({ type: 'remember', promptId: prompt.id, values: Object.fromEntries(kept) });
}

/** The prompts ready to be searched, with the draft read once to rank them. */
function readyLibrary(
  panel: PanelHost,
  reply: LibraryReply,
  startAt: LibraryPrompt | undefined,
): PaletteLibrary {
  const editor = findComposer(panel.adapter).editor;
  const moment = {
    nowMs: Date.now(),
    utcOffsetMinutes: 0 - new Date().getTimezoneOffset(),
    tool: toolAtOrigin(location.origin)?.id,
  };
  const finder = finderFor(reply, editor ? readEditorText(editor) : '', moment);
  requestIdleCallback(() => finder.prepare());
  return {
    state: 'ready',
    today: reply.today as DayKey,
    count: reply.prompts.length,
    find: (query) => finder.find(query),
    whole: (prompt) => wholePrompt(panel, prompt),
    startAt,
  };
}

/** A prompt with its text: at once for the person's own, asked for when it is a pack's; undefined when nobody has it. */
async function wholePrompt(
  { ask }: PanelHost,
  prompt: LibraryPrompt,
): Promise<LibraryPrompt | undefined> {
  if (prompt.body !== '') return prompt;
  const whole = await ask<WholeReply>({ type: 'whole', promptId: prompt.id });
  return whole && { ...prompt, ...whole };
}
