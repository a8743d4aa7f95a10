import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What may never be used on a chat site's editor, and why: the failure message. */
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [
    /insertParagraph/,
    'ProseMirror takes it for the Enter key, and Enter sends. Use pressShiftEnter.',
  ],
  [/insertLineBreak/, 'mangles lines in ProseMirror and loses undo in Quill. Use pressShiftEnter.'],
  [/insertHTML/, 'leaves blank lines and is HTML. Use typeText.'],
  [
    /(execCommand|typeText)\([^)]*['"`]\\n['"`]\s*\)/,
    'a newline written alone sends in Chromium. Write it with text in one call.',
  ],
  [/\.(inner|outer)HTML\b|insertAdjacentHTML/, 'the editor does not see it. Use typeText.'],
  [/\.(textContent|innerText)\s*=[^=]/, 'the editor does not see it. Use typeText.'],
  [
    /\b(ClipboardEvent|DataTransfer|DragEvent)\b/,
    'a scripted paste or drop becomes a card or nothing.',
  ],
  [/inputType:\s*['"`]insert/, 'a scripted beforeinput writes nothing, or twice.'],
  [/\.(requestSubmit|submit|click)\(/, 'nothing is ever sent for the person.'],
];

/** Code without its comments, which may name what is forbidden. */
const codeOf = (source: string) => source.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

function breaches(source: string): string[] {
  const code = codeOf(source);
  return FORBIDDEN.filter(([pattern]) => pattern.test(code)).map(
    ([pattern, why]) => `${pattern}: ${why}`,
  );
}

const files = readdirSync(join(import.meta.dirname, '..'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => join(import.meta.dirname, '..', file));

test.each(files)('%s uses nothing that could send', (file) => {
  expect(breaches(readFileSync(file, 'utf8'))).toEqual([]);
});

test('an Enter key is only ever scripted together with Shift', () => {
  const withEnter = files.filter((file) =>
    /new KeyboardEvent/.test(codeOf(readFileSync(file, 'utf8'))),
  );
  expect(withEnter.map((file) => file.split('/').at(-1))).toEqual(['techniques.ts']);
  expect(codeOf(readFileSync(withEnter[0]!, 'utf8'))).toMatch(/key: 'Enter'[^}]*shiftKey: true/);
});

test.each([
  "document.execCommand('insertParagraph')",
  "document.execCommand('insertText', false, '\\n')",
  'editor.innerHTML = text',
  "editor.textContent = text + 'a'",
  'editor.dispatchEvent(new ClipboardEvent("paste"))',
  "new InputEvent('beforeinput', { inputType: 'insertText' })",
  'form.requestSubmit()',
])('the rules see %s', (planted) => {
  expect(breaches(planted)).toHaveLength(1);
});
