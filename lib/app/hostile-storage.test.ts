import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseStored } from '../contract/envelope.ts';
import { itemAtKey } from '../contract/stored-items.ts';
import type { DayKey } from '../domain/day.ts';
import {
  createCommandWorld,
  NOON_MS,
  promptDraft,
  workflowDraft,
} from '../../test/support/command-world.ts';
import { exportEverything } from './export-everything.ts';
import { parseHeld, personStateOf } from './held.ts';
import { parseImport } from './parse-import.ts';
import { isQuarantineKey, parseQuarantined } from './quarantine.ts';
import { sameJson } from './same-json.ts';
import { runUpkeep } from './upkeep.ts';

const TODAY = '2026-11-24' as DayKey;
/** A generous limit: the machine may be busy, and the number of runs is what proves something. */
const SLOW_MS = 30_000;
const KEYS = [
  'device',
  'settings',
  'calendar',
  'taste',
  'health',
  'ledger/dev-1/2026-11',
  'ledger/__proto__/2026-11',
  'workflow/a',
  'workflow/constructor',
  'prompt/p',
  'remembered/p',
  'quarantine/prompt/p/5',
  '__proto__',
  'hub/outbox',
  'counting',
];
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.record({ v: fc.integer({ min: -1, max: 3 }), data: fc.jsonValue({ maxDepth: 3 }) }),
  fc
    .constantFrom('{"__proto__":{"x":1}}', '{"v":1,"data":{"__proto__":{"x":1}}}')
    .map((text) => JSON.parse(text) as unknown),
);
/** Anything at all under our keys and others'. */
const storage = fc
  .subarray(KEYS)
  .chain((keys) => fc.tuple(...keys.map((key) => fc.tuple(fc.constant(key), anything))))
  .map((entries) => Object.fromEntries(entries) as Record<string, unknown>);
const COMMANDS: unknown[] = [
  { type: 'saveSettings', settings: { weeklyGoal: 5 } },
  { type: 'selfReport', day: TODAY, tool: 'gemini' },
  { type: 'saveWorkflow', workflow: workflowDraft() },
  { type: 'savePrompt', id: 'p', prompt: promptDraft() },
  { type: 'deletePrompt', id: 'p' },
  { type: 'tickWorkflow', id: 'a' },
  { type: 'adoptWorkflow', pack: 'sales', workflow: 'quote' },
  { type: 'openWithPrompt', promptId: 'p' },
];

describe('whatever lies in storage', () => {
  test('every page can be drawn and everything can be exported', () => {
    fc.assert(
      fc.property(storage, (raw) => {
        const held = parseHeld(raw, NOON_MS);
        expect(personStateOf(held, TODAY).startedOn <= TODAY || held.device !== undefined).toBe(
          true,
        );
        const text = exportEverything(held, { nowMs: NOON_MS, today: TODAY });
        expect(parseImport(text)).toMatchObject({ ok: true });
      }),
      { numRuns: 300 },
    );
  });

  test(
    'every command is answered, and nothing that was there is lost, killed at any write',
    { timeout: SLOW_MS },
    async () => {
      await fc.assert(
        fc.asyncProperty(storage, fc.nat(12), async (raw, changes) => {
          const world = createCommandWorld(raw);
          world.store.killAfter(changes);
          for (const command of COMMANDS) {
            const reply = await world.send(command);
            expect(typeof reply.ok).toBe('boolean');
          }
          await world.queue(() => runUpkeep(world)).catch(() => {});
          world.store.revive();
          expect(lostOf(raw, world.store.dump())).toEqual([]);
          await world.queue(() => runUpkeep(world));
          expect(lostOf(raw, world.store.dump())).toEqual([]);
        }),
        { numRuns: 60 },
      );
    },
  );
});

/** Keys whose value could not be read and is now neither in its place nor in quarantine; and keys of others that changed. */
function lostOf(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const aside = Object.entries(after)
    .filter(([key]) => isQuarantineKey(key))
    .map(([key, raw]) => parseQuarantined(key, raw));
  return Object.keys(before).filter((key) => {
    const item = itemAtKey(key);
    const state = item && parseStored(item, before[key]).state;
    if (state === 'read' || state === 'absent') return false;
    const isInPlace = Object.hasOwn(after, key) && sameJson(after[key], before[key]);
    const isAside = aside.some(
      ({ originalKey, value }) => originalKey === key && sameJson(value, before[key]),
    );
    return !isInPlace && !(state === 'unreadable' && isAside);
  });
}
