import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseAnswer } from './parse-answer.ts';

const schema = z.strictObject({
  a: z.int(),
  list: z.array(
    z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('x'), b: z.string() })]),
  ),
});
const known = { a: 1, list: [{ kind: 'x', b: 'b' }] };

test('an answer of a newer hub is read without what is not known, at any depth', () => {
  const newer = { ...known, later: 1, list: [{ kind: 'x', b: 'b', deep: { er: true } }] };
  expect(parseAnswer(schema, newer)).toEqual({ ok: true, value: known });
  expect(newer).toHaveProperty('later');
});

test.each([
  ['a wrong type', { ...known, a: '1', later: 1 }],
  ['a missing field', { a: 1 }],
  ['a page', '<!doctype html>'],
  ['nothing', undefined],
])('%s is no answer, and its values are not told', (_name, answer) => {
  const parsed = parseAnswer(schema, answer);
  expect(parsed.ok).toBe(false);
  expect(JSON.stringify(parsed)).not.toContain('doctype');
});
