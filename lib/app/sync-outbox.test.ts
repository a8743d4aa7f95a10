import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, type DayKey } from '../domain/day.ts';
import { EMPTY_ENTRY, type Ledger } from '../domain/ledger.ts';
import type { Fault } from '../../test/support/fake-hub.ts';
import {
  createTeamWorld,
  DEVICE_ID,
  JOINED_ON,
  type TeamWorld,
} from '../../test/support/team-world.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const visit = { ...EMPTY_ENTRY, visits: 1, engagedSeconds: 40, promptsStarted: 2 };
const day = (offset: number): DayKey => addDays(JOINED_ON, offset);

function sinceJoining(ledger: Ledger): Ledger {
  return Object.fromEntries(Object.entries(ledger).filter(([key]) => key >= JOINED_ON));
}

async function tryToRun(world: TeamWorld): Promise<void> {
  await world
    .sync()
    .run()
    .catch(() => {});
}

/** Lets time pass until nothing is waiting, with nothing more going wrong. */
async function settle(world: TeamWorld): Promise<void> {
  world.restart();
  world.hub.faults.length = 0;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    world.clock.nowMs += 25 * HOUR_MS;
    await tryToRun(world);
  }
}

describe('sending', () => {
  it('delivers what was counted since joining, and nothing from before', async () => {
    const world = createTeamWorld();
    await world.count(day(-1), 'chatgpt', visit);
    await world.count(day(0), 'chatgpt', visit);
    await world.count(day(0), 'claude', { ...EMPTY_ENTRY, selfReported: true });
    await world.sync().run();
    expect(world.hub.devices).toEqual({ [DEVICE_ID]: sinceJoining(world.ledger()) });
    expect(Object.keys(world.hub.devices[DEVICE_ID] ?? {})).toEqual([day(0)]);
    await world.sync().run();
    expect(world.hub.deliveries).toHaveLength(1);
  });

  it('sends what rose since, and only that', async () => {
    const world = createTeamWorld();
    await world.count(day(0), 'chatgpt', visit);
    await world.count(day(0), 'claude', visit);
    await world.sync().run();
    await world.count(day(0), 'claude', visit);
    await world.sync().run();
    expect(world.hub.deliveries.at(-1)?.days).toMatchObject([{ tool: 'claude', visits: 2 }]);
  });

  it('survives a month offline and delivers it in deliveries of at most 500 rows', async () => {
    const world = createTeamWorld();
    world.clock.nowMs += 300 * DAY_MS;
    for (let offset = 0; offset < 300; offset += 1) {
      for (const tool of ['chatgpt', 'claude']) await world.count(day(offset), tool, visit);
    }
    await world.sync().run();
    expect(world.hub.deliveries.map(({ days }) => days.length)).toEqual([500, 100]);
    expect(world.hub.devices[DEVICE_ID]).toEqual(world.ledger());
  });

  it('keeps its pace: a new visit-day within a minute, more of a day after 15, nothing for hours', async () => {
    const world = createTeamWorld();
    await world.sync().run();
    const { nowMs } = world.clock;
    expect(await world.sync().nextAt()).toBe(nowMs + 6 * HOUR_MS);
    await world.count(day(0), 'chatgpt', visit);
    const soon = (await world.sync().nextAt()) ?? 0;
    expect(soon - nowMs).toBeGreaterThan(0);
    expect(soon - nowMs).toBeLessThanOrEqual(60_000);
    await world.sync().run();
    await world.count(day(0), 'chatgpt', visit);
    expect(await world.sync().nextAt()).toBe(nowMs + 15 * 60_000);
  });

  it('tells leave without its name, from the day of joining on', async () => {
    const world = createTeamWorld();
    const leave = [
      { from: day(-9), to: day(-5), name: '旅行' },
      { from: day(-2), to: day(2), name: '通院' },
    ];
    await world.store.write({
      calendar: { v: 1, data: { country: 'JP', weekdays: [1], closures: [], leave } },
    });
    await world.sync().run();
    expect(world.hub.leave).toEqual({ leave: [{ from: day(0), to: day(2) }] });
  });
});

