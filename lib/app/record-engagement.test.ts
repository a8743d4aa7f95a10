import { describe, expect, it } from 'vitest';
import { countingItem } from '../contract/counting.ts';
import { entryOf } from '../contract/envelope.ts';
import { DEFAULT_SETTINGS } from '../contract/settings.ts';
import { sharedPromptItem } from '../contract/shared-items.ts';
import { promptItem, settingsItem } from '../contract/stored-items.ts';
import type { DayKey } from '../domain/day.ts';
import type { LedgerDay } from '../domain/ledger.ts';
import type { EngagedInterval } from '../domain/visit.ts';
import { createMemoryStore, type MemoryStore } from '../../test/support/memory-store.ts';
import {
  createEngagementRecorder,
  isOff,
  SAVE_WITHIN_MS,
  UNSAVED_KEY,
  type EngagementRecorder,
} from './record-engagement.ts';
import { usedPrompt } from '../../test/support/fake-shared.ts';
import { recordInsertion } from './record-insertion.ts';
import { createWriteQueue } from './write-queue.ts';

/** 2026-11-24 09:00 in Tokyo. */
const NINE = Date.parse('2026-11-24T00:00:00Z');
const TODAY = '2026-11-24' as DayKey;
const TAB = 7;

interface Rig {
  readonly local: MemoryStore;
  readonly session: MemoryStore;
  /** The worker as it is now; `restart` makes a new one over the same stores. */
  recorder: EngagementRecorder;
  nowMs: number;
  saveAfterMs: number | undefined;
  alongside: () => Promise<Record<string, unknown>>;
  restart(): void;
  /** Tells that the last `seconds` were engaged. */
  engaged(
    seconds: number,
    more?: Partial<EngagedInterval>,
  ): ReturnType<EngagementRecorder['record']>;
  today(): LedgerDay;
}

function createRig(initial: Record<string, unknown> = {}): Rig {
  let messages = 0;
  const rig: Rig = {
    local: createMemoryStore(initial),
    session: createMemoryStore(),
    recorder: undefined as unknown as EngagementRecorder,
    nowMs: NINE,
    saveAfterMs: undefined,
    alongside: () => Promise.resolve({}),
    restart() {
      rig.local.revive();
      rig.session.revive();
      rig.recorder = createEngagementRecorder({
        local: rig.local,
        session: rig.session,
        clock: { now: () => rig.nowMs, utcOffsetMinutes: () => 540 },
        queue: createWriteQueue(),
        saveAfter: (delayMs) => void (rig.saveAfterMs = delayMs),
        alongside: () => rig.alongside(),
      });
    },
    engaged(seconds, more = {}) {
      messages += 1;
      return rig.recorder.record(
        {
          tool: 'chatgpt',
          fromMs: rig.nowMs - seconds * 1000,
          toMs: rig.nowMs,
          utcOffsetMinutes: 540,
          promptsStarted: 0,
          messageId: `message ${messages}`,
          ...more,
        },
        TAB,
      );
    },
    today() {
      const month = Object.entries(rig.local.dump()).find(([key]) => key.startsWith('ledger/'));
      return (month?.[1] as { data: Record<string, LedgerDay> } | undefined)?.data[TODAY] ?? {};
    },
  };
  rig.restart();
  return rig;
}

