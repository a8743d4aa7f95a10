import { holdsCaret } from './caret.ts';
import type { EditorFamily } from './editor-family.ts';

/** Ways of writing, as health counts name them. */
export type Technique = 'insert-text' | 'lines' | 'lines-slow' | 'value-setter';

/**
 * Which ways to try, in order (COMPOSER §4, measured in Chromium 156 and Firefox ESR 153). Whole text in one call is exact in
 * ProseMirror; Quill and Lexical lose newlines with it and get a scripted Shift+Enter between lines.
 */
export const TECHNIQUES: Readonly<Record<EditorFamily, readonly Technique[]>> = {
  textarea: ['insert-text', 'value-setter'],
  prosemirror: ['insert-text', 'lines-slow'],
  // No scripted Enter, with Shift or without, for an editor we know nothing about.
  unknown: ['insert-text'],
  quill: ['lines', 'lines-slow'],
  lexical: ['lines', 'lines-slow'],
};

/**
 * Types text at the caret through the browser's own editing, so that the editor sees it and can undo it. Never a line break
 * alone, which ProseMirror in Chromium takes for the Enter key.
 */
function typeText(editor: HTMLElement, text: string): void {
  if (!/[^\n]/.test(text)) return;
  editor.ownerDocument.execCommand('insertText', false, text);
}

/**
 * Breaks the line as the person would. The editor's key handler does it; a break made in the DOM instead would be taken for
 * the Enter key by ProseMirror, and Enter sends (COMPOSER §1).
 */
function pressShiftEnter(editor: HTMLElement): void {
  const key = { key: 'Enter', code: 'Enter', keyCode: 13, which: 13, shiftKey: true };
  editor.dispatchEvent(
    new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true, composed: true }),
  );
}

/** Line by line, with `nextTurn` awaited between steps when given. Stops where the caret leaves the editor. */
async function writeLines(
  editor: HTMLElement,
  text: string,
  nextTurn?: () => Promise<void>,
): Promise<void> {
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) {
      pressShiftEnter(editor);
      if (nextTurn) await nextTurn();
    }
    if (!holdsCaret(editor)) return;
    if (line) {
      typeText(editor, line);
      if (nextTurn) await nextTurn();
    }
  }
}

/** Replaces a field's value below the page's own setter and tells the page; the last way for a textarea, without undo. */
function setValue(editor: HTMLElement, text: string): void {
  const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value') ?? {};
  if (!(editor instanceof HTMLTextAreaElement) || !set) return;
  set.call(editor, editor.value + text);
  editor.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Writes `text` at the caret once, in one way. Whether it worked is for the caller to read back. */
export async function writeText(
  technique: Technique,
  editor: HTMLElement,
  text: string,
): Promise<void> {
  switch (technique) {
    case 'insert-text':
      typeText(editor, text);
      return;
    case 'lines':
      await writeLines(editor, text);
      return;
    case 'lines-slow':
      await writeLines(editor, text, () => new Promise((resolve) => setTimeout(resolve)));
      return;
    case 'value-setter':
      setValue(editor, text);
  }
}
