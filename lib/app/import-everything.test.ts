import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryOf } from '../contract/envelope.ts';
import { ledgerItem, promptItem } from '../contract/stored-items.ts';
import type { DayKey } from '../domain/day.ts';
import { EMPTY_ENTRY } from '../domain/ledger.ts';
import {
  createCommandWorld,
  NOON_MS,
  promptDraft,
  workflowDraft,
} from '../../test/support/command-world.ts';
import { generatedStorage } from '../../test/support/generated-held.ts';
import { exportEverything } from './export-everything.ts';
import { NOTHING_HELD, parseHeld, type Held } from './held.ts';
import { previewImport } from './import-everything.ts';
import { isQuarantineKey } from './quarantine.ts';

const TODAY = '2026-11-24' as DayKey;
const MOMENT = { nowMs: NOON_MS, today: TODAY };
const heldIn = (raw: Record<string, unknown>): Held => parseHeld(raw, NOON_MS);
const fileOf = (raw: Record<string, unknown>): string => exportEverything(heldIn(raw), MOMENT);
/** In one order, without the device, whose id is fresh after a deletion. */
const comparable = ({ device, ...held }: Held) => ({
  ...held,
  startedOn: device?.startedOn,
  workflows: held.workflows.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  prompts: held.prompts.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  quarantined: held.quarantined.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  remembered: Object.fromEntries(
    Object.entries(held.remembered).filter(([, values]) => Object.keys(values).length > 0),
  ),
});

const textsOf = (held: Held): string[] =>
  held.prompts.flatMap((each) => [each.body, ...each.versions.map(({ body }) => body)]);
const daysOf = (held: Held): string[] =>
  Object.entries(held.ledgers).flatMap(([id, days]) => Object.keys(days).map((day) => id + day));
const visits = (count: number) => ({ chatgpt: { ...EMPTY_ENTRY, visits: count } });
const storage = (days: Record<string, number>, body: string, updatedAt: number) =>
  Object.fromEntries([
    entryOf(
      ledgerItem('dev-1', '2026-11'),
      Object.fromEntries(Object.entries(days).map(([key, count]) => [key, visits(count)])),
    ),
    entryOf(promptItem('p'), {
      ...promptDraft({ body }),
      id: 'p',
      createdAt: 1,
      updatedAt,
      versions: [],
    }),
  ]);
const chosen = async (settings: object): Promise<Record<string, unknown>> => {
  const world = createCommandWorld();
  await world.send({ type: 'saveSettings', settings });
  return world.store.dump();
};

