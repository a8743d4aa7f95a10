import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hideNames, NAME_BLANK } from './hide-names.ts';

it.each([
  ['山田さんが見積もりを試す', ['山田 花子'], '○○さんが見積もりを試す'],
  ['花子さんと Bob が試す', ['山田　花子', 'bob'], '○○さんと ○○ が試す'],
  ['山田花子が試す', ['山田花子'], '○○が試す'],
  ['a.b (c) を試す', ['a.b', '(c)'], '○○ ○○ を試す'],
  ['林の中', ['林'], '林の中'],
  ['だれも', [], 'だれも'],
])('%s', (text, names, expected) => {
  expect(hideNames(text, names)).toBe(expected);
});

it('leaves no name of two characters or more, whatever the text', () => {
  const name = fc.stringMatching(/^[a-z山田花子.*+]{2,6}$/).filter((each) => !each.includes('.'));
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), fc.string(), (names, text) => {
      const hidden = hideNames(`${text}${names.join('')}${text}`, names);
      expect(hidden).toContain(NAME_BLANK);
      for (const each of names) expect(hidden.toLowerCase()).not.toContain(each);
      expect(hideNames(hidden, names)).toBe(hidden);
    }),
  );
});
