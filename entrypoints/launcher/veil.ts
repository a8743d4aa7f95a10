import type { Listeners } from './listeners.ts';

/** Keeps from the page what is typed into our host. */
export interface Veil {
  /** Our host on `<html>`; nothing is kept while there is none. */
  host: Element | undefined;
  /** Where an IME conversion of the page is open. A node taken away in the middle tells no end, so only a connected one counts. */
  readonly composingIn: Element | undefined;
  /** Keeps an event of typing that is aimed at our host: it is stopped and repeated inside. Whether it was one. */
  keeps(event: Event): boolean;
}

/**
 * Everything a person types, but `keydown`: there the launcher has one listener for all of its parts. `textInput` is WebKit's old one, which
 * Chromium 156 still sends with the text in it.
 */
const TYPING =
  'keypress keyup beforeinput textInput input compositionstart compositionupdate compositionend paste copy cut';

/**
 * To be called at the start of the document: these listeners must be the window's first, so that what is typed into the
 * palette never reaches the page's own. `onTyping` hears of that typing, which is a person's input like any other. At
 * every key of the page it looks at nothing as long as the focus is not ours.
 */
export function createVeil(listeners: Listeners, onTyping: (event: Event) => void): Veil {
  /** Whether the focus went to our host last; it may have been taken away since. */
  let isInside = false;
  const veil: { -readonly [Part in keyof Veil]: Veil[Part] } = {
    host: undefined,
    composingIn: undefined,
    keeps(event) {
      if (!isInside || event.target !== veil.host) return false;
      event.stopImmediatePropagation();
      // What a page's script makes up never reaches the palette.
      if (event.isTrusted) {
        onTyping(event);
        globalThis.bansoPanel?.repeatInside(event);
      }
      return true;
    },
  };
  listeners.add(window, TYPING, veil.keeps);
  // After the veil: of what is typed into the palette nothing comes here.
  // Whoever made them up: Chromium 156 marks the end of a person's own conversion as made by a script.
  listeners.add(window, 'compositionstart compositionend', ({ type, target }: Event) => {
    veil.composingIn = type === 'compositionstart' ? (target as Element) : undefined;
  });
  listeners.add(window, 'focusin', (event: Event) => {
    if (event.isTrusted) isInside = event.target === veil.host;
  });
  return veil;
}
