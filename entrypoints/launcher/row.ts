import type { HelloReply, PageMessage } from '../../lib/contract/page-messages.ts';
import type { ToolAdapter } from '../../lib/sites/adapter.ts';
import { findComposer } from '../../lib/sites/find-composer.ts';
import type { PanelHost } from '../panel/panel-api.ts';
import { ask, extension } from './extension.ts';
import { groundBehind, type Ground } from './ground.ts';
import { isTaken, placesAround, type Place } from './row-place.ts';
import { ROW_STYLE } from './row-style.ts';
import { isShortcut, shortcutLabel } from './shortcut.ts';
import { watchBox, type BoxWatch, type FoundComposer } from './watch-box.ts';

/** The row above the composer and the door to the palette. */
export interface Row {
  /** Shows what the background answered; called again when it changes. */
  update(hello: HelloReply): void;
  stop(): void;
}

/** Everything a person types; aimed at our host it is kept from the page. */
const TYPING =
  'keydown keypress keyup beforeinput input compositionstart compositionupdate compositionend paste copy cut';

/**
 * Creates the row. To be called at the start of the document: its listeners must be the first of the window, so
 * that what is typed into the palette never reaches the page's own (they are stopped here and repeated inside).
 * `onTyping` hears of that typing, which is a person's input like any other. Draws nothing before `update`.
 */
