import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DayKey } from '../domain/day.ts';
import { NOON_MS } from '../../test/support/command-world.ts';
import { generatedStorage } from '../../test/support/generated-held.ts';
import { exportEverything } from './export-everything.ts';
import { NOTHING_HELD, parseHeld } from './held.ts';
import { parseImport, type ImportRefusal } from './parse-import.ts';

const MOMENT = { nowMs: NOON_MS, today: '2026-11-24' as DayKey };
const EMPTY_TEXT = exportEverything(NOTHING_HELD, MOMENT);
const refusalsOf = (text: string): readonly ImportRefusal[] => {
  const parsed = parseImport(text);
  return parsed.ok ? [] : parsed.refusals;
};
/** The empty file with one field replaced, on a line of its own as it was. */
const withField = (field: string, json: string): string => {
  const lines = EMPTY_TEXT.split('\n');
  const index = lines.findIndex((line) => line.trimStart().startsWith(`"${field}":`));
  return lines.with(index, ` "${field}": ${json},`).join('\n');
};
const lineOf = (field: string): number =>
  EMPTY_TEXT.split('\n').findIndex((line) => line.trimStart().startsWith(`"${field}":`)) + 1;

test('what was exported is read, with and without the mark that editors put in front', () => {
  fc.assert(
    fc.property(generatedStorage, (raw) => {
      const text = exportEverything(parseHeld(raw, NOON_MS), MOMENT);
      expect(refusalsOf(text)).toEqual([]);
      expect(refusalsOf(`\uFEFF${text}`)).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

describe('a refusal names line, field and reason', () => {
  test.each([
    ['version', '4', 'version', 'newerVersion'],
    ['version', '0', 'version', 'notAnExport'],
    ['format', '"other"', 'format', 'notAnExport'],
    ['exportedAt', '"yesterday"', 'exportedAt', 'notAllowed'],
    ['startedOn', '"2026-02-30"', 'startedOn', 'notAllowed'],
    ['weeklyGoal', '8', 'settings.weeklyGoal', 'tooLarge'],
    ['weeklyGoal', '"3"', 'settings.weeklyGoal', 'wrongType'],
    ['weeklyGoal', '3, "colour": 1', 'settings.colour', 'unknownField'],
    ['devices', '{"dev-1":{"2026-11-31":{}}}', 'devices.dev-1.2026-11-31', 'notAllowed'],
    ['workflows', '[{"id":"a"}]', 'workflows.0.name', 'missing'],
    ['remembered', '{"constructor":{}}', 'remembered.constructor', 'notAllowed'],
    ['quarantined', '[{"key":"settings"}]', 'quarantined.0.key', 'notAllowed'],
  ])('%s: %s', (field, json, where, reason) => {
    const text = withField(field, json).replace(/,(\s*\})\s*$/, '$1');
    expect(refusalsOf(text)[0]).toMatchObject({ field: where, reason, line: lineOf(field) });
  });

  test('of a field that is not there, where it should be', () => {
    const text = EMPTY_TEXT.replace(/ {2}"weeklyGoal": \d,\n/, '');
    const line = lineOf('settings');
    expect(refusalsOf(text)).toMatchObject([
      { field: 'settings.weeklyGoal', reason: 'missing', line },
    ]);
  });

  test.each([
    ['', 1, 1],
    ['PK\u0003\u0004', 1, 1],
    [EMPTY_TEXT.slice(0, 40), 3, 12],
  ])('of a text that is no JSON, where it ends being so (%#)', (text, line, column) => {
    expect(refusalsOf(text)).toEqual([{ reason: 'notJson', field: '', line, column }]);
  });

  test.each(['null', '[]', '1', '"banso-export"', '{}', '[{"format":"banso-export"}]'])(
    '%s is JSON and none of ours',
    (text) => {
      expect(refusalsOf(text)).toMatchObject([{ reason: 'notAnExport', line: 1 }]);
    },
  );
});

describe('a hostile file', { timeout: 30_000 }, () => {
  test('reaches no prototype', () => {
    const text = EMPTY_TEXT.replace(
      '"settings": {',
      '"settings": { "__proto__": {"weeklyGoal": 1},',
    );
    expect(refusalsOf(text)).toHaveLength(1);
    const taste = withField('taste', '{"__proto__":{"uses":1,"passedOver":0}}');
    const parsed = parseImport(taste);
    expect(parsed.ok && Object.keys(parsed.file.taste)).toEqual([]);
    expect(({} as Record<string, unknown>)['uses']).toBeUndefined();
  });

  test('with ever so many faults is refused before they are counted', () => {
    const flood = withField('workflows', `[${'{},'.repeat(200_000)}{}]`);
    const startedAt = performance.now();
    expect(refusalsOf(flood)).toMatchObject([{ field: 'workflows', reason: 'tooLarge' }]);
    expect(performance.now() - startedAt).toBeLessThan(4000);
    expect(refusalsOf(withField('workflows', `[${'{},'.repeat(100)}{}]`))).toHaveLength(20);
  });

  test('nested without end, or 10 MB long, is refused', () => {
    expect(refusalsOf('['.repeat(2_000_000))).toMatchObject([{ reason: 'notJson' }]);
    const deep = withField('taste', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`);
    expect(refusalsOf(deep)).toMatchObject([{ field: 'taste.a.uses' }, {}, {}]);
    const long = `{"format":"banso-export","version":1,"settings":"${'あ'.repeat(10_000_000)}`;
    expect(refusalsOf(long)).toMatchObject([{ reason: 'notJson' }]);
  });

  test('is never more than refused, whatever is changed in it', () => {
    fc.assert(
      fc.property(fc.nat(EMPTY_TEXT.length - 1), fc.string({ maxLength: 3 }), (at, added) => {
        const text = EMPTY_TEXT.slice(0, at) + added + EMPTY_TEXT.slice(at + 1);
        for (const { line, column } of refusalsOf(text)) {
          expect(text.split('\n')[line - 1]?.length).toBeGreaterThanOrEqual(column - 1);
        }
      }),
    );
  });
});
