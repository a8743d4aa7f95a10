import { openAdvised } from '../app/advised-companies.ts';
import type { HubClient } from '../app/hub-port.ts';
import { readToken } from '../app/team-storage.ts';
import { parseStored } from '../contract/envelope.ts';
import { teamItem } from '../contract/team.ts';
import { createHubClient } from './hub-client.ts';
import { createLocalStore } from './storage.ts';

/**
 * The hub this browser belongs to, for what a page asks it directly: only what is neither stored nor counted here (codes, the board).
 * Undefined without a team.
 */
export async function openOwnHub(): Promise<HubClient | undefined> {
  const store = createLocalStore();
  const found = parseStored(teamItem, (await store.read([teamItem.key]))[teamItem.key]);
  const token = await readToken(store);
  if (found.state !== 'read' || found.value === undefined || token === undefined) return undefined;
  return createHubClient({ hubUrl: found.value.hubUrl, token });
}

/** The hub of one company that the person advises, with that company's own address and token; undefined when it is gone. */
export function openAdvisedHub(id: string): Promise<HubClient | undefined> {
  return openAdvised({ store: createLocalStore(), openHub: createHubClient }, id);
}
