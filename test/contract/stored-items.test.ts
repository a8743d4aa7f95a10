import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseStored } from '../../lib/contract/envelope.ts';
import { ITEM_KINDS, itemAtKey } from '../../lib/contract/stored-items.ts';

const exampleOf = (name: string, version: number): unknown =>
  JSON.parse(readFileSync(new URL(`./examples/${name}.v${version}.json`, import.meta.url), 'utf8'));

/** What people have stored is not ours to rename: the example files are frozen, only new ones are added. */
describe.each(ITEM_KINDS)('the stored item $name', (kind) => {
  const versions = Array.from({ length: kind.steps.length + 1 }, (_, index) => index + 1);

  test.each(versions)('reads its frozen example of version %i', (version) => {
    const found = parseStored({ key: kind.name, kind }, exampleOf(kind.name, version));
    expect(found).toMatchObject({ state: 'read', migrated: version < versions.length });
  });

  test('reads its newest example as it stands', () => {
    const example = exampleOf(kind.name, versions.length) as { data: unknown };
    expect(parseStored({ key: kind.name, kind }, example)).toHaveProperty('value', example.data);
  });
});

const ID = '6f1c2d3e-4b5a-4c6d-8e7f-901234567890';

test.each([
  'device',
  'settings',
  'calendar',
  'taste',
  'health',
  `ledger/${ID}/2026-11`,
  `workflow/${ID}`,
  'prompt/sales/quote.1',
  `remembered/${ID}`,
])('the key "%s" is one of ours', (key) => {
  expect(itemAtKey(key)?.kind.name).toBe(key.split('/', 1)[0]);
});

test.each([
  '',
  'quarantine/settings/5',
  'outbox',
  '__proto__',
  'constructor',
  'settingsx',
  'settings/x',
  'workflow',
  'prompt/',
  'ledger/__proto__/2026-11',
  'ledger/a/b/2026-11',
  'ledger/a/2026',
  'prompt/__proto__',
])('the key "%s" is none of ours', (key) => {
  expect(itemAtKey(key)).toBeUndefined();
});
