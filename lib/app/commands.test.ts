import { beforeEach, describe, expect, test } from 'vitest';
import { entryOf } from '../contract/envelope.ts';
import { DEFAULT_CALENDAR, DEFAULT_SETTINGS } from '../contract/settings.ts';
import { CLOCK_OFFSET_KEY, settingsItem } from '../contract/stored-items.ts';
import { LIMITS } from '../contract/workflow.ts';
import type { DayKey } from '../domain/day.ts';
import {
  createCommandWorld,
  NOON_MS,
  promptDraft,
  workflowDraft,
  type CommandWorld,
} from '../../test/support/command-world.ts';

const DAY_MS = 86_400_000;
const TODAY = '2026-11-24' as DayKey;
let world: CommandWorld;

beforeEach(() => {
  world = createCommandWorld();
});

const savePrompt = (id: string, body: string) =>
  world.done({ type: 'savePrompt', id, prompt: promptDraft({ body }) });

describe('prompts of a file', () => {
  test('are added together, or not at all', async () => {
    await world.done({
      type: 'addPrompts',
      prompts: [promptDraft({ title: 'A' }), promptDraft({ title: 'B' })],
    });
    expect(
      world
        .held()
        .prompts.map(({ title }) => title)
        .toSorted(),
    ).toEqual(['A', 'B']);
    const before = world.store.dump();
    expect(
      await world.send({ type: 'addPrompts', prompts: [promptDraft(), { title: '' }] }),
    ).toMatchObject({ ok: false, code: 'invalid' });
    expect(world.store.dump()).toEqual(before);
  });
});

describe('settings and calendar', () => {
  test('a change keeps every other choice', async () => {
    await world.done({ type: 'saveSettings', settings: { weeklyGoal: 5 } });
    await world.done({ type: 'saveSettings', settings: { language: 'en' } });
    expect(world.person().settings).toEqual({ ...DEFAULT_SETTINGS, weeklyGoal: 5, language: 'en' });
  });

  test('two changes at once lose neither', async () => {
    await Promise.all([
      world.done({ type: 'saveSettings', settings: { weeklyGoal: 5 } }),
      world.done({ type: 'saveSettings', settings: { championEmail: 'a@example.co.jp' } }),
    ]);
    expect(world.person().settings).toMatchObject({
      weeklyGoal: 5,
      championEmail: 'a@example.co.jp',
    });
  });

  test('null clears what need not be there', async () => {
    await world.done({
      type: 'saveSettings',
      settings: { championEmail: 'a@example.co.jp', department: 'sales' },
    });
    await world.done({ type: 'saveSettings', settings: { championEmail: null, department: null } });
    expect(world.person().settings).toEqual(DEFAULT_SETTINGS);
  });

  test('damaged settings are set aside before they are written', async () => {
    world = createCommandWorld({ settings: { v: 1, data: 'torn' } });
    await world.done({ type: 'saveSettings', settings: { weeklyGoal: 5 } });
    expect(world.person()).toMatchObject({
      settings: { weeklyGoal: 5 },
      quarantined: [{ originalKey: 'settings', value: { v: 1, data: 'torn' } }],
    });
  });

  test('settings of a newer build are not written over', async () => {
    world = createCommandWorld({ settings: { v: 2, data: 'of tomorrow' } });
    const reply = await world.send({ type: 'saveSettings', settings: { weeklyGoal: 5 } });
    expect(reply).toMatchObject({ ok: false, code: 'unreadable' });
    expect(world.store.dump()).toEqual({ settings: { v: 2, data: 'of tomorrow' } });
  });

  test('a calendar is saved whole', async () => {
    const calendar = {
      ...DEFAULT_CALENDAR,
      weekdays: [1, 2, 3, 4, 5, 6] as (1 | 2 | 3 | 4 | 5 | 6)[],
    };
    await world.done({ type: 'saveCalendar', calendar: { ...calendar, closures: [], leave: [] } });
    expect(world.person().calendar).toEqual(calendar);
  });
});

