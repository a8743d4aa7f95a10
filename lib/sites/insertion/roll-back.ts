import { isSameText, readEditorText } from './editor-text.ts';

const MOST_STEPS = 40;

const nextTurn = () => new Promise<void>((resolve) => setTimeout(resolve, 15));

type Step = (editor: HTMLElement) => unknown;

/** Asks through the event that a browser's own menu would send, which an editor library answers from its own history. */
const ask = (inputType: 'historyUndo' | 'historyRedo'): Step => {
  return (editor) =>
    editor.dispatchEvent(
      new InputEvent('beforeinput', { inputType, bubbles: true, cancelable: true, composed: true }),
    );
};

/** The editor's own history first (ProseMirror, tiptap, Quill 2 and Lexical listen for it), then the browser's. */
const WAYS: readonly { readonly undo: Step; readonly redo: Step }[] = [
  { undo: ask('historyUndo'), redo: ask('historyRedo') },
  {
    undo: (editor) => editor.ownerDocument.execCommand('undo'),
    redo: (editor) => editor.ownerDocument.execCommand('redo'),
  },
];

/**
 * Takes back what an insertion left, step by step, until the composer holds `before` again. A step that goes into the
 * person's own draft is done again and ends the attempt; one that changes nothing passes on to the next way. Returns whether the text is back.
 */
export async function undoTo(editor: HTMLElement, before: string): Promise<boolean> {
  for (const { undo, redo } of WAYS) {
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const now = readEditorText(editor);
      undo(editor);
      await nextTurn();
      const then = readEditorText(editor);
      if (isSameText(then, before)) return true;
      if (then === now) break;
      if (then.length < before.length) {
        redo(editor);
        return false;
      }
    }
  }
  return false;
}
