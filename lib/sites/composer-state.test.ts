// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { isComposerEmpty } from './composer-state.ts';

function editor(html: string): HTMLElement {
  const node = document.createElement('div');
  node.innerHTML = html;
  return node;
}

test.each([
  ['ProseMirror', '<p data-empty-paragraph="true"><br class="ProseMirror-trailingBreak"></p>'],
  ['tiptap', '<p class="is-empty is-editor-empty"><br></p>'],
  ['Quill', '<p><br></p>'],
  ['nothing at all', ''],
  ['a paragraph without a filler', '<p></p>'],
])('%s without text is empty', (_, html) => {
  expect(isComposerEmpty(editor(html))).toBe(true);
});

test.each([
  ['text', '<p>あ</p>'],
  ['bare text', 'あ'],
  ['two lines, both blank: something was typed', '<p><br></p><p><br></p>'],
  ['a chip alone', '<p><span contenteditable="false">file.pdf</span></p>'],
])('%s is not', (_, html) => {
  expect(isComposerEmpty(editor(html))).toBe(false);
});

test('a field is empty without a character', () => {
  const area = document.createElement('textarea');
  expect(isComposerEmpty(area)).toBe(true);
  area.value = ' ';
  expect(isComposerEmpty(area)).toBe(false);
});