describe('a day marked by hand', () => {
  test('is marked once, however often it is asked for', async () => {
    await world.done({ type: 'selfReport', day: TODAY, tool: 'gemini' });
    const changes = world.store.changes;
    await world.done({ type: 'selfReport', day: TODAY, tool: 'gemini' });
    expect(world.person().ledger).toEqual({
      [TODAY]: {
        gemini: { visits: 0, engagedSeconds: 0, promptsStarted: 0, selfReported: true, runs: {} },
      },
    });
    expect(world.store.changes).toBe(changes);
  });

  test.each([
    ['a day to come', { day: '2026-11-25', tool: 'gemini' }],
    ['a tool nobody knows', { day: TODAY, tool: 'unknown' }],
    ['a name every object has', { day: TODAY, tool: 'constructor' }],
    ['a day that does not exist', { day: '2026-02-30', tool: 'gemini' }],
  ])('is refused for %s', async (_, what) => {
    expect(await world.send({ type: 'selfReport', ...what })).toMatchObject({ code: 'invalid' });
    expect(world.person().ledger).toEqual({});
  });

  test('is local to the clock', async () => {
    world.clock.nowMs = Date.UTC(2026, 10, 24, 15);
    await world.done({ type: 'selfReport', day: '2026-11-25' as DayKey, tool: 'gemini' });
    expect(Object.keys(world.person().ledger)).toEqual(['2026-11-25']);
  });
});

describe('workflows', () => {
  test('are registered, changed, deleted and brought back', async () => {
    const id = await world.done({ type: 'saveWorkflow', workflow: workflowDraft() });
    expect(world.person().workflows).toEqual([
      { ...workflowDraft(), id, createdAt: NOON_MS, updatedAt: NOON_MS },
    ]);
    world.clock.nowMs += 1000;
    await world.done({ type: 'saveWorkflow', id, workflow: workflowDraft({ minutes: 5 }) });
    expect(world.person().workflows[0]).toMatchObject({
      minutes: 5,
      createdAt: NOON_MS,
      updatedAt: NOON_MS + 1000,
    });
    await world.done({ type: 'deleteWorkflow', id });
    expect(world.person().workflows[0]).toMatchObject({ deletedAt: NOON_MS + 1000 });
    await world.done({ type: 'restoreWorkflow', id });
    expect(world.person().workflows[0]).not.toHaveProperty('deletedAt');
  });

  test('an edit that changes nothing writes nothing', async () => {
    const id = await world.done({ type: 'saveWorkflow', workflow: workflowDraft() });
    const before = world.store.dump();
    world.clock.nowMs += 1000;
    await world.done({ type: 'saveWorkflow', id, workflow: workflowDraft() });
    expect(world.store.dump()).toEqual(before);
    expect(world.store.changes).toBe(1);
  });

  test.each(['saveWorkflow', 'deleteWorkflow', 'restoreWorkflow', 'tickWorkflow'])(
    '%s of one that is not there says so',
    async (type) => {
      const workflow = type === 'saveWorkflow' ? { workflow: workflowDraft() } : {};
      expect(await world.send({ type, id: 'none', ...workflow })).toMatchObject({
        code: 'notFound',
      });
      expect(world.store.dump()).toEqual({});
    },
  );

  test('a deleted one cannot be edited, and after 30 days not brought back', async () => {
    const id = await world.done({ type: 'saveWorkflow', workflow: workflowDraft() });
    await world.done({ type: 'deleteWorkflow', id });
    const edit = await world.send({
      type: 'saveWorkflow',
      id,
      workflow: workflowDraft({ minutes: 1 }),
    });
    expect(edit).toMatchObject({ code: 'notFound' });
    world.clock.nowMs += 30 * DAY_MS - 1;
    expect(await world.send({ type: 'restoreWorkflow', id })).toMatchObject({ ok: true });
    await world.done({ type: 'deleteWorkflow', id });
    world.clock.nowMs += 30 * DAY_MS;
    expect(await world.send({ type: 'restoreWorkflow', id })).toMatchObject({ code: 'notFound' });
  });

  test('a tick is one run today, with the tool it prefers', async () => {
    const id = await world.done({
      type: 'saveWorkflow',
      workflow: workflowDraft({ tool: 'claude' }),
    });
    await world.done({ type: 'tickWorkflow', id });
    await world.done({ type: 'tickWorkflow', id });
    expect(world.person().ledger[TODAY]).toMatchObject({
      claude: { runs: { [id]: 1 }, visits: 0 },
    });
    world.clock.nowMs += DAY_MS;
    await world.done({ type: 'tickWorkflow', id });
    expect(Object.keys(world.person().ledger)).toEqual([TODAY, '2026-11-25']);
  });
});

