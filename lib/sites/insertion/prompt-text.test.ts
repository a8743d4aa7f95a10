import { expect, test } from 'vitest';
import { additionTo, cleanPrompt } from './prompt-text.ts';

test.each([
  ['line ends of Windows and old Macs', 'a\r\nb\rc', 'a\nb\nc'],
  ['line and paragraph separators', 'a\u2028b\u2029c', 'a\nb\nc'],
  ['newlines at the end', 'a\n\n', 'a'],
  ['control characters, but not tabs', 'a\u0000\u0007\u007F\u009F\tb', 'a\tb'],
  ['byte-order marks and object marks', '\uFEFFa\uFFFC', 'a'],
  ['full-width indents and emoji stay', '　あ 👩‍💻', '　あ 👩‍💻'],
  ['only white space is nothing', ' 　\t\n', ''],
  ['nothing', '', ''],
])('%s', (_, given, wanted) => {
  expect(cleanPrompt(given)).toBe(wanted);
});

test.each([
  ['no draft', '', 'p'],
  ['a draft of blank lines', '\n\n', 'p'],
  ['a draft', 'd', '\n\np'],
  ['a draft that ends with a line break', 'd\n', '\np'],
  ['a draft that ends with a blank line', 'd\n\n', 'p'],
  ['a draft with more than that', 'd\n\n\n', 'p'],
])('after %s', (_, draft, wanted) => {
  expect(additionTo(draft, 'p')).toBe(wanted);
});
