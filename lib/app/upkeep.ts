import { entryOf } from '../contract/envelope.ts';
import { promptItem, rememberedItem, tasteItem, workflowItem } from '../contract/stored-items.ts';
import type { DeviceDeps } from './device.ts';
import { isPastKeeping } from './library-changes.ts';
import { parseHeld } from './held.ts';
import { todayOf } from './mark-day.ts';
import { migrateItems } from './migrate-items.ts';
import type { KeyValueStore } from './ports.ts';
import { setDamagedAside } from './set-damaged-aside.ts';

/** Session storage: the day of the last upkeep. */
const UPKEEP_KEY = 'upkeepOn';

/** What upkeep needs. */
export interface UpkeepDeps extends DeviceDeps {
  readonly session: KeyValueStore;
}

/**
 * Once a day and at every start of the browser: items of older versions are written in the present one, damaged ones are
 * set aside, and what was deleted 30 days ago goes for good. Hang it on an event that comes anyway; the second call of a
 * day reads one short value. Killed at any instant, the next call finishes. Call it inside the write queue.
 */
export async function runUpkeep(deps: UpkeepDeps): Promise<void> {
  const { store, session, clock } = deps;
  const today = todayOf(deps);
  if ((await session.read([UPKEEP_KEY]))[UPKEEP_KEY] === today) return;
  const raw = await store.read();
  await migrateItems(store, raw);
  await setDamagedAside(store, raw, clock.now());
  await purge(store, raw, clock.now());
  await session.write({ [UPKEEP_KEY]: today });
}

/** A prompt takes along what was remembered for it. Runs of a workflow stay in the ledger, which only grows. */
async function purge(
  store: KeyValueStore,
  raw: Record<string, unknown>,
  nowMs: number,
): Promise<void> {
  const { workflows, prompts, taste } = parseHeld(raw, nowMs);
  const gonePrompts = prompts.filter((prompt) => isPastKeeping(prompt, nowMs)).map(({ id }) => id);
  const goneWorkflows = workflows.filter((each) => isPastKeeping(each, nowMs)).map(({ id }) => id);
  const kept = Object.entries(taste).filter(([id]) => !gonePrompts.includes(id));
  if (kept.length < Object.keys(taste).length) {
    await store.write(Object.fromEntries([entryOf(tasteItem, Object.fromEntries(kept))]));
  }
  const keys = [
    ...goneWorkflows.map((id) => workflowItem(id).key),
    ...gonePrompts.flatMap((id) => [promptItem(id).key, rememberedItem(id).key]),
  ];
  if (keys.length > 0) await store.remove(keys);
}
