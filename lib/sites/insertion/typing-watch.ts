/** What must be known of the person's typing before a text may be inserted. */
export interface TypingWatch {
  /** Whether an IME conversion is open. */
  composing(): boolean;
  /** `performance.now()` of the last typed input; the start of the watch counts as one, because what came before is unknown. */
  lastInputAt(): number;
  stop(): void;
}

/**
 * Starts to watch the page's own editors, not the palette's fields; begin when the palette opens, so that nothing listens
 * on a page where it never does. `composingIn` is the editor in which an IME conversion was open already. One whose node
 * was taken away is over: no event tells it.
 */
export function watchTyping(window: Window, composingIn?: Element): TypingWatch {
  const listening = new AbortController();
  let composing = composingIn;
  let lastInputAt = performance.now();
  const options = { capture: true, signal: listening.signal };
  const on = (type: string, listener: (editor: Element) => void) =>
    window.addEventListener(
      type,
      ({ target }) => {
        // Typing in the palette comes from its host, which is not editable, and must not delay an insertion.
        if (target instanceof Element && target.closest('textarea,[contenteditable]'))
          listener(target);
      },
      options,
    );
  on('compositionstart', (editor) => {
    composing = editor;
  });
  on('compositionend', () => {
    composing = undefined;
    lastInputAt = performance.now();
  });
  on('input', () => {
    lastInputAt = performance.now();
  });
  return {
    composing: () => composing?.isConnected === true,
    lastInputAt: () => lastInputAt,
    stop: () => listening.abort(),
  };
}
