import { holdsCaret, placeCaretAtEnd } from './caret.ts';
import { familyOf } from './editor-family.ts';
import type { EditorFamily } from './editor-family.ts';
import { isSameText, readEditorText } from './editor-text.ts';
import { additionTo, cleanPrompt } from './prompt-text.ts';
import { undoTo } from './roll-back.ts';
import { TECHNIQUES, writeText } from './techniques.ts';
import type { Technique } from './techniques.ts';
import type { TypingWatch } from './typing-watch.ts';

/** What an insertion needs from outside. */
export interface InsertionDeps {
  /** The composer's editor now; asked again when the page replaced it meanwhile. */
  readonly findEditor: () => HTMLElement | undefined;
  readonly typing: Pick<TypingWatch, 'composing' | 'lastInputAt'>;
  /** Puts text on the clipboard; rejects when it cannot. Normally `navigator.clipboard.writeText`. */
  readonly copy: (text: string) => Promise<void>;
}

/**
 * How an insertion ended. `ok`: the composer holds exactly the draft and the prompt. `copied`: the composer is as it was and
 * the prompt is on the clipboard. `refused`: nothing was done (nothing to insert, another insertion or an IME conversion
 * is under way, or even the clipboard failed). `leftPartial`: something was written that could not be taken back;
 * nothing more was tried, the person must look, and the prompt is on the clipboard if possible.
 */
export interface InsertionResult {
  readonly result: 'ok' | 'copied' | 'refused' | 'leftPartial';
  /** What wrote the text, or was tried last. */
  readonly technique: Technique | 'clipboard' | 'none';
  readonly family: EditorFamily | 'none';
}

const IME_WAIT_MS = 1500;
/** Editors join what is typed within 0.5 s (ProseMirror) to 1 s (Quill) into one undo step. */
const UNDO_GROUP_MS = 1100;
/** Lexical learns of a caret from `selectionchange`; without the pause its first line is lost. */
const CARET_SETTLE_MS = 30;
const READ_BACK_MS = 400;
const STABLE_MS = 60;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Waits until a condition holds, at most so many ms; returns whether it does. */
async function until(condition: () => boolean, ms: number): Promise<boolean> {
  const deadline = performance.now() + ms;
  while (!condition()) {
    if (performance.now() >= deadline) return false;
    await pause(15);
  }
  return true;
}

let busy = false;

/**
 * Puts a prompt into the composer, after the draft that is there, as one undo step, through the editor's own input path
 * (COMPOSER §5). Reads back what it wrote; what went wrong is taken back before anything else is tried, and the last resort
 * is the clipboard. Never sends, and uses nothing that an editor could take for the Enter key. Call it on the person's own
 * click or key only. Takes some 0.1 s, up to 1.5 s when the person was typing a moment ago. Two calls at once: the second is refused.
 */
export async function insertPrompt(
  editor: HTMLElement | undefined,
  text: string,
  deps: InsertionDeps,
): Promise<InsertionResult> {
  const prompt = cleanPrompt(text);
  const refused = { result: 'refused', technique: 'none', family: 'none' } as const;
  if (!prompt || busy) return refused;
  busy = true;
  try {
    if (!(await until(() => !deps.typing.composing(), IME_WAIT_MS))) return refused;
    const written = editor && (await write(editor, prompt, deps));
    if (written?.result === 'ok') return written;
    const copied = await deps.copy(prompt).then(
      () => true,
      () => false,
    );
    if (written?.result === 'leftPartial') return written;
    const family = written?.family ?? 'none';
    return copied
      ? { result: 'copied', technique: 'clipboard', family }
      : { ...refused, technique: 'clipboard', family };
  } finally {
    busy = false;
  }
}

/** Tries the family's ways in order; `refused` when each left the composer as it was. */
async function write(
  start: HTMLElement,
  prompt: string,
  deps: InsertionDeps,
): Promise<InsertionResult> {
  let editor = start;
  const family = familyOf(editor);
  const current = (): HTMLElement => {
    if (!editor.isConnected) editor = deps.findEditor() ?? editor;
    return editor;
  };
  if (readEditorText(editor).trim()) {
    const quiet = () => performance.now() - deps.typing.lastInputAt() >= UNDO_GROUP_MS;
    await until(quiet, 2 * UNDO_GROUP_MS);
  }
  let technique: Technique | 'none' = 'none';
  for (const next of TECHNIQUES[family]) {
    placeCaretAtEnd(current());
    await pause(CARET_SETTLE_MS);
    const before = readEditorText(current());
    if (!placeCaretAtEnd(editor) || !holdsCaret(editor)) continue;
    technique = next;
    const addition = additionTo(before, prompt);
    const wanted = before + addition;
    const arrived = () => isSameText(readEditorText(current()), wanted);

    await writeText(next, editor, addition);
    if (await until(arrived, READ_BACK_MS)) {
      await pause(STABLE_MS);
      if (arrived()) return { result: 'ok', technique, family };
    }
    if (isSameText(readEditorText(current()), before)) continue;
    if (!(await undoTo(current(), before))) return { result: 'leftPartial', technique, family };
  }
  return { result: 'refused', technique, family };
}

/** The name of an outcome for health counts, e.g. `insert:quill:lines:ok`. */
export function insertionHealthKey({ result, technique, family }: InsertionResult): string {
  return `insert:${family}:${technique}:${result === 'leftPartial' ? 'left-partial' : result}`;
}
