import { expect, it } from 'vitest';
import { readPacks } from '../../content/read-packs.ts';
import { outlineOf } from '../contract/pack.ts';
import { packOffers, packPromptById } from './pack-library.ts';
import { idSchema } from '../contract/day.ts';
import { packPromptId, parsePackPromptId } from '../domain/pack-prompt.ts';

const PACKS = readPacks();

it('reads what it wrote, and nothing else', () => {
  const path = { pack: 'sales', workflow: 'quote', prompt: 'reply' };
  expect(packPromptId(path)).toBe('pack/sales/quote/reply');
  expect(parsePackPromptId(packPromptId(path))).toEqual(path);
  for (const other of ['', 'pack', 'pack/a/b', 'pack/a/b/c/d', 'pack//b/c', 'own/a/b/c']) {
    expect(parsePackPromptId(other)).toBeUndefined();
  }
});

it('names every prompt of every pack once, within what an id may be', () => {
  const ids = PACKS.flatMap((pack) => packOffers(outlineOf(pack), 'ja').map(({ id }) => id));
  expect(ids.length).toBeGreaterThan(24);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) {
    expect(idSchema.safeParse(id).success).toBe(true);
    expect(parsePackPromptId(id)).toBeDefined();
  }
});

it('hands out the text of a prompt, in the language asked for, and nothing for what no pack has', async () => {
  const packs = {
    outlines: async () => PACKS.map(outlineOf),
    pack: async (wanted: string) => PACKS.find(({ id }) => id === wanted),
  };
  const [offer] = packOffers(outlineOf(PACKS[0]!), 'en');
  const whole = await packPromptById(packs, offer?.id ?? '', 'en');
  expect(whole?.body).toBe(PACKS[0]?.workflows[0]?.prompts[0]?.body.en.join('\n'));
  expect(whole?.variables.length).toBeGreaterThan(0);
  for (const id of ['own', 'pack/sales/none/none', 'pack/none/a/b']) {
    expect(await packPromptById(packs, id, 'ja')).toBeUndefined();
  }
});
