import type { ChipReply, WorkMessage } from '../../lib/contract/work-messages.ts';
import { createHost } from '../launcher/own-host.ts';
import { CHIP_STYLE } from './chip-style.ts';
import { freeSide, isBusy } from './page-signs.ts';

type Act = Extract<WorkMessage, { type: 'chip' }>['act'];

const SETTLED_MS = 200;

/**
 * Draws one chip in a corner of the page: the person's own work, one button, and ways to see less of it. It hides while a password is typed or a
 * dialog is open, gives way when the corner is taken, and does not come back when the page removes it. Only a person's own press counts.
 * `tell` hears what became of it; `shown` once, when it is first in sight.
 */
export function createChip({ name, language, strings }: ChipReply, tell: (act: Act) => void): void {
  const listening = new AbortController();
  const chip = element('div', 'chip');
  const { host, shadow } = createHost(chip);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CHIP_STYLE);
  shadow.adoptedStyleSheets.push(sheet);
  let wasShown = false;
  let settling: ReturnType<typeof setTimeout> | undefined;

  function end(act?: Act): void {
    listening.abort();
    clearTimeout(settling);
    host.remove();
    if (act !== undefined) tell(act);
  }

  chip.role = 'region';
  chip.ariaLabel = strings.label;
  chip.lang = language;
  chip.hidden = true;
  const less = element('div', 'less');
  less.hidden = true;
  const more = button('⋯', 'more', () => {
    less.hidden = !less.hidden;
    more.ariaExpanded = String(!less.hidden);
  });
  more.ariaLabel = more.title = strings.more;
  more.ariaExpanded = 'false';
  const close = button('×', 'close', () => end());
  close.ariaLabel = close.title = strings.close;
  const ways = ['notToday', 'muteWork', 'muteSite', 'off'] as const;
  less.append(...ways.map((act) => button(strings[act], 'way', () => end(act))));
  chip.append(
    element('span', 'name', name),
    button(strings.draft, 'draft', () => end('taken')),
    more,
    close,
    less,
  );
  function look(): void {
    // The page took it away: it is not put back.
    if (wasShown && !host.isConnected) return end();
    const side = isBusy() ? undefined : freeSide(host);
    if (side === undefined && !wasShown) return undefined;
    chip.hidden = side === undefined;
    if (side === undefined) return undefined;
    host.dataset['side'] = side;
    if (wasShown) return undefined;
    document.documentElement.append(host);
    wasShown = true;
    tell('shown');
    return undefined;
  }

  function onSign(): void {
    clearTimeout(settling);
    settling = setTimeout(look, SETTLED_MS);
  }

  for (const sign of ['focusin', 'click', 'resize', 'visibilitychange']) {
    window.addEventListener(sign, onSign, {
      capture: true,
      passive: true,
      signal: listening.signal,
    });
  }
  look();
}

function element(tag: 'div' | 'span', look: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = look;
  made.textContent = text;
  return made;
}

/** A press that a page's script makes up does nothing. */
function button(text: string, look: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = look;
  made.textContent = text;
  made.addEventListener('click', (event) => {
    if (event.isTrusted) press();
  });
  return made;
}
