import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemberNumbers } from './member-numbers.ts';

describe('numbers of members', () => {
  it('are as a map would give them, whatever the ids look like and wherever they stand', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('a', 'aa', 'aaa', '山田', '😀'))),
        (ids) => {
          const numbers = createMemberNumbers();
          const model = new Map<string, number>();
          for (const id of ids) {
            expect(numbers.find(id)).toBe(model.get(id));
            if (!model.has(id)) model.set(id, model.size);
            const text = `before ${id} after`;
            expect(numbers.numberIn(text, 7, 7 + id.length)).toBe(model.get(id));
            expect(numbers.nameOf(model.get(id) ?? -1)).toBe(id.toWellFormed());
          }
          expect(numbers.count()).toBe(model.size);
        },
      ),
    );
  });

  it('stay when there are many more than there was room for', () => {
    const numbers = createMemberNumbers();
    const ids = Array.from({ length: 5000 }, (_, index) => `member-${index}`);
    for (const id of ids) numbers.numberIn(id, 0, id.length);
    expect(ids.map((id) => numbers.find(id))).toEqual(ids.map((_, index) => index));
    expect(numbers.find('member-5000')).toBeUndefined();
  });
});
