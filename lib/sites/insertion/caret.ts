/**
 * The last place in an editor where text can be typed: inside the last text, before a break that only holds the line
 * open, after a chip. `selectAllChildren` + `collapseToEnd` would put text beside the paragraph in Firefox (COMPOSER §4).
 */
function lastPosition(editor: HTMLElement): { readonly node: Node; readonly offset: number } {
  let node: Node = editor;
  let offset = editor.childNodes.length;
  while (offset > 0) {
    const last = node.childNodes[offset - 1];
    if (!last) break;
    if (last.nodeType === Node.TEXT_NODE)
      return { node: last, offset: last.nodeValue?.length ?? 0 };
    if (last.nodeName === 'BR') {
      offset -= 1;
      if (node.childNodes[offset - 1]?.nodeType !== Node.TEXT_NODE) break;
    } else if (last instanceof HTMLElement && last.getAttribute('contenteditable') !== 'false') {
      node = last;
      offset = last.childNodes.length;
    } else {
      break;
    }
  }
  return { node, offset };
}

/** Focuses an editor without scrolling and puts the caret at the end of what it holds. Returns whether it is there. */
export function placeCaretAtEnd(editor: HTMLElement): boolean {
  editor.focus({ preventScroll: true });
  if (editor instanceof HTMLTextAreaElement) {
    editor.setSelectionRange(editor.textLength, editor.textLength);
  } else {
    const { node, offset } = lastPosition(editor);
    editor.ownerDocument.getSelection()?.collapse(node, offset);
  }
  return holdsCaret(editor);
}

/** Whether what is typed now would go into this editor. */
export function holdsCaret(editor: HTMLElement): boolean {
  const { activeElement } = editor.ownerDocument;
  if (editor instanceof HTMLTextAreaElement) return activeElement === editor;
  const anchor = editor.ownerDocument.getSelection()?.anchorNode;
  return !!anchor && editor.contains(anchor) && !!activeElement?.contains(anchor);
}
