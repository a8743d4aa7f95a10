/**
 * Whether a composer holds nothing, told from its structure: no text is read (M3). A field by the count of its characters, a rich editor
 * by having no child, or a single block of nothing but line-break fillers, which is how ProseMirror, Quill, tiptap and Lexical leave it.
 */
export function isComposerEmpty(editor: HTMLElement): boolean {
  if (editor instanceof HTMLTextAreaElement) return editor.textLength === 0;
  const [block, second] = editor.childNodes;
  if (!block) return true;
  return (
    !second &&
    block.nodeType === Node.ELEMENT_NODE &&
    [...block.childNodes].every((node) => node.nodeName === 'BR')
  );
}
