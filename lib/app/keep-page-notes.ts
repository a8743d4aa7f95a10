import { entryOf } from '../contract/envelope.ts';
import {
  healthItem,
  rememberedItem,
  tasteItem,
  type Remembered,
} from '../contract/stored-items.ts';
import type { DeviceDeps } from './device.ts';
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
  await store.write(Object.fromEntries([entryOf(item, { ...held, ...values })]));
}

/** Adds to the counts of how selectors and insertions did. Call it inside the write queue. Throws as `readItem`. */
export async function addHealth(
  { store, clock }: DeviceDeps,
  counts: Readonly<Record<string, number>>,
): Promise<void> {
  const held = { ...(await readItem(store, healthItem, clock.now())) };
  for (const [name, count] of Object.entries(counts)) held[name] = (held[name] ?? 0) + count;
  await store.write(Object.fromEntries([entryOf(healthItem, held)]));
}
