import { isAdvisedTokenKey } from '../contract/advised.ts';
import { parseStored } from '../contract/envelope.ts';
import { helpItem } from '../contract/help-items.ts';
import type { StoredItem } from '../contract/stored-items.ts';
import {
  payloadsItem,
  syncItem,
  teamItem,
  teamLinesItem,
  teamTokenItem,
  type SentPayloads,
  type SyncState,
  type Team,
  type TeamLines,
} from '../contract/team.ts';

/** The company as pages show it; the token is not in it. */
export interface TeamView {
  readonly team: Team;
  readonly sync: SyncState;
  /** Absent until they were first fetched. */
  readonly lines: TeamLines | undefined;
  readonly payloads: SentPayloads;
  /** When this was read, by the clock that stamped the rest. */
  readonly seenAtMs: number;
}

/** Reads it from all that storage returned; undefined without a team. Pure and total: what cannot be read counts as absent. */
export function teamViewOf(
  raw: Readonly<Record<string, unknown>>,
  nowMs: number,
): TeamView | undefined {
  const read = <T>(item: StoredItem<T>): T => {
    const found = parseStored(item, raw[item.key]);
    return found.state === 'read' ? found.value : item.kind.absent;
  };
  const team = read(teamItem);
  if (team === undefined) return undefined;
  return {
    team,
    sync: read(syncItem),
    lines: read(teamLinesItem),
    payloads: read(payloadsItem),
    seenAtMs: nowMs,
  };
}

/** What may be shown and copied of all that is stored: everything but tokens and what opens answers to questions without a name. */
export function withoutToken(raw: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { key } = teamTokenItem;
  return {
    ...raw,
    ...(key in raw ? { [key]: { v: 1, data: { token: '***' } } } : {}),
    ...Object.fromEntries(
      Object.keys(raw)
        .filter(isAdvisedTokenKey)
        .map((tokenKey) => [tokenKey, { v: 1, data: { token: '***' } }]),
    ),
    ...(helpItem.key in raw ? { [helpItem.key]: withoutKeys(raw[helpItem.key]) } : {}),
  };
}

/** Any value of ours with each `key` in it covered; what the item looks like does not matter. */
function withoutKeys(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (name, held: unknown) =>
    name === 'key' ? '***' : held,
  );
}
