import { expect, it } from 'vitest';
import { onBothEngines } from '../../test/support/engines.ts';
import type { OpenDatabase } from '../db/open-database.ts';
import { createDeliveries, deliveryId, type Delivery } from './deliveries.ts';
import { createSlots, type SlotKey } from './slots.ts';

const NOW = 1_764_000_000_000;
const LEASE_MS = 60_000;
const WORKERS = 8;

function lease(owner: string, now = NOW): { owner: string; until: number } {
  return { owner, until: now + LEASE_MS };
}

function slotOf(departmentId: string, organisationId = 'org'): SlotKey {
  return { organisationId, departmentId, kind: 'weekly', period: '2026-W47' };
}

async function fill(database: OpenDatabase, count: number): Promise<void> {
  const slots = createSlots(database.db);
  for (let index = 0; index < count; index += 1) {
    const slot = slotOf(`d${String(index).padStart(4, '0')}`);
    await slots.open({ ...slot, dueAt: NOW }, [{ id: deliveryId(slot, 'c'), channelId: 'c' }], NOW);
  }
}

async function inTurn<T>(tasks: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  for (const task of tasks) results.push(await task());
  return results;
}

onBothEngines('slots', (open, engine) => {
  it('open once, whoever tries and however often', async () => {
    const { database, another } = await open();
    const hubs = [database, another()].map(({ db }) => createSlots(db));
    const slot = { ...slotOf('d'), dueAt: NOW };
    const planned = [{ id: deliveryId(slot, 'c'), channelId: 'c' }];
    const tries = Array.from(
      { length: 20 },
      (_, index) => async () => hubs[index % 2]?.open(slot, planned, NOW + index),
    );
    // Two connections of one process would wait for each other on SQLite, whose calls block the thread; two hubs as two
    // processes are tried in hub/jobs/crash.test.ts.
    const opened =
      engine === 'postgres'
        ? await Promise.all(tries.map((attempt) => attempt()))
        : await inTurn(tries);
    expect(opened.filter(Boolean)).toHaveLength(1);
    expect(await createDeliveries(database.db).ofDepartment('org', 'd', 10)).toHaveLength(1);
    expect(await hubs[0]?.openDepartments('org', 'weekly', '2026-W47')).toEqual(['d']);
    expect(await hubs[0]?.openDepartments('org', 'weekly', '2026-W48')).toEqual([]);
  });

  it('keep the first content, also against a second hub', async () => {
    const { database, another } = await open();
    const slots = createSlots(database.db);
    const slot = slotOf('d');
    await slots.open({ ...slot, dueAt: NOW }, [], NOW);
    expect(await slots.byKey(slot)).toMatchObject({ state: 'building', content: undefined });
    expect(await slots.finalise(slot, '{"a":1}', NOW)).toBe('{"a":1}');
    expect(await createSlots(another().db).finalise(slot, '{"a":2}', NOW)).toBe('{"a":1}');
    expect(await slots.byKey(slot)).toMatchObject({ state: 'final', content: '{"a":1}' });
  });
});

