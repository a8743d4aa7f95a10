/** Stands in a text that was read for something that cannot be edited, such as a link chip, whatever it shows. */
const CHIP = '\uFFFC';

const BLOCK = /^(P|DIV|LI|UL|OL|PRE|BLOCKQUOTE|H[1-6]|SECTION|TABLE|TR)$/;

/** The lines of one inline run or nested block, appended to `lines`; the last entry is the line being written. */
function collect(parent: Node, lines: string[]): void {
  const children = [...parent.childNodes];
  let atStart = true;
  for (const [index, node] of children.entries()) {
    const isBlock = node instanceof HTMLElement && BLOCK.test(node.tagName);
    if (isBlock && !atStart) lines.push('');
    if (node.nodeType === Node.TEXT_NODE) {
      const [first = '', ...rest] = (node.nodeValue ?? '').split('\n');
      lines[lines.length - 1] += first;
      lines.push(...rest);
    } else if (node.nodeName === 'BR') {
      // A break at the end of its block only holds the line open.
      if (index < children.length - 1) lines.push('');
    } else if (node instanceof HTMLElement) {
      if (node.getAttribute('contenteditable') === 'false') lines[lines.length - 1] += CHIP;
      else collect(node, lines);
    }
    atStart = false;
  }
}

/**
 * The text of a composer, lines joined by one newline, for comparing it before and after an insertion. Lives for
 * milliseconds in memory and goes nowhere. No-break spaces, which editors put in at will, read as spaces.
 */
export function readEditorText(editor: HTMLElement): string {
  if (editor instanceof HTMLTextAreaElement) return editor.value;
  const lines = [''];
  collect(editor, lines);
  return lines.join('\n').replaceAll('\u00A0', ' ').replaceAll('\uFEFF', '');
}

/** Without what does not count in a comparison: the kind of space, and newlines at the end. */
const comparable = (text: string) => text.replaceAll('\u00A0', ' ').replace(/\n+$/, '');

/**
 * Whether a text that was read back is the text that was wanted. A chip in `read` stands for any run of characters, because
 * ChatGPT turns addresses into chips that show something else (2026-09).
 */
export function isSameText(read: string, wanted: string): boolean {
  const got = comparable(read);
  const want = comparable(wanted);
  if (got === want) return true;
  const parts = got.split(CHIP);
  if (parts.length === 1) return false;
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (!want.startsWith(first) || !want.endsWith(last)) return false;
  let position = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = want.indexOf(part, position);
    if (found === -1) return false;
    position = found + part.length;
  }
  return position <= want.length - last.length;
}