describe('export and import', { timeout: 30_000 }, () => {
  test('export, delete everything, import: all is as it was', async () => {
    await fc.assert(
      fc.asyncProperty(generatedStorage, async (raw) => {
        const world = createCommandWorld(raw);
        const text = fileOf(raw);
        await world.done({ type: 'deleteEverything' });
        await world.done({ type: 'importFile', text });
        expect(comparable(world.held())).toEqual(comparable(heldIn(raw)));
      }),
      { numRuns: 30 },
    );
  });

  test('an import does what its preview says, and a second one nothing', async () => {
    await fc.assert(
      fc.asyncProperty(generatedStorage, generatedStorage, async (raw, other) => {
        const world = createCommandWorld(raw);
        const text = fileOf(other);
        const preview = previewImport(text, world.held(), NOON_MS);
        const before = world.store.changes;
        await world.done({ type: 'importFile', text });
        expect(preview).toMatchObject({ ok: true, changesAnything: world.store.changes > before });
        const after = world.store.changes;
        expect(previewImport(text, world.held(), NOON_MS)).toMatchObject({
          changesAnything: false,
          days: { added: 0, changed: 0 },
          workflows: { added: 0, changed: 0 },
          prompts: { added: 0, changed: 0 },
        });
        await world.done({ type: 'importFile', text });
        expect(world.store.changes).toBe(after);
      }),
      { numRuns: 30 },
    );
  });

  test('an import loses nothing that was here and nothing of the file', async () => {
    await fc.assert(
      fc.asyncProperty(generatedStorage, generatedStorage, async (raw, other) => {
        const world = createCommandWorld(raw);
        await world.done({ type: 'importFile', text: fileOf(other) });
        const after = world.held();
        for (const before of [heldIn(raw), heldIn(other)]) {
          expect(textsOf(after)).toEqual(expect.arrayContaining(textsOf(before)));
          expect(daysOf(after)).toEqual(expect.arrayContaining(daysOf(before)));
          expect(after.quarantined.map(({ value }) => value)).toEqual(
            expect.arrayContaining(before.quarantined.map(({ value }) => value)),
          );
        }
        const minutes = after.workflows.map((each) => each.minutes);
        expect(minutes).toEqual(
          expect.arrayContaining(heldIn(raw).workflows.map((each) => each.minutes)),
        );
      }),
      { numRuns: 30 },
    );
  });

  test('what was living before an import is living after it or can be brought back for 30 days', async () => {
    await fc.assert(
      fc.asyncProperty(generatedStorage, generatedStorage, async (raw, other) => {
        const world = createCommandWorld(raw);
        const all = () => {
          const { prompts, workflows } = world.held();
          return [
            ...prompts.map(({ id, deletedAt }) => [`prompt ${id}`, deletedAt] as const),
            ...workflows.map(({ id, deletedAt }) => [`workflow ${id}`, deletedAt] as const),
          ];
        };
        const living = all().filter(([, deletedAt]) => deletedAt === undefined);
        await world.done({ type: 'importFile', text: fileOf(other) });
        const after = new Map(all());
        for (const [name] of living) {
          expect([...after.keys()]).toContain(name);
          expect(after.get(name) ?? NOON_MS).toBeGreaterThanOrEqual(NOON_MS);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('two browsers that import each other count the same days', async () => {
    await fc.assert(
      fc.asyncProperty(generatedStorage, generatedStorage, async (raw, other) => {
        const [here, there] = [createCommandWorld(raw), createCommandWorld(other)];
        await here.done({ type: 'importFile', text: fileOf(other) });
        await there.done({ type: 'importFile', text: fileOf(raw) });
        expect(here.held().ledgers).toEqual(there.held().ledgers);
        // Each keeps what the other deleted for 30 days of its own.
        const words = (world: typeof here) =>
          world.held().prompts.map((prompt) => ({ ...prompt, deletedAt: undefined }));
        expect(words(here)).toEqual(expect.arrayContaining(words(there)));
      }),
      { numRuns: 30 },
    );
  });
});

describe('a preview', () => {
  test('counts what is new, what changes and what stays', () => {
    const here = storage({ '2026-11-02': 1, '2026-11-03': 3, '2026-11-06': 1 }, 'mine', 5);
    const file = storage({ '2026-11-02': 2, '2026-11-03': 1, '2026-11-04': 1 }, 'theirs', 9);
    expect(previewImport(fileOf(file), heldIn(here), NOON_MS)).toMatchObject({
      ok: true,
      days: { added: 1, changed: 1, same: 1 },
      prompts: { added: 0, changed: 1, same: 0 },
      workflows: { added: 0, changed: 0, same: 0 },
      settings: [],
      calendar: [],
      changesAnything: true,
    });
  });

  test('names the settings that would come from the file: only those never chosen here', async () => {
    const here = await chosen({ weeklyGoal: 5 });
    const file = await chosen({ weeklyGoal: 2, language: 'en' });
    expect(previewImport(fileOf(file), heldIn(here), NOON_MS)).toMatchObject({
      settings: ['language'],
    });
  });
});

describe('an import that meets trouble', () => {
  const file = fileOf(
    Object.fromEntries([
      entryOf(promptItem('p'), {
        ...promptDraft(),
        id: 'p',
        createdAt: 1,
        updatedAt: 1,
        versions: [],
      }),
      entryOf(ledgerItem('dev-1', '2026-11'), {
        [TODAY]: { chatgpt: { ...EMPTY_ENTRY, visits: 2 } },
      }),
    ]),
  );

  test('killed at any write leaves all of the file or nothing of it', async () => {
    for (const changes of [0, 1, 2, 3]) {
      const world = createCommandWorld({ taste: 'torn' });
      world.store.killAfter(changes);
      await world.send({ type: 'importFile', text: file });
      world.store.revive();
      const { prompts, ledgers, quarantined } = world.held();
      expect(prompts.length).toBe(Object.keys(ledgers).length);
      expect(quarantined.map(({ value }) => value)).toEqual(['torn']);
    }
  });

  test('without room changes nothing', async () => {
    const world = createCommandWorld({ other: 1 });
    world.store.limitBytes(200);
    expect(await world.send({ type: 'importFile', text: file })).toMatchObject({
      code: 'storageFull',
    });
    expect(world.store.dump()).toEqual({ other: 1 });
  });

  test('does not write over what a newer build stored', async () => {
    const raw = { 'prompt/p': { v: 7, data: 'of tomorrow' } };
    const world = createCommandWorld(raw);
    expect(await world.send({ type: 'importFile', text: file })).toMatchObject({
      code: 'unreadable',
    });
    expect(world.store.dump()).toEqual(raw);
  });

  test('a damaged item in its way is set aside first', async () => {
    const world = createCommandWorld({ 'prompt/p': 'torn' });
    await world.done({ type: 'importFile', text: file });
    expect(world.held().prompts).toHaveLength(1);
    expect(Object.keys(world.store.dump()).filter(isQuarantineKey)).toHaveLength(1);
  });

  test('a refused file is answered with its line and changes nothing', async () => {
    const world = createCommandWorld();
    const text = file.replace('"updatedAt": 1', '"updatedAt": -1');
    const reply = await world.send({ type: 'importFile', text });
    expect(reply).toMatchObject({ ok: false, code: 'unreadable' });
    expect(reply).toHaveProperty(
      'message',
      expect.stringMatching(/line \d+, .*prompts\.0\.updatedAt/),
    );
    expect(world.store.dump()).toEqual({});
  });
});

test('a workflow that the file overwrites can be brought back', async () => {
  const there = createCommandWorld();
  const id = await there.done({ type: 'saveWorkflow', workflow: workflowDraft({ name: 'mine' }) });
  const mine = there.store.dump();
  there.clock.nowMs += 5;
  await there.done({ type: 'saveWorkflow', id, workflow: workflowDraft({ name: 'theirs' }) });
  const here = createCommandWorld(mine);
  await here.done({ type: 'importFile', text: fileOf(there.store.dump()) });
  const copy = here.held().workflows.find(({ deletedAt }) => deletedAt !== undefined);
  await here.done({ type: 'restoreWorkflow', id: copy?.id ?? '' });
  expect(
    here
      .held()
      .workflows.map(({ name }) => name)
      .toSorted(),
  ).toEqual(['mine', 'theirs']);
});

test('an unused browser exports a file that it takes back', () => {
  const text = exportEverything(NOTHING_HELD, MOMENT);
  expect(previewImport(text, NOTHING_HELD, NOON_MS)).toMatchObject({
    ok: true,
    changesAnything: false,
  });
});
