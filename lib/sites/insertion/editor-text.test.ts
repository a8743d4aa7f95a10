// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { isSameText, readEditorText } from './editor-text.ts';

function read(html: string): string {
  const node = document.createElement('div');
  node.innerHTML = html;
  return readEditorText(node);
}

test.each([
  ['empty', '<p><br></p>', ''],
  ['paragraphs', '<p>a</p><p>b</p>', 'a\nb'],
  ['a blank line between', '<p>a</p><p><br></p><p>b</p>', 'a\n\nb'],
  ['breaks inside a paragraph', '<p>a<br>b</p>', 'a\nb'],
  ['a break that only holds the last line open', '<p>a<br></p>', 'a'],
  ['a line break at the end, held open', '<p>a<br><br></p>', 'a\n'],
  ['bare text before a block, as unknown editors do', 'a<div>b</div><div>c</div>', 'a\nb\nc'],
  ['nested blocks', '<ul><li><p>a</p></li><li><p>b</p></li></ul><p>c</p>', 'a\nb\nc'],
  ['marks', '<p>a<strong>b</strong>c</p>', 'abc'],
  ['spaces that do not break', '<p>a\u00A0b</p>', 'a b'],
])('%s', (_, html, wanted) => {
  expect(read(html)).toBe(wanted);
});

test('a chip stands for whatever the text had there', () => {
  const shown = read('<p>読む：<a contenteditable="false">example</a> を</p>');
  expect(isSameText(shown, '読む：https://example.com/a を')).toBe(true);
  expect(isSameText(shown, '読む：https://example.com/a が')).toBe(false);
  expect(isSameText(shown, 'を')).toBe(false);
});

test('a chip at the end, and two chips', () => {
  expect(isSameText('a \uFFFC', 'a https://b.example')).toBe(true);
  expect(isSameText('\uFFFC x \uFFFC', 'one x two')).toBe(true);
  expect(isSameText('\uFFFC x \uFFFC', 'one two')).toBe(false);
  expect(isSameText('ab\uFFFCbc', 'abc')).toBe(false);
});

test('newlines at the end and the kind of space do not count; everything else does', () => {
  expect(isSameText('a b\n', 'a\u00A0b')).toBe(true);
  expect(isSameText('a\nb', 'a\n\nb')).toBe(false);
  expect(isSameText('　a', ' a')).toBe(false);
});