onBothEngines('deliveries', (open) => {
  it('are claimed by one of many workers, never by two', async () => {
    const { database, another } = await open();
    await fill(database, 400);
    const workers = Array.from({ length: WORKERS }, (_, index) => ({
      owner: `w${index}`,
      deliveries: createDeliveries((index === 0 ? database : another()).db),
    }));
    const claimed: string[] = [];
    await Promise.all(
      workers.map(async ({ owner, deliveries }) => {
        for (;;) {
          const batch = await deliveries.claim('org', lease(owner), { now: NOW, limit: 7 });
          if (batch.length === 0) return;
          claimed.push(...batch.map(({ id }) => id));
        }
      }),
    );
    // A worker that lost a race may get nothing and stop early; what nobody took is still there to take.
    const rest = await createDeliveries(database.db).claim('org', lease('last'), {
      now: NOW,
      limit: 1000,
    });
    expect(new Set(claimed).size).toBe(claimed.length);
    expect(claimed.length + rest.length).toBe(400);
    expect(claimed.length).toBeGreaterThan(200);
  }, 60_000);

  it('stay with their owner until the lease ends', async () => {
    const { database } = await open();
    await fill(database, 1);
    const deliveries = createDeliveries(database.db);
    const options = { now: NOW, limit: 10 };
    expect(await deliveries.dueOrganisations(NOW)).toEqual(['org']);
    const [first] = await deliveries.claim('org', lease('one'), options);
    expect(await deliveries.dueOrganisations(NOW)).toEqual([]);
    expect(await deliveries.claim('org', lease('two'), options)).toEqual([]);
    const later = NOW + LEASE_MS;
    expect(
      await deliveries.claim('org', lease('two', later), { ...options, now: later }),
    ).toHaveLength(1);
    expect(await deliveries.markSent(first as Delivery, 'one', later)).toBe(false);
    expect(await deliveries.markSent(first as Delivery, 'two', later)).toBe(true);
    expect(
      await deliveries.claim('org', lease('two', later * 2), { ...options, now: later * 2 }),
    ).toEqual([]);
  });

  it('mark their slot as sent once it is final', async () => {
    const { database } = await open();
    await fill(database, 1);
    const slots = createSlots(database.db);
    const deliveries = createDeliveries(database.db);
    const [delivery] = await deliveries.claim('org', lease('w'), { now: NOW, limit: 1 });
    await slots.finalise(slotOf('d0000'), '{}', NOW);
    await deliveries.markSent(delivery as Delivery, 'w', NOW + 5);
    expect(await slots.byKey(slotOf('d0000'))).toMatchObject({ state: 'sent' });
    const [seen] = await deliveries.ofDepartment('org', 'd0000', 5);
    expect(seen).toMatchObject({ state: 'sent', endedAt: NOW + 5, attempts: 0 });
  });

  it('wait after a failure, are given up visibly, and start anew when asked', async () => {
    const { database } = await open();
    await fill(database, 1);
    const deliveries = createDeliveries(database.db);
    const take = async (now: number) =>
      (await deliveries.claim('org', lease('w', now), { now, limit: 1 }))[0] as Delivery;
    const first = await take(NOW);
    await deliveries.markFailed(first, 'w', { reason: 'busy', now: NOW, nextAt: NOW + 1000 });
    expect(await deliveries.claim('org', lease('w'), { now: NOW + 999, limit: 1 })).toEqual([]);
    const second = await take(NOW + 1000);
    expect(second).toMatchObject({ attempts: 1, reason: 'busy' });
    expect(await deliveries.retry('org', 'd0000', second.id, NOW)).toBe(false);
    await deliveries.markFailed(second, 'w', { reason: 'recipientRefused', now: NOW + 1001 });
    expect(await deliveries.ofDepartment('org', 'd0000', 5)).toMatchObject([
      { state: 'failed', attempts: 2, reason: 'recipientRefused', endedAt: NOW + 1001 },
    ]);
    expect(await deliveries.dueOrganisations(NOW * 2)).toEqual([]);
    expect(await deliveries.retry('org', 'other', second.id, NOW)).toBe(false);
    expect(await deliveries.retry('elsewhere', 'd0000', second.id, NOW)).toBe(false);
    expect(await deliveries.retry('org', 'd0000', second.id, NOW + 2000)).toBe(true);
    expect(await take(NOW + 2000)).toMatchObject({ state: 'waiting', attempts: 0 });
  });

  it('can be given back by a hub that stops', async () => {
    const { database } = await open();
    await fill(database, 1);
    const deliveries = createDeliveries(database.db);
    const [delivery] = await deliveries.claim('org', lease('w'), { now: NOW, limit: 1 });
    await deliveries.release(delivery as Delivery, 'w');
    expect(await deliveries.claim('org', lease('v'), { now: NOW, limit: 1 })).toHaveLength(1);
  });
});