describe('when engaged time is written', () => {
  it('what else waits goes into the same write, and counting goes on when it cannot be read', async () => {
    const rig = createRig();
    rig.alongside = () => Promise.resolve({ other: 1 });
    await rig.engaged(15);
    expect(rig.local.changes).toBe(1);
    expect(rig.local.dump()).toHaveProperty('other', 1);
    rig.alongside = () => Promise.reject(new Error('unreadable'));
    rig.nowMs += 15_000;
    await rig.engaged(15);
    expect(rig.today()['chatgpt']?.engagedSeconds).toBe(30);
  });

  it('15 s that are told at once are in local storage, with what counting needs, in one write', async () => {
    const rig = createRig();
    await rig.engaged(15);
    // The device's id is in it, the first time.
    expect(rig.local.changes).toBe(1);
    expect(rig.today()['chatgpt']?.engagedSeconds).toBe(15);
    expect(rig.session.dump()).toEqual({});
    rig.nowMs += 15_000;
    await rig.engaged(15);
    expect(rig.local.changes).toBe(2);
  });

  it('shorter pieces wait in session storage until the oldest is 15 s old: 4 writes in a minute of looks of 1 s', async () => {
    const rig = createRig();
    await rig.engaged(15);
    const before = rig.local.changes;
    for (let second = 1; second <= 60; second += 1) {
      rig.nowMs += 1000;
      await rig.engaged(1);
    }
    expect(rig.local.changes - before).toBe(4);
    expect(rig.today()['chatgpt']?.engagedSeconds).toBe(75);
  });

  it('pages that tell of the same time do not make each other write', async () => {
    const rig = createRig();
    await rig.engaged(15);
    const before = rig.local.changes;
    for (let second = 1; second <= 14; second += 1) {
      rig.nowMs += 1000;
      await rig.engaged(15, { tool: 'claude' });
    }
    expect(rig.local.changes).toBe(before);
  });

  it('asks for a save soon after the 15 s, and the save writes', async () => {
    const rig = createRig();
    await rig.engaged(4);
    expect(rig.saveAfterMs).toBe(12_000);
    expect(rig.today()).toEqual({});
    await rig.recorder.save();
    expect(rig.today()['chatgpt']?.engagedSeconds).toBe(4);
    const { changes } = rig.local;
    await rig.recorder.save();
    expect(rig.local.changes).toBe(changes);
  });

  it('a visit that counts is written at once, a started prompt with the next write', async () => {
    const rig = createRig();
    await rig.engaged(15);
    rig.nowMs += 14_000;
    await rig.engaged(14);
    rig.nowMs += 1000;
    const reply = await rig.engaged(1);
    expect(rig.today()['chatgpt']).toMatchObject({ visits: 1, engagedSeconds: 30 });
    expect(reply).toEqual({ settled: true, nextFlushMs: SAVE_WITHIN_MS });
    await rig.engaged(0, { promptsStarted: 1 });
    expect(rig.today()['chatgpt']?.promptsStarted).toBe(0);
    rig.nowMs += SAVE_WITHIN_MS;
    await rig.engaged(15);
    expect(rig.today()['chatgpt']?.promptsStarted).toBe(1);
  });

  it('tells the page when the visit would count and when unsaved time is due', async () => {
    const rig = createRig();
    expect((await rig.engaged(0)).nextFlushMs).toBe(15_000);
    expect((await rig.engaged(4)).nextFlushMs).toBe(11_000);
    rig.nowMs += 24_000;
    expect((await rig.engaged(24)).nextFlushMs).toBe(2_000);
  });
});

describe('what can happen to it', () => {
  it('a repeated message is settled, counts nothing and writes nothing', async () => {
    const rig = createRig();
    const twice = { messageId: 'same', promptsStarted: 1 };
    await rig.engaged(15, twice);
    const { changes } = rig.local;
    expect((await rig.engaged(15, twice)).settled).toBe(true);
    expect(rig.local.changes).toBe(changes);
    expect(rig.today()['chatgpt']).toMatchObject({ engagedSeconds: 15, promptsStarted: 1 });
  });

  it('a worker killed at any write loses nothing and counts nothing twice, because the page tells again', async () => {
    for (let local = 0; local < 4; local += 1) {
      for (let session = 0; session < 4; session += 1) {
        const rig = createRig();
        rig.local.killAfter(local);
        rig.session.killAfter(session);
        const told: Partial<EngagedInterval>[] = [3, 9, 15, 21, 30].map((end, index, ends) => ({
          fromMs: NINE + (ends[index - 1] ?? 0) * 1000,
          toMs: NINE + end * 1000,
          messageId: `m${index}`,
          promptsStarted: index % 2,
        }));
        for (const each of told) {
          rig.nowMs = each.toMs as number;
          if (!(await rig.engaged(0, each)).settled) {
            rig.restart();
            await rig.recorder.save();
            await rig.engaged(0, each);
          }
        }
        rig.restart();
        await rig.recorder.save();
        expect(rig.today()['chatgpt'], `killed after ${local}, ${session}`).toMatchObject({
          visits: 1,
          engagedSeconds: 30,
          promptsStarted: 2,
        });
      }
    }
  });

  it('without room it is not settled, and counts when there is room again', async () => {
    const rig = createRig();
    rig.local.limitBytes(10);
    const message = { messageId: 'm', promptsStarted: 1 };
    expect((await rig.engaged(15, message)).settled).toBe(false);
    rig.local.limitBytes(100_000);
    expect((await rig.engaged(15, message)).settled).toBe(true);
    expect(rig.today()['chatgpt']).toMatchObject({ engagedSeconds: 15, promptsStarted: 1 });
  });

  it('while paused nothing is recorded', async () => {
    const rig = createRig(
      Object.fromEntries([entryOf(settingsItem, { ...DEFAULT_SETTINGS, paused: TODAY })]),
    );
    expect((await rig.engaged(40, { promptsStarted: 1 })).settled).toBe(true);
    expect(rig.local.changes + rig.session.changes).toBe(0);
  });

  it('a damaged counting state is set aside and counting goes on', async () => {
    const rig = createRig({ [countingItem.key]: { v: 1, data: { step: 'x' } } });
    await rig.engaged(15);
    expect(rig.today()['chatgpt']?.engagedSeconds).toBe(15);
    expect(Object.keys(rig.local.dump()).some((key) => key.startsWith('quarantine/'))).toBe(true);
  });

  it('a damaged unsaved state is dropped', async () => {
    const rig = createRig();
    await rig.session.write({ [UNSAVED_KEY]: { step: 9 } });
    await rig.engaged(15);
    expect(rig.today()['chatgpt']?.engagedSeconds).toBe(15);
  });

  it('a day never holds more engaged seconds than it has, all tools together', async () => {
    const rig = createRig();
    await rig.engaged(15);
    const [key, month] = Object.entries(rig.local.dump()).find(([name]) =>
      name.startsWith('ledger/'),
    ) as [string, { v: number; data: Record<string, LedgerDay> }];
    const gemini = { ...month.data[TODAY]?.['chatgpt'], engagedSeconds: 86_380 } as const;
    await rig.local.write({
      [key]: { v: 1, data: { [TODAY]: { ...month.data[TODAY], gemini } } },
    });
    rig.nowMs += 15_000;
    await rig.engaged(15);
    expect(rig.today()['chatgpt']?.engagedSeconds).toBe(20);
  });
});

