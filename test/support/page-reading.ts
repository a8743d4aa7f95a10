import type { Page } from '@playwright/test';

/** What a page's script reads of words that stand on the screen, by every way a page has into what it cannot open. */
export async function readByPage(page: Page, word: string): Promise<string[]> {
  return page.evaluate((wanted) => {
    const own = window as unknown as { find(text: string): boolean };
    const selection = document.getSelection()!;
    const read: string[] = [];
    selection.removeAllRanges();
    if (own.find(wanted)) read.push('window.find');
    selection.selectAllChildren(document.documentElement);
    if (selection.toString().includes(wanted)) read.push('selection');
    selection.collapse(document.body, document.body.childNodes.length);
    for (let step = 0; step < 50; step += 1) selection.modify('extend', 'forward', 'line');
    if (selection.toString().includes(wanted)) read.push('an extended selection');
    selection.removeAllRanges();
    if (document.documentElement.innerText.includes(wanted)) read.push('innerText');
    const host = document.documentElement.lastElementChild!;
    for (let y = 5; y < innerHeight; y += 10) {
      for (let x = 5; x < innerWidth; x += 40) {
        const at = document.elementsFromPoint(x, y)[0];
        const caret = document.caretPositionFromPoint(x, y)?.offsetNode;
        for (const node of [at, caret]) {
          if (node?.isConnected && node.getRootNode() !== document) read.push('a point');
          if (node !== document.documentElement && node?.textContent?.includes(wanted)) {
            read.push('a text at a point');
          }
        }
      }
    }
    if (host.shadowRoot) read.push('shadowRoot');
    return [...new Set(read)];
  }, word);
}
