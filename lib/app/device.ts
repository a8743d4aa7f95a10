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

/** A device and what has to be stored for it to stay so: nothing once it is known. */
interface NamedDevice {
  readonly device: Device;
  readonly entries: Readonly<Record<string, unknown>>;
}

/** This browser's device, made at the first call; the caller stores `entries` with what it writes. Call it inside the write queue. Throws as `readItem`. */
export async function nameDevice({ store, clock }: DeviceDeps): Promise<NamedDevice> {
  const nowMs = clock.now();
  const known = await readItem(store, deviceItem, nowMs);
  if (known !== undefined) return { device: known, entries: {} };
  const device = {
    id: crypto.randomUUID(),
    createdAt: nowMs,
    startedOn: dayAt(nowMs, clock.utcOffsetMinutes(nowMs)),
  };
  return { device, entries: Object.fromEntries([entryOf(deviceItem, device)]) };
}

/** This browser's device, made and stored at the first call. Call it inside the write queue. Throws as `readItem`. */
export async function ensureDevice(deps: DeviceDeps): Promise<Device> {
  const { device, entries } = await nameDevice(deps);
  if (Object.keys(entries).length > 0) await deps.store.write(entries);
  return device;
}