describe('a hub that does not do as it should', () => {
  test.each([
    ['noConnection', 'unreachable'],
    ['html', 'garbage'],
    ['redirect', 'garbage'],
    ['nonsense', 'garbage'],
    ['busy', 'busy'],
    ['tooMany', 'busy'],
  ] as const)('%s is noted as %s, waited out, and healed', async (fault, kind) => {
    const world = createTeamWorld();
    await world.count(day(0), 'chatgpt', visit);
    world.hub.faults.push(fault);
    await world.sync().run();
    const state = await world.state();
    expect(state).toMatchObject({ failures: 1, trouble: { kind } });
    const next = (await world.sync().nextAt()) ?? 0;
    expect(next).toBeGreaterThanOrEqual(state.notBeforeMs);
    await world.sync().run();
    expect(world.hub.deliveries).toHaveLength(0);
    world.clock.nowMs = next;
    await world.sync().run();
    expect(world.hub.devices[DEVICE_ID]).toEqual(world.ledger());
    expect(await world.state()).toMatchObject({ failures: 0 });
    expect((await world.state()).trouble).toBeUndefined();
  });

  it('is given the pause it asks for', async () => {
    const world = createTeamWorld();
    world.hub.faults.push('busy');
    await world.sync().run();
    expect((await world.state()).notBeforeMs).toBe(world.clock.nowMs + 120_000);
  });

  it('may be newer: unknown fields in answers are passed over', async () => {
    const world = createTeamWorld();
    await world.count(day(0), 'chatgpt', visit);
    world.hub.faults.push('newerContract', 'newerContract', 'newerContract');
    await world.sync().run();
    expect(world.hub.devices[DEVICE_ID]).toEqual(world.ledger());
    expect((await world.state()).trouble).toBeUndefined();
  });

  it('may be older: a row it refuses holds up no others and is named', async () => {
    const world = createTeamWorld();
    world.hub.refusedTool = 'new-tool';
    await world.count(day(0), 'chatgpt', visit);
    await world.count(day(0), 'new-tool', visit);
    await world.sync().run();
    expect(world.hub.devices[DEVICE_ID]?.[day(0)]).toEqual({ chatgpt: visit });
    expect(await world.state()).toMatchObject({
      failures: 0,
      trouble: { kind: 'refused', field: 'days.1.tool' },
    });
  });

  it('revoked the token: said, everything kept, and nothing more is tried', async () => {
    const world = createTeamWorld();
    await world.count(day(0), 'chatgpt', visit);
    world.hub.revoked = true;
    await world.sync().run();
    expect((await world.state()).trouble).toMatchObject({ kind: 'revoked' });
    expect(await world.sync().nextAt()).toBeUndefined();
    expect(world.ledger()).toHaveProperty(day(0));
  });

  it('was restored from last week’s backup and says so: everything goes again', async () => {
    const world = createTeamWorld();
    for (let offset = 0; offset < 40; offset += 1) await world.count(day(offset), 'claude', visit);
    world.clock.nowMs += 40 * DAY_MS;
    await world.sync().run();
    world.hub.devices = {};
    world.hub.instance = 'second';
    world.clock.nowMs += DAY_MS;
    await world.sync().run();
    expect(world.hub.devices[DEVICE_ID]).toEqual(world.ledger());
  });

  it('was restored and does not say so: the last 35 days go again within a week', async () => {
    const world = createTeamWorld();
    world.hub.instance = undefined;
    for (let offset = 0; offset < 20; offset += 1) await world.count(day(offset), 'claude', visit);
    world.clock.nowMs += 20 * DAY_MS;
    await world.sync().run();
    world.hub.devices = {};
    world.clock.nowMs += 7 * DAY_MS;
    await world.sync().run();
    expect(world.hub.devices[DEVICE_ID]).toEqual(world.ledger());
  });
});

const fault = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Fault>('none') },
  { weight: 3, arbitrary: fc.constantFrom<Fault>('noConnection', 'lostAnswer') },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Fault>(
      'twice',
      'html',
      'redirect',
      'busy',
      'tooMany',
      'newerContract',
      'nonsense',
    ),
  },
);
const counted = fc.record({
  do: fc.constant('count' as const),
  offset: fc.integer({ min: -3, max: 45 }),
  tool: fc.constantFrom('chatgpt', 'gemini', 'claude'),
  visits: fc.nat(3),
});
const step = fc.oneof(
  { weight: 4, arbitrary: counted },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('run' as const),
      faults: fc.array(fault, { minLength: 1, maxLength: 5 }),
    }),
  },
  fc.record({ do: fc.constant('kill' as const), after: fc.nat(6) }),
  fc.record({ do: fc.constant('full' as const) }),
  fc.record({ do: fc.constant('wait' as const), hours: fc.constantFrom(-30, 1, 21, 90, 200) }),
  fc.record({ do: fc.constant('restore' as const), says: fc.boolean() }),
);

test('whatever fails, is killed, repeated or restored, the hub has the device’s rows in the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25, size: 'max' }), async (steps) => {
      const world = createTeamWorld();
      world.clock.nowMs += 46 * DAY_MS;
      let backup = {};
      let silentlyRestored = false;
      for (const one of steps) {
        switch (one.do) {
          case 'count':
            await world
              .count(day(one.offset), one.tool, { ...EMPTY_ENTRY, visits: one.visits })
              .catch(() => {});
            break;
          case 'run':
            world.hub.faults.push(...one.faults);
            await tryToRun(world);
            break;
          case 'kill':
            world.store.killAfter(one.after);
            await tryToRun(world);
            world.restart();
            break;
          case 'full':
            world.store.limitBytes(JSON.stringify(world.store.dump()).length);
            await tryToRun(world);
            world.store.limitBytes(Number.POSITIVE_INFINITY);
            break;
          case 'wait':
            world.clock.nowMs += one.hours * HOUR_MS;
            break;
          case 'restore':
            world.hub.devices = structuredClone(backup);
            if (one.says) world.hub.instance += '+';
            else silentlyRestored = true;
            break;
        }
        if (one.do === 'run') backup = structuredClone(world.hub.devices);
      }
      // The weekly repetition heals 35 days of a hub that did not say so; the rest waits for one that does.
      if (silentlyRestored) world.hub.instance += '!';
      await settle(world);
      expect(world.hub.devices[DEVICE_ID] ?? {}).toEqual(sinceJoining(world.ledger()));
      expect(Object.keys(world.hub.devices)).toEqual(
        Object.keys(sinceJoining(world.ledger())).length > 0 ? [DEVICE_ID] : [],
      );
    }),
    { numRuns: 150 },
  );
});