describe('prompts', () => {
  test('an edit keeps what was there before as a version', async () => {
    const id = await world.done({ type: 'savePrompt', prompt: promptDraft({ body: 'one' }) });
    world.clock.nowMs += 1;
    await savePrompt(id, 'two');
    world.clock.nowMs += 1;
    await savePrompt(id, 'three');
    const { source: _, ...text } = promptDraft();
    expect(world.person().prompts[0]).toMatchObject({
      body: 'three',
      versions: [
        { ...text, body: 'one', replacedAt: NOON_MS + 1 },
        { ...text, body: 'two', replacedAt: NOON_MS + 2 },
      ],
    });
  });

  test('an edit that changes no text adds no version', async () => {
    const id = await world.done({ type: 'savePrompt', prompt: promptDraft() });
    await world.done({ type: 'savePrompt', id, prompt: promptDraft() });
    await world.done({ type: 'savePrompt', id, prompt: promptDraft({ workflowId: 'w' }) });
    expect(world.person().prompts[0]).toMatchObject({ workflowId: 'w', versions: [] });
    expect(world.store.changes).toBe(2);
  });

  test('the oldest version goes only past the limit', async () => {
    const id = await world.done({ type: 'savePrompt', prompt: promptDraft({ body: 'text 0' }) });
    for (let edit = 1; edit <= LIMITS.versions; edit += 1) await savePrompt(id, `text ${edit}`);
    const bodies = () => world.person().prompts[0]?.versions.map(({ body }) => body);
    expect(bodies()).toHaveLength(LIMITS.versions);
    expect(bodies()?.[0]).toBe('text 0');
    await savePrompt(id, 'one more');
    expect(bodies()).toHaveLength(LIMITS.versions);
    expect(bodies()?.[0]).toBe('text 1');
  });

  test('edits from two pages at once are both kept', async () => {
    const id = await world.done({ type: 'savePrompt', prompt: promptDraft({ body: 'one' }) });
    await Promise.all([savePrompt(id, 'two'), savePrompt(id, 'three')]);
    const [prompt] = world.person().prompts;
    expect([prompt?.body, ...(prompt?.versions ?? []).map(({ body }) => body)].toSorted()).toEqual([
      'one',
      'three',
      'two',
    ]);
  });

  test('a clock set back does not make an edit older than what it edits', async () => {
    const id = await world.done({ type: 'savePrompt', prompt: promptDraft({ body: 'one' }) });
    world.clock.nowMs -= DAY_MS;
    await savePrompt(id, 'two');
    expect(world.person().prompts[0]?.updatedAt).toBe(NOON_MS + 1);
  });
});

describe("a pack's workflow", () => {
  const adopt = { type: 'adoptWorkflow', pack: 'sales', workflow: 'quote' } as const;

  test("is registered with its prompts in the person's language, in one write", async () => {
    const id = await world.done(adopt);
    expect(world.person().workflows).toMatchObject([{ id, name: 'Quote' }]);
    expect(
      world
        .person()
        .prompts.map(({ title, workflowId }) => [title, workflowId])
        .toSorted(),
    ).toEqual([
      ['one', id],
      ['two', id],
    ]);
    expect(world.store.changes).toBe(1);
  });

  test('a second tap makes no second one', async () => {
    const [first, second] = await Promise.all([world.done(adopt), world.done(adopt)]);
    expect(second).toBe(first);
    expect(world.person().prompts).toHaveLength(2);
  });

  test('is registered afresh after it was deleted', async () => {
    const id = await world.done(adopt);
    await world.done({ type: 'deleteWorkflow', id });
    expect(await world.done(adopt)).not.toBe(id);
  });

  test('that no pack has is not found', async () => {
    expect(await world.send({ ...adopt, workflow: 'none' })).toMatchObject({ code: 'notFound' });
  });
});

describe('quarantined items', () => {
  test('are taken away when the person says so, and nothing else is', async () => {
    const key = 'quarantine/settings/5';
    world = createCommandWorld({ [key]: { v: 1 }, taste: 'torn', health: { v: 9, data: 1 } });
    await world.done({ type: 'discardQuarantined', key });
    await world.done({ type: 'discardQuarantined', key: 'taste' });
    for (const kept of ['health', 'settings', key, '__proto__']) {
      const reply = await world.send({ type: 'discardQuarantined', key: kept });
      expect(reply).toMatchObject({ code: 'notFound' });
    }
    expect(world.store.dump()).toEqual({ health: { v: 9, data: 1 } });
  });
});