describe('workflow runs (METRICS.md M3)', () => {
  const prompt = {
    id: 'p1',
    workflowId: 'w1',
    title: 't',
    body: 'b',
    variables: [],
    source: { kind: 'own' },
    createdAt: 0,
    updatedAt: 0,
    versions: [],
  } as const;

  async function rigWithInsertion(atMs = NINE, tabId = TAB): Promise<Rig> {
    const rig = createRig(Object.fromEntries([entryOf(promptItem('p1'), prompt)]));
    await recordInsertion(rig.session, { tabId, tool: 'chatgpt', promptId: 'p1', atMs });
    return rig;
  }

  it('a prompt inserted and then started is one run, once', async () => {
    const rig = await rigWithInsertion();
    rig.nowMs += 60_000;
    await rig.engaged(0, { promptsStarted: 1, messageId: 'a' });
    await rig.engaged(0, { promptsStarted: 1, messageId: 'a' });
    await rig.engaged(0, { promptsStarted: 1, messageId: 'b' });
    // The run is on disk at once; the second prompt waits for the next write.
    expect(rig.today()['chatgpt']).toMatchObject({ promptsStarted: 1, runs: { w1: 1 } });
    await rig.recorder.save();
    expect(rig.today()['chatgpt']).toMatchObject({ promptsStarted: 2, runs: { w1: 1 } });
  });

  it('of a department’s prompt counts for its workflow and for itself, taken over or not', async () => {
    const shared = usedPrompt('p1', { workflowId: 'theirs' });
    const rig = createRig(Object.fromEntries([entryOf(sharedPromptItem('p1'), shared)]));
    await recordInsertion(rig.session, { tabId: TAB, tool: 'chatgpt', promptId: 'p1', atMs: NINE });
    await rig.engaged(0, { promptsStarted: 1 });
    expect(rig.today()['chatgpt']?.runs).toEqual({ theirs: 1, 'prompt/p1': 1 });
  });

  it('of one’s own that the department has counts for one’s own workflow, and there', async () => {
    const rig = createRig(
      Object.fromEntries([
        entryOf(promptItem('p1'), prompt),
        entryOf(sharedPromptItem('p1'), usedPrompt('p1')),
      ]),
    );
    await recordInsertion(rig.session, { tabId: TAB, tool: 'chatgpt', promptId: 'p1', atMs: NINE });
    await rig.engaged(0, { promptsStarted: 1 });
    expect(rig.today()['chatgpt']?.runs).toEqual({ w1: 1, 'prompt/p1': 1 });
  });

  it.each([
    ['more than 10 min later', NINE - 11 * 60_000, TAB, 'chatgpt'],
    ['in another tab', NINE, TAB + 1, 'chatgpt'],
    ['in another tool', NINE, TAB, 'claude'],
  ])('%s is none', async (_, atMs, tabId, tool) => {
    const rig = await rigWithInsertion(atMs, tabId);
    await rig.engaged(0, { promptsStarted: 1, tool });
    await rig.recorder.save();
    expect(rig.today()[tool]?.runs).toEqual({});
  });
});

describe('isOff', () => {
  it.each([
    ['no', false],
    ['always', true],
    ['2026-11-23', false],
    ['2026-11-24', true],
    ['2026-11-25', true],
  ] as const)('%s: %s', (setting, off) => {
    expect(isOff(setting as Parameters<typeof isOff>[0], TODAY)).toBe(off);
  });
});
