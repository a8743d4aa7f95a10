import type { HelloReply, LibraryReply } from '../../lib/contract/page-messages.ts';
import { healthName, type ToolAdapter } from '../../lib/sites/adapter.ts';
import { findComposer, type ComposerSearch } from '../../lib/sites/find-composer.ts';
import type { Panel, PanelHost } from '../panel/panel-api.ts';
import { ask, extension, tellHealth } from './extension.ts';
import { groundBehind, WHITE, type Ground } from './ground.ts';
import { createListeners } from './listeners.ts';
import { createHost } from './own-host.ts';
import { nodeAt, placesAround, whatIsAt, type Place } from './row-place.ts';
import { ROW_STYLE } from './row-style.ts';
import { isShortcut } from './shortcut.ts';
import type { Veil } from './veil.ts';
import { watchBox, type BoxWatch, type FoundComposer } from './watch-box.ts';

/** The row above the composer and the door to the palette. */
export interface Row {
  /** Shows what the background answered; called again when it changes. */
  update(hello: HelloReply, adapter: ToolAdapter): void;
  /** To be told of every key that goes down in the page; whether it was the shortcut, which is then over for everybody. */
  takes(event: KeyboardEvent): boolean;
  stop(): void;
}

/** Signs that the page may have changed around the composer. None of them comes with a key or a token. */
const SIGNS = 'focusin click wheel popstate';
const SETTLED_MS = 150;
/** A page that takes our node away this often does not want it; hydration does so once. */
const MOST_ATTACHMENTS = 8;