test('deleting everything leaves nothing, and a fresh device afterwards', async () => {
  world = createCommandWorld({ 'quarantine/settings/5': 1, counting: { v: 1 }, unknown: 1 });
  await world.session.write({ countingUnsaved: 1, [CLOCK_OFFSET_KEY]: 5 });
  await world.done({ type: 'selfReport', day: TODAY, tool: 'gemini' });
  const before = world.held().device?.id;
  await world.done({ type: 'deleteEverything' });
  expect(world.store.dump()).toEqual({});
  expect(world.session.dump()).toEqual({ [CLOCK_OFFSET_KEY]: 5 });
  await world.done({ type: 'selfReport', day: TODAY, tool: 'gemini' });
  expect(world.held().device?.id).not.toBe(before);
});

describe('a full storage', () => {
  test('is answered as such, keeps everything, and takes less again', async () => {
    const id = await world.done({ type: 'savePrompt', prompt: promptDraft() });
    const before = world.store.dump();
    world.store.limitBytes(JSON.stringify(before).length + 100);
    const long = { type: 'savePrompt', id, prompt: promptDraft({ body: 'あ'.repeat(5000) }) };
    expect(await world.send(long)).toMatchObject({ ok: false, code: 'storageFull' });
    expect(world.store.dump()).toEqual(before);
    await world.done({ type: 'deletePrompt', id });
    await world.done({ type: 'deleteEverything' });
    expect(world.store.dump()).toEqual({});
  });
});

describe('whatever is sent', () => {
  test.each([
    undefined,
    null,
    'saveSettings',
    [],
    {},
    { type: 'unknown' },
    { type: 'saveSettings', settings: { weeklyGoal: 8 } },
    { type: 'saveSettings', settings: { unknown: 1 } },
    { type: 'saveSettings', settings: { preferredTool: null } },
    { type: 'saveWorkflow', workflow: { ...workflowDraft(), name: ' ' } },
    { type: 'saveWorkflow', id: '__proto__', workflow: workflowDraft() },
    { type: 'savePrompt', prompt: { ...promptDraft(), versions: [] } },
    { type: 'deletePrompt', id: 'constructor' },
    { type: 'deleteEverything', really: true },
  ])('%j is refused and changes nothing', async (command) => {
    expect(await world.send(command)).toMatchObject({ ok: false, code: 'invalid' });
    expect(world.store.dump()).toEqual({});
    expect(world.notified).toBe(0);
  });

  test('a reply never carries what a person wrote', async () => {
    const secret = 'confidential';
    const reply = await world.send({
      type: 'saveWorkflow',
      workflow: { ...workflowDraft({ name: secret }), site: secret },
    });
    expect(JSON.stringify(reply)).not.toContain(secret);
  });

  test("tools' pages are told after a change", async () => {
    await world.done({ type: 'saveSettings', settings: { rowOff: 'always' } });
    expect(world.notified).toBe(1);
  });
});

const MANY: unknown[] = [
  { type: 'saveSettings', settings: { weeklyGoal: 5 } },
  { type: 'selfReport', day: TODAY, tool: 'gemini' },
  { type: 'adoptWorkflow', pack: 'sales', workflow: 'quote' },
  { type: 'savePrompt', id: 'p', prompt: promptDraft({ body: 'new' }) },
  { type: 'deletePrompt', id: 'p' },
];

test('a worker killed at any write leaves all that was there readable', async () => {
  const prompt = { ...promptDraft(), id: 'p', createdAt: 1, updatedAt: 1, versions: [] };
  const initial = {
    'prompt/p': { v: 1, data: prompt },
    taste: 'torn',
    ...Object.fromEntries([entryOf(settingsItem, { ...DEFAULT_SETTINGS, language: 'ja' })]),
  };
  for (let changes = 0; changes < 8; changes += 1) {
    world = createCommandWorld(initial);
    world.store.killAfter(changes);
    for (const command of MANY) await world.send(command);
    world.store.revive();
    const { prompts, settings, quarantined, workflows } = world.person();
    const texts = prompts.flatMap((each) => [each.body, ...each.versions.map(({ body }) => body)]);
    expect(texts).toContain(prompt.body);
    expect(settings.language).toBe('ja');
    expect(quarantined.map(({ value }) => value)).toEqual(['torn']);
    // An adopted workflow is there with both prompts or not at all.
    expect(prompts.length).toBe(1 + workflows.length * 2);
  }
});
