import { anyOf } from './adapter.ts';
import type { ToolAdapter } from './adapter.ts';

/** The composer of a page and how it was found; `how` is a name for health counts. */
export type ComposerSearch =
  | {
      readonly how: `adapter:${string}` | 'guess';
      /** Where a prompt is written: a textarea or a contenteditable. */
      readonly editor: HTMLElement;
      /** The visible frame around it. */
      readonly box: HTMLElement;
    }
  | { readonly how: 'none'; readonly editor?: undefined; readonly box?: undefined };

const HIDDEN_OR_FOREIGN =
  '[inert],[aria-hidden=true],.ql-clipboard,article,dialog,[role=article],[role=dialog]';
const EDITABLE = 'textarea,[contenteditable]:not([contenteditable=false])';
const LABEL = /prompt|message|ask|reply|メッセージ|プロンプト|質問|相談|入力/i;
const SEND_LABEL = /send|submit|送信/i;
const BUTTON = 'button,[role=button]';

/**
 * Whether a node can take a prompt now: connected, editable, at least 120 × 14 px on screen, and not in something
 * hidden, inert, a dialog, a message or a decoy of the tool (COMPOSER §8). Cheap enough to ask before every use.
 */
export function isUsableEditor(adapter: ToolAdapter, editor: HTMLElement): boolean {
  if (!editor.isConnected || !editor.matches(EDITABLE)) return false;
  if (editor.matches(':disabled,:read-only,[tabindex="-1"]')) return false;
  if (editor.closest(`${HIDDEN_OR_FOREIGN},${anyOf(adapter.decoys)}`)) return false;
  const { width, height } = editor.getBoundingClientRect();
  return width >= 120 && height >= 14 && editor.checkVisibility({ visibilityProperty: true });
}

/** Whether a button reads as one that sends, in the languages of our users. */
export function isSendLike(button: Element): boolean {
  return (
    (button as HTMLButtonElement).type === 'submit' ||
    SEND_LABEL.test(button.ariaLabel ?? '') ||
    SEND_LABEL.test(button.className)
  );
}

/**
 * The frame around an editor: the tool's own, else the nearest form or fieldset, else the nearest ancestor within six
 * levels that also holds a button; the editor's parent when there is none of these.
 */
export function boxOf(adapter: ToolAdapter, editor: HTMLElement): HTMLElement {
  for (const { css } of [...adapter.boxes, { css: 'form,fieldset' }]) {
    const box = editor.closest<HTMLElement>(css);
    if (box) return box;
  }
  let box = editor.parentElement;
  for (let level = 0; box && level < 6; level += 1, box = box.parentElement) {
    if (box.querySelector(BUTTON)) return box;
  }
  return editor.parentElement ?? editor;
}

/** How much an editable node looks like a composer; from 4 on it is taken. */
function likeness(adapter: ToolAdapter, editor: HTMLElement): number {
  const labels = ['aria-label', 'placeholder', 'data-placeholder', 'aria-placeholder'];
  const labelled = labels.some((name) => LABEL.test(editor.getAttribute(name) ?? ''));
  const sends = [...boxOf(adapter, editor).querySelectorAll(BUTTON)].some(isSendLike);
  return (
    (labelled ? 2 : 0) +
    (editor.matches('textarea,[role=textbox]') ? 1 : 0) +
    (editor.clientWidth > 320 ? 1 : 0) +
    (sends ? 2 : 0)
  );
}

/**
 * Looks for the page's composer: first the tool's own selectors in order, then a scored guess over everything editable. No composer
 * is better than a wrong one, so a weak guess is `none`. Reads layout; call it when something changed, not on every key.
 */
export function findComposer(adapter: ToolAdapter, root: ParentNode = document): ComposerSearch {
  // The page is gone through once; its few editable nodes are then held against each selector.
  const editable = [...root.querySelectorAll<HTMLElement>(EDITABLE)];
  const usable = (editor: HTMLElement) => isUsableEditor(adapter, editor);
  for (const { id, css } of adapter.editors) {
    const editor = editable.find((node) => node.matches(css) && usable(node));
    if (editor) return { how: `adapter:${id}`, editor, box: boxOf(adapter, editor) };
  }
  let best: HTMLElement | undefined;
  let bestScore = 4;
  for (const editor of editable.filter(usable)) {
    const score = likeness(adapter, editor);
    // Of two alike the later one wins: composers stand at the end of a page.
    if (score >= bestScore) {
      best = editor;
      bestScore = score;
    }
  }
  return best ? { how: 'guess', editor: best, box: boxOf(adapter, best) } : { how: 'none' };
}