export function createRow(adapter: ToolAdapter, onTyping?: (event: Event) => void): Row {
  const listening = new AbortController();
  let hello: HelloReply | undefined;
  let watch: BoxWatch | undefined;
  let kept: MutationObserver | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let ground: Ground = { colour: 'Canvas', isDark: false };
  let place: Place | undefined;

  const host = document.createElement('div');
  const shadow = host.attachShadow({ mode: 'closed' });
  const bar = document.createElement('div');
  const sheet = new CSSStyleSheet();
  bar.className = 'r';
  bar.hidden = true;
  bar.role = 'group';
  shadow.append(bar);

  function draw({ strings, suggestions, shortcut }: HelloReply): void {
    const chips = suggestions.map(({ promptId, title, reason }) => {
      const chip = button('c', title, () => void open(promptId));
      chip.append(part('small', reason));
      chip.title = `${title} – ${reason}`;
      return chip;
    });
    const more = button('m', strings.openPalette, () => void open());
    more.prepend(part('i', ''));
    more.append(part('kbd', shortcutLabel(shortcut, navigator.platform.startsWith('Mac'))));
    more.ariaLabel = strings.openPalette;
    const fold = button('x', '×', () => {
      bar.replaceChildren(
        button('', strings.foldToday, () => away('today')),
        button('', strings.foldAlways, () => away('always')),
        button('m x', '↩', () => draw(hello!)),
      );
    });
    fold.ariaLabel = fold.title = strings.more;
    bar.ariaLabel = strings.rowLabel;
    bar.replaceChildren(...chips, more, fold);
  }

  function away(until: 'today' | 'always'): void {
    bar.hidden = true;
    rest();
    void ask({ type: 'fold', until });
  }

  function attach(): void {
    if (!host.isConnected) document.documentElement.append(host);
  }

  function show(next: Place | undefined): void {
    place = next;
    bar.hidden = !next;
    if (!next) return;
    bar.className = `r ${next.form[0]}${ground.isDark ? ' d' : ''}`;
    bar.style.cssText = `--g:${ground.colour};width:${next.width}px;transform:translate(${next.left}px,${next.top}px)`;
  }

  function around({ box }: FoundComposer): Place[] {
    const { clientWidth, clientHeight } = document.documentElement;
    return placesAround(
      box.getBoundingClientRect(),
      { width: clientWidth, height: clientHeight },
      adapter.conversationPath.test(location.pathname) || !hello?.suggestions.length,
    );
  }

  /** While the box moves the row keeps its kind of place; a look around costs more and waits until it rests. */
  function onMove(composer: FoundComposer): void {
    if (place) show(around(composer).find(({ slot }) => slot === place?.slot));
  }

  function onRest(composer: FoundComposer): void {
    attach();
    const { left, top, width, height } = composer.box.getBoundingClientRect();
    const [on] = document
      .elementsFromPoint(left + width / 2, top + height / 2)
      .filter((node) => node !== host);
    // Something of the page lies over the composer, a dialog for example: the row has no business on top of it.
    const isCovered = on && !composer.box.contains(on) && !on.contains(composer.box);
    ground = groundBehind(composer.box.parentElement);
    show(isCovered ? undefined : around(composer).find((each) => !isTaken(each, host)));
  }

  function onTypingAtHost(event: Event): void {
    if (event.target === host) {
      event.stopImmediatePropagation();
      onTyping?.(event);
      globalThis.bansoPanel?.repeatInside(event);
    } else if (
      event.type === 'keydown' &&
      hello &&
      isShortcut(event as KeyboardEvent, hello.shortcut) &&
      findComposer(adapter).editor
    ) {
      event.preventDefault();
      event.stopImmediatePropagation();
      void open();
    }
  }

  async function open(promptId?: string): Promise<void> {
    const panelHost: PanelHost | undefined = hello && {
      host,
      shadow,
      hello,
      adapter,
      ask: (message: PageMessage) => ask(message),
      offered: place?.form === 'full' ? hello.suggestions.map((each) => each.promptId) : [],
      ground: () => ground,
    };
    dress();
    await load();
    if (panelHost) globalThis.bansoPanel?.open(panelHost, promptId);
  }

  function dress(): void {
    if (!shadow.adoptedStyleSheets.length) {
      sheet.replaceSync(ROW_STYLE);
      shadow.adoptedStyleSheets = [sheet];
    }
    attach();
  }

  function onSigns(): void {
    clearTimeout(quiet);
    quiet = setTimeout(() => watch?.check(), 150);
  }

  function rest(): void {
    watch?.stop();
    kept?.disconnect();
    watch = undefined;
  }

  function begin(): void {
    dress();
    kept = new MutationObserver(() => {
      attach();
      onSigns();
    });
    const attributeFilter = ['class', 'style', 'data-theme', 'data-mode'];
    // Neither has `subtree`: only children of <html>, and the classes that change a theme.
    kept.observe(document.documentElement, { childList: true, attributes: true, attributeFilter });
    if (document.body) kept.observe(document.body, { attributes: true, attributeFilter });
    watch = watchBox(adapter, { onMove, onRest, onNone: () => show(undefined) });
  }

  for (const type of TYPING.split(' ')) {
    window.addEventListener(type, onTypingAtHost, { capture: true, signal: listening.signal });
  }
  for (const type of ['focusin', 'click', 'wheel', 'resize', 'popstate']) {
    window.addEventListener(type, onSigns, {
      capture: true,
      passive: true,
      signal: listening.signal,
    });
  }
  // The editor keeps its focus and its caret while the row is pressed.
  bar.addEventListener('mousedown', (event) => event.preventDefault());
  bar.addEventListener('pointerover', () => void load());

  return {
    update(next) {
      const first = !hello;
      hello = next;
      rest();
      draw(next);
      if (next.row) begin();
      else show(undefined);
      if (first && next.handoff) void open(next.handoff.promptId);
    },
    stop() {
      rest();
      listening.abort();
      clearTimeout(quiet);
      host.remove();
    },
  };
}

function button(className: string, label: string, onClick: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.className = className;
  made.append(part('b', label));
  made.addEventListener('click', onClick);
  return made;
}

function part(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

/** Loads the palette once; it leaves itself in `bansoPanel`. */
async function load(): Promise<void> {
  const url = extension()?.getURL('/panel.js');
  if (url && !globalThis.bansoPanel) await import(/* @vite-ignore */ url);
}
