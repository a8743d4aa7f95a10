/** Where the person was before the palette took the focus. */
export interface FocusMemory {
  /** Puts focus, caret and selection back as they were; nothing when the page has replaced them meanwhile. */
  restore(): void;
}

/** Remembers focus and selection of the page. Texts are not read: a selection is two nodes and two numbers. */
export function rememberFocus(host: Element): FocusMemory {
  const focused = document.activeElement;
  const selection = document.getSelection();
  const range = selection && {
    anchor: selection.anchorNode,
    anchorAt: selection.anchorOffset,
    focus: selection.focusNode,
    focusAt: selection.focusOffset,
  };
  return {
    restore() {
      if (!(focused instanceof HTMLElement) || focused === host || !focused.isConnected) return;
      focused.focus({ preventScroll: true });
      // A field keeps its own caret; a rich editor gets the one it had.
      if (!focused.isContentEditable || !range?.anchor?.isConnected || !range.focus?.isConnected) {
        return;
      }
      try {
        selection?.setBaseAndExtent(range.anchor, range.anchorAt, range.focus, range.focusAt);
      } catch {
        // The text became shorter meanwhile; the editor's own caret will do.
      }
    },
  };
}
