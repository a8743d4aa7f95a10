import { z } from 'zod';
import { isOwnKey } from '../contract/day.ts';
import { entryOf } from '../contract/envelope.ts';
import {
  healthItem,
  healthSchema,
  rememberedItem,
  tasteItem,
  type Remembered,
} from '../contract/stored-items.ts';
import { dayAt } from '../domain/day.ts';
import type { DeviceDeps } from './device.ts';
import type { KeyValueStore } from './ports.ts';
import { readItem } from './read-item.ts';
import { tastesAfter, type Taken } from './record-taste.ts';

/** Notes which prompt was taken and which were passed over. Call it inside the write queue. Throws as `readItem`. */
export async function keepTaste({ store, clock }: DeviceDeps, taken: Taken): Promise<void> {
  const tastes = await readItem(store, tasteItem, clock.now());
  await store.write(Object.fromEntries([entryOf(tasteItem, tastesAfter(tastes, taken))]));
}

/** Keeps the last values of variables marked `remember`. Call it inside the write queue. Throws as `readItem`. */
export async function keepRemembered(
  { store, clock }: DeviceDeps,
  promptId: string,
  values: Remembered,
): Promise<void> {
  const item = rememberedItem(promptId);
  const held = await readItem(store, item, clock.now());
  // A variable may be named as every object's own parts are (`constructor`); such a value is not kept rather than all of them unreadable.
  const kept = Object.entries({ ...held, ...values }).filter(([name]) => isOwnKey(name));
  await store.write(Object.fromEntries([entryOf(item, Object.fromEntries(kept))]));
}

/** Session storage: names of `health` that were counted today, and counts that wait to be written; see `addHealth`. */
const HEALTH_KEY = 'healthNotes';

const healthNotesSchema = z.strictObject({
  day: z.string(),
  names: z.array(z.string()),
  waiting: healthSchema,
});

/** What counting health needs. */
export interface HealthDeps extends DeviceDeps {
  readonly session: KeyValueStore;
}

/**
 * Adds to the counts of how a tool's selectors and insertions did, kept as `tool:name`. A selector (`found:…`, `box:…`, `send:…`,
 * `stop:…`) counts once a day, so that opening pages and sending prompts adds nothing more; an insertion every time. They wait in session
 * storage for `takeHealth`, so that they never cost a write of their own. Call it inside the write queue.
 */
export async function addHealth(
  { session, clock }: Pick<HealthDeps, 'session' | 'clock'>,
  tool: string,
  counts: Readonly<Record<string, number>>,
): Promise<void> {
  const nowMs = clock.now();
  const day = dayAt(nowMs, clock.utcOffsetMinutes(nowMs));
  const kept = await readHealthNotes(session);
  const seen = new Set(kept?.day === day ? kept.names : []);
  const waiting = { ...kept?.waiting };
  let isFresh = false;
  for (const [part, count] of Object.entries(counts)) {
    const name = `${tool}:${part}`;
    if (seen.has(name)) continue;
    isFresh = true;
    waiting[name] = (waiting[name] ?? 0) + count;
    if (!part.startsWith('insert:')) seen.add(name);
  }
  if (isFresh) {
    await session.write({ [HEALTH_KEY]: { day, names: [...seen], waiting } });
  }
}

/**
 * The stored item with what waited added to it, to be written along with something else; nothing when nothing waits. Let go of first: a
 * crash between the two loses a count rather than adding it twice. Call it inside the write queue. Throws as `readItem`.
 */
export async function takeHealth({
  store,
  session,
  clock,
}: HealthDeps): Promise<Record<string, unknown>> {
  const kept = await readHealthNotes(session);
  if (kept === undefined || Object.keys(kept.waiting).length === 0) return {};
  const held = { ...(await readItem(store, healthItem, clock.now())) };
  for (const [name, count] of Object.entries(kept.waiting)) held[name] = (held[name] ?? 0) + count;
  await session.write({ [HEALTH_KEY]: { ...kept, waiting: {} } });
  return Object.fromEntries([entryOf(healthItem, held)]);
}

async function readHealthNotes(session: KeyValueStore) {
  return healthNotesSchema.safeParse((await session.read([HEALTH_KEY]))[HEALTH_KEY]).data;
}
