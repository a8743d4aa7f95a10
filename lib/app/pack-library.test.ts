import { expect, it } from 'vitest';
import { PACKS } from '../../content/packs.ts';
import { packOffers } from './pack-library.ts';
import { idSchema } from '../contract/day.ts';
import { packPromptId, parsePackPromptId } from '../domain/pack-prompt.ts';

it('reads what it wrote, and nothing else', () => {
  const path = { pack: 'sales', workflow: 'quote', prompt: 'reply' };
  expect(packPromptId(path)).toBe('pack/sales/quote/reply');
  expect(parsePackPromptId(packPromptId(path))).toEqual(path);
  for (const other of ['', 'pack', 'pack/a/b', 'pack/a/b/c/d', 'pack//b/c', 'own/a/b/c']) {
    expect(parsePackPromptId(other)).toBeUndefined();
  }
});

it('names every prompt of every pack once, within what an id may be', () => {
  const ids = PACKS.flatMap((pack) => packOffers(pack, 'ja').map(({ id }) => id));
  expect(ids.length).toBeGreaterThan(24);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) {
    expect(idSchema.safeParse(id).success).toBe(true);
    expect(parsePackPromptId(id)).toBeDefined();
  }
});
