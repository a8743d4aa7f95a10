import { z } from 'zod';
import { isOwnKey } from '../contract/day.ts';
import { entryOf } from '../contract/envelope.ts';
import {
  healthItem,
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

/** Names of `health` that were counted today; see `addHealth`. */
const SEEN_KEY = 'healthSeen';

const seenSchema = z.strictObject({ day: z.string(), names: z.array(z.string()) });

/** What counting health needs. */
export interface HealthDeps extends DeviceDeps {
  readonly session: KeyValueStore;
}

/**
 * Adds to the counts of how a tool's selectors and insertions did, kept as `tool:name`. A selector (`found:…`, `box:…`, `send:…`,
 * `stop:…`) counts once a day, so that opening pages and sending prompts writes nothing more; an insertion every time. Call it inside
 * the write queue. Throws as `readItem`.
 */
export async function addHealth(
  { store, session, clock }: HealthDeps,
  tool: string,
  counts: Readonly<Record<string, number>>,
): Promise<void> {
  const nowMs = clock.now();
  const day = dayAt(nowMs, clock.utcOffsetMinutes(nowMs));
  const kept = seenSchema.safeParse((await session.read([SEEN_KEY]))[SEEN_KEY]).data;
  const seen = new Set(kept?.day === day ? kept.names : []);
  const fresh = Object.entries(counts)
    .map(([name, count]) => [`${tool}:${name}`, count] as const)
    .filter(([name]) => !seen.has(name));
  if (fresh.length === 0) return;
  const held = { ...(await readItem(store, healthItem, nowMs)) };
  for (const [name, count] of fresh) held[name] = (held[name] ?? 0) + count;
  await store.write(Object.fromEntries([entryOf(healthItem, held)]));
  for (const [name] of fresh) if (!name.startsWith(`${tool}:insert:`)) seen.add(name);
  await session.write({ [SEEN_KEY]: { day, names: [...seen] } });
}