/** Creates the row; nothing is drawn before `update`. The veil is told of its host, so that typing inside stays there. */
export function createRow(veil: Veil): Row {
  const listeners = createListeners(true);
  let hello: HelloReply;
  let adapter: ToolAdapter;
  let handoff: string | undefined;
  let watch: BoxWatch | undefined;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let ground: Ground = WHITE;
  let place: Place | undefined;

  const bar = document.createElement('div');
  bar.role = 'group';
  const { host, shadow, cover } = createHost(bar);
  veil.host = host;
  let attachments = 0;
  const kept = new MutationObserver(onSign);

  /** Puts the host back, or gives up for good; whether this was the first time. */
  function attach(): boolean {
    if (host.isConnected) return false;
    if (attachments++ < MOST_ATTACHMENTS) document.documentElement.append(host);
    else rest();
    return attachments === 1;
  }

  function draw({ strings, suggestions }: HelloReply): void {
    const chips = suggestions.map(({ promptId, title, reason, isPlain }) => {
      const chip = button('c', () => open(promptId), part('b', title));
      if (!isPlain) chip.append(part('small', reason));
      chip.title = `${title} – ${reason}`;
      return chip;
    });
    const more = button(
      'm',
      () => open(),
      part('i', ''),
      part('b', strings.openPalette),
      part('kbd', strings.shortcut),
    );
    const fold = button('x', () => withPanel((panel, at) => panel.askToFold(at)), '×');
    fold.ariaLabel = fold.title = strings.more;
    bar.ariaLabel = strings.rowLabel;
    bar.replaceChildren(...chips, more, fold);
  }

  function show(next: Place | undefined): void {
    place = next;
    bar.hidden = !next || !hello.row;
    if (!next) return;
    bar.className = `r ${next.form}${ground.isDark ? ' dark' : ''}`;
    bar.style.cssText = `--g:${ground.colour};width:${next.width}px;transform:translate(${next.left}px,${next.top}px)`;
  }

  function around({ box }: FoundComposer): Place[] {
    const { clientWidth, clientHeight } = document.documentElement;
    return placesAround(
      box.getBoundingClientRect(),
      [clientWidth, clientHeight],
      adapter.conversationPath.test(location.pathname) || !hello.suggestions.length,
    );
  }

  /** While the box moves the row keeps its kind of place; a look around costs more and waits until it rests. */
  function onMove(composer: FoundComposer | undefined): void {
    show(composer && place && around(composer).find(({ slot }) => slot === place?.slot));
  }

  function onRest(composer: FoundComposer): void {
    const { box } = composer;
    const { left, top, width, height } = box.getBoundingClientRect();
    const on = nodeAt(left + width / 2, top + height / 2, host);
    ground = groundBehind(box.parentElement);
    let best: Place | undefined;
    // Something of the page may lie over the composer, a dialog for example: the row has no business on top of it.
    for (const at of on && (box.contains(on) || on.contains(box)) ? around(composer) : []) {
      const taken = whatIsAt(at, host);
      if (taken === 1 && at.form === 'float') best ??= at;
      if (taken > 0) continue;
      best = at;
      break;
    }
    show(best);
    if (handoff) open(handoff);
  }

  function onFound({ how, box }: ComposerSearch): void {
    const name = `found:${how}`;
    if (box)
      tellHealth(
        name,
        healthName('box', adapter.boxes, (css) => box.matches(css)),
      );
    else tellHealth(name);
  }

  function takes(event: KeyboardEvent): boolean {
    const { shortcut } = hello;
    // Alt goes down some 0.1 s before the letter: time enough to load the palette once, and never at load.
    if (shortcut.alt && event.altKey && event.code === 'AltLeft' && event.isTrusted) void load();
    // A page could open the palette, and read what it puts into the composer, by keys it makes up.
    if (!isShortcut(event, shortcut) || !event.isTrusted || !findComposer(adapter).editor) {
      return false;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    open();
    return true;
  }

  function open(promptId?: string): void {
    handoff = undefined;
    // Asked for while the palette is still on its way.
    const library = ask<LibraryReply>({ type: 'library' });
    withPanel((panel, panelHost) => panel.open(panelHost, library, promptId));
  }

  function withPanel(use: (panel: Panel, panelHost: PanelHost) => void): void {
    // The cover's first layout comes before anything inside can take the focus.
    const drawn = attach() && new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    void Promise.all([load(), drawn]).then(() => {
      const isFull = place?.form === 'full';
      const panel = globalThis.bansoPanel;
      const { composingIn } = veil;
      if (panel)
        use(panel, { host, shadow, cover, hello, adapter, ask, isFull, ground, composingIn });
    });
  }

  function onSign(): void {
    clearTimeout(settling);
    settling = setTimeout(() => {
      if (watch) attach();
      watch?.check();
    }, SETTLED_MS);
  }

  function rest(): void {
    bar.hidden = true;
    watch?.stop();
    watch = undefined;
    kept.disconnect();
  }

  listeners.add(window, SIGNS, onSign);
  // The editor keeps its focus and its caret while the row is pressed.
  bar.addEventListener('mousedown', (event) => event.preventDefault());
  bar.addEventListener('pointerover', () => void load());

  return {
    takes,
    update(next, known) {
      hello = next;
      adapter = known;
      handoff ??= next.handoff?.promptId;
      rest();
      if (!shadow.adoptedStyleSheets.length) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(ROW_STYLE);
        shadow.adoptedStyleSheets.push(sheet);
      }
      if (next.row) draw(next);
      if (!next.row && !handoff) return;
      attach();
      // Without `subtree`: only the children of <html>, and what changes a theme. Nothing of an answer that streams.
      const attributeFilter = ['class', 'style', 'data-theme', 'data-mode'];
      kept.observe(document.documentElement, { childList: true, attributeFilter });
      if (document.body) kept.observe(document.body, { attributeFilter });
      watch = watchBox(adapter, { onFound, onMove, onRest });
    },
    stop() {
      rest();
      listeners.removeAll();
      host.remove();
    },
  };
}

function part(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

function button(look: string, press: () => void, ...parts: (Node | string)[]): HTMLElement {
  const made = document.createElement('button');
  made.className = look;
  made.append(...parts);
  made.addEventListener('click', press);
  return made;
}

/** Loads the palette once; it leaves itself in `bansoPanel`. Asked again meanwhile, the browser gives the same module. */
async function load(): Promise<void> {
  const url = extension()?.getURL('/panel.js');
  if (url && !globalThis.bansoPanel) await import(/* @vite-ignore */ url);
}
