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

  test('is found at its key', () => {
    expect(itemAtKey(kind.name)?.kind).toBe(kind);
    expect(itemAtKey(`${kind.name}/anything/else`)?.kind).toBe(kind);
  });
});

test.each(['', 'quarantine/settings/5', 'outbox', '__proto__', 'constructor', 'settingsx'])(
  'the key "%s" is none of ours',
  (key) => {
    expect(itemAtKey(key)).toBeUndefined();
  },
);
