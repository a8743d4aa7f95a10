/** How an editor takes text; behaviour is keyed by this, not by site, so that a renamed hook needs no code. */
export type EditorFamily = 'textarea' | 'prosemirror' | 'quill' | 'lexical' | 'unknown';

/** The family by the class or attribute that the editor library itself sets. `prosemirror` includes tiptap. */
export function familyOf(editor: HTMLElement): EditorFamily {
  if (editor instanceof HTMLTextAreaElement) return 'textarea';
  if (editor.closest('.ProseMirror')) return 'prosemirror';
  if (editor.closest('.ql-editor')) return 'quill';
  if (editor.closest('[data-lexical-editor]')) return 'lexical';
  return 'unknown';
}
