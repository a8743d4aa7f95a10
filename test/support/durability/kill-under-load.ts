import { setTimeout as pause } from 'node:timers/promises';
import { runHub } from '../run-hub.ts';
import { foundForHammer, missingOf, SETUP_CODE, type HubSettings } from './found-for-hammer.ts';
import { hammer, type Acknowledged } from './hammer.ts';

/** What became of what was acknowledged. */
export interface Survived {
  readonly acknowledged: number;
  readonly missing: readonly string[];
}

const LEAST_MS = 50;
const MOST_MS = 400;

/**
 * Kills a real hub process in the middle of its work (`SIGKILL`), again and again on one database, and looks for
 * everything it had acknowledged. What the operating system holds outlives the process, so this says nothing of syncs to
 * disk: `cut-power.ts` does.
 */
export async function killUnderLoad(settings: HubSettings, kills: number): Promise<Survived> {
  const all: Acknowledged = { deviceIds: new Set(), tokens: new Set() };
  const withCode = { ...settings, SETUP_CODE };
  let hub = await runHub(withCode);
  const url = (): string => `http://127.0.0.1:${hub.port}`;
  const founded = await foundForHammer(url());
  for (let kill = 0; kill < kills; kill += 1) {
    if (kill > 0) hub = await runHub(withCode);
    const load = hammer({ ...founded, url: url(), name: `kill-${kill}` });
    await load.begun;
    await pause(LEAST_MS + Math.random() * (MOST_MS - LEAST_MS));
    await hub.stop('SIGKILL');
    await load.stop();
    for (const id of load.acknowledged.deviceIds) all.deviceIds.add(id);
    for (const token of load.acknowledged.tokens) all.tokens.add(token);
  }
  return {
    acknowledged: all.deviceIds.size + all.tokens.size,
    missing: await missingOf(settings, all),
  };
}
