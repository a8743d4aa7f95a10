import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseStored } from '../../lib/contract/envelope.ts';
import type { StoredItem } from '../../lib/contract/stored-items.ts';
import {
  monthOfSentKey,
  payloadsItem,
  sentItem,
  syncItem,
  teamItem,
  teamLinesItem,
  teamTokenItem,
} from '../../lib/contract/team.ts';
import { checkInItem } from '../../lib/contract/check-in.ts';
import { advisedItem, advisedTokenItem } from '../../lib/contract/advised.ts';
import { chipsItem } from '../../lib/contract/chips.ts';
import { helpItem, howTosItem } from '../../lib/contract/help-items.ts';
import { nudgeItem } from '../../lib/contract/nudge.ts';
import {
  parseSharedKey,
  sharedNoteItem,
  sharedPromptItem,
  sharedWorkflowItem,
  sharingItem,
} from '../../lib/contract/shared-items.ts';

const ID = '6f1c2d3e-4b5a-4c6d-8e7f-901234567892';

const ITEMS: readonly StoredItem<unknown>[] = [
  teamItem,
  teamTokenItem,
  syncItem,
  sentItem('2026-11'),
  payloadsItem,
  teamLinesItem,
  nudgeItem,
  chipsItem,
  sharedPromptItem(ID),
  sharedWorkflowItem(ID),
  sharedNoteItem(ID),
  sharingItem,
  helpItem,
  howTosItem,
  checkInItem,
  advisedItem(ID),
  advisedTokenItem(ID),
];

/** What people have stored is not ours to rename: the example files are frozen, only new ones are added. */
describe.each(ITEMS)('the stored item $key', (item) => {
  const { name, steps } = item.kind;
  const exampleOf = (version: number): { data: unknown } =>
    JSON.parse(
      readFileSync(new URL(`./examples/${name}.v${version}.json`, import.meta.url), 'utf8'),
    ) as { data: unknown };
  const versions = Array.from({ length: steps.length + 1 }, (_, index) => index + 1);

  test.each(versions)('reads its frozen example of version %i', (version) => {
    expect(parseStored(item, exampleOf(version))).toMatchObject({
      state: 'read',
      migrated: version < versions.length,
    });
  });

  test('reads its newest example as it stands', () => {
    const example = exampleOf(versions.length);
    expect(parseStored(item, example)).toHaveProperty('value', example.data);
  });
});

test('a month is read from the keys of what was sent, and from no other', () => {
  expect(monthOfSentKey(sentItem('2026-11').key)).toBe('2026-11');
  expect(monthOfSentKey('ledger/d/2026-11')).toBeUndefined();
  expect(monthOfSentKey('sent/2026')).toBeUndefined();
});

test('a copy of what is shared is known by its key, and nothing else is', () => {
  expect(parseSharedKey(sharedNoteItem('n').key)).toEqual({ kind: 'note', id: 'n' });
  for (const key of [
    'sharedPrompt/',
    'sharedPrompt/a/b',
    'sharedPrompt/__proto__',
    'sharing',
    'prompt/a',
  ]) {
    expect(parseSharedKey(key)).toBeUndefined();
  }
});
