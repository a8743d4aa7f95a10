import { entryOf } from '../contract/envelope.ts';
import { deviceItem, type Device } from '../contract/stored-items.ts';
import { dayAt } from '../domain/day.ts';
import type { Clock, KeyValueStore } from './ports.ts';
import { readItem } from './read-item.ts';

/** What naming a device needs. */
export interface DeviceDeps {
  readonly store: KeyValueStore;
  readonly clock: Clock;
}

/** This browser's device, made and stored at the first call. Call it inside the write queue. Throws as `readItem`. */
export async function ensureDevice({ store, clock }: DeviceDeps): Promise<Device> {
  const nowMs = clock.now();
  const known = await readItem(store, deviceItem, nowMs);
  if (known !== undefined) return known;
  const device = {
    id: crypto.randomUUID(),
    createdAt: nowMs,
    startedOn: dayAt(nowMs, clock.utcOffsetMinutes(nowMs)),
  };
  await store.write(Object.fromEntries([entryOf(deviceItem, device)]));
  return device;
}
