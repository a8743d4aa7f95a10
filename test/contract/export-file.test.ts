import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseImport } from '../../lib/app/parse-import.ts';
import { EXPORT_STEPS, EXPORT_VERSION } from '../../lib/contract/export-file.ts';

const versions = Array.from({ length: EXPORT_VERSION }, (_, index) => index + 1);

/** A file that a person kept must be read by every later build: the examples are frozen, only new ones are added. */
describe('export files', () => {
  test('have a step from every version to the next', () => {
    expect(EXPORT_STEPS).toHaveLength(EXPORT_VERSION - 1);
  });

  test.each(versions)('of version %i are read', (version) => {
    const text = readFileSync(
      new URL(`./examples/export.v${version}.json`, import.meta.url),
      'utf8',
    );
    const parsed = parseImport(text);
    expect(parsed).toMatchObject({ ok: true, file: { version: EXPORT_VERSION } });
  });

  test('of the present version are read as they stand', () => {
    const text = readFileSync(
      new URL(`./examples/export.v${EXPORT_VERSION}.json`, import.meta.url),
      'utf8',
    );
    expect(parseImport(text)).toEqual({ ok: true, file: JSON.parse(text) });
  });
});
