import { z } from 'zod';
import { entryOf } from '../contract/envelope.ts';
import { parseAnswer } from '../contract/hub/parse-answer.ts';
import {
  noteSchema,
  notesReplySchema,
  sharedPromptSchema,
  sharedPromptsReplySchema,
  sharedWorkflowSchema,
  sharedWorkflowsReplySchema,
} from '../contract/hub/sharing.ts';
import {
  parseSharedKey,
  sharedNoteItem,
  sharedPromptItem,
  sharedWorkflowItem,
  sharingItem,
  type Sharing,
} from '../contract/shared-items.ts';
import type { StoredItem } from '../contract/stored-items.ts';
import { daysBetween, type DayKey } from '../domain/day.ts';
import type { HubAnswer, HubClient } from './hub-port.ts';
import type { KeyValueStore } from './ports.ts';

const FETCH_EVERY_MS = 30 * 60_000;
/** Everything anew once a week: what a later build can read, a name that changed, a copy that was damaged. */
const COMPLETE_EVERY_DAYS = 7;
/** More pages than the limits of a department fill. */
const MOST_PAGES = 50;

type ListName = keyof Sharing['cursors'];

interface List {
  readonly name: ListName;
  /** The list's answer with its things unread, so that one this build cannot read does not hold up the others. */
  readonly answer: z.ZodType<Page>;
  readonly kind: 'prompt' | 'workflow' | 'note';
  readonly thing: z.ZodType<{ readonly id: string }>;
  readonly item: (id: string) => StoredItem<unknown>;
}

interface Page {
  readonly cursor: string;
  readonly complete: boolean;
  readonly more: boolean;
  readonly gone: string[];
  readonly things: unknown[];
  readonly use?: Sharing['use'] | undefined;
}

const unread = z.array(z.unknown());

const LISTS: readonly List[] = [
  {
    name: 'workflows',
    answer: sharedWorkflowsReplySchema
      .extend({ workflows: unread })
      .transform(({ workflows, ...page }) => ({ ...page, things: workflows })),
    kind: 'workflow',
    thing: sharedWorkflowSchema,
    item: sharedWorkflowItem,
  },
  {
    name: 'prompts',
    answer: sharedPromptsReplySchema
      .extend({ prompts: unread })
      .transform(({ prompts, ...page }) => ({ ...page, things: prompts })),
    kind: 'prompt',
    thing: sharedPromptSchema,
    item: sharedPromptItem,
  },
  {
    name: 'notes',
    answer: notesReplySchema
      .extend({ notes: unread })
      .transform(({ notes, ...page }) => ({ ...page, things: notes })),
    kind: 'note',
    thing: noteSchema,
    item: sharedNoteItem,
  },
];

/** Where this browser stands, and when it is. */
export interface FetchFrom {
  readonly sharing: Sharing;
  readonly today: DayKey;
  readonly nowMs: number;
}

/** What a fetch changes: entries of one write, and keys to take away after it. */
export interface FetchedShared {
  /** Entries by what is stored when they are written; a key that goes is blanked with `null`. */
  entries(storedKeys: readonly string[], sharing: Sharing): [string, unknown][];
}

type Failure = HubAnswer<unknown> & { readonly ok: false };

/** Whether it is time to look, a clock that was set back included. */
export function isFetchDue({ fetchedAt }: Sharing, nowMs: number): boolean {
  return fetchedAt === undefined || Math.abs(nowMs - fetchedAt) >= FETCH_EVERY_MS;
}

/**
 * Fetches what changed of a department's workflows, prompts and notes. A hub of before sharing (404) and answers that are
 * none of the contract's change nothing; a hub that is away, busy or does not know the token comes back as the failure.
 * A thing that cannot be read is counted and left out, and asked for again with everything once a week.
 */
export async function fetchShared(
  hub: HubClient,
  { sharing, today, nowMs }: FetchFrom,
): Promise<FetchedShared | Failure> {
  const { completeOn } = sharing;
  const age = completeOn === undefined ? COMPLETE_EVERY_DAYS : daysBetween(completeOn, today);
  const isComplete = age < 0 || age >= COMPLETE_EVERY_DAYS;
  const found: { readonly list: List; readonly fetched: Fetched }[] = [];
  for (const list of LISTS) {
    const since = isComplete ? undefined : sharing.cursors[list.name];
    // One after the other: a hub that is away is asked once, not three times.
    // oxlint-disable-next-line no-await-in-loop
    const fetched = await fetchList(hub, list, since);
    if ('ok' in fetched) {
      if (fetched.trouble.kind === 'refused' || fetched.trouble.kind === 'garbage') continue;
      return fetched;
    }
    found.push({ list, fetched });
  }
  return {
    entries: (storedKeys, now) => [
      ...found.flatMap(({ list, fetched }) => entriesOf(list, fetched, storedKeys)),
      entryOf(sharingItem, {
        ...now,
        cursors: {
          ...now.cursors,
          ...Object.fromEntries(found.map(({ list, fetched }) => [list.name, fetched.cursor])),
        },
        fetchedAt: nowMs,
        ...(isComplete && found.length === LISTS.length ? { completeOn: today } : {}),
        setAside: isComplete
          ? sumOf(found, ({ fetched }) => fetched.setAside)
          : now.setAside + sumOf(found, ({ fetched }) => fetched.setAside),
        use: found.find(({ fetched }) => fetched.use !== undefined)?.fetched.use ?? now.use,
      }),
    ],
  };
}

interface Fetched {
  readonly cursor: string;
  readonly complete: boolean;
  readonly things: ReadonlyMap<string, unknown>;
  readonly gone: ReadonlySet<string>;
  readonly setAside: number;
  readonly use: Sharing['use'] | undefined;
}

async function fetchList(
  hub: HubClient,
  { name, answer, thing }: List,
  since: string | undefined,
): Promise<Fetched | Failure> {
  const things = new Map<string, unknown>();
  const gone = new Set<string>();
  let cursor = since;
  let complete = false;
  let setAside = 0;
  let use: Sharing['use'] | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = cursor === undefined ? '' : `?since=${encodeURIComponent(cursor)}`;
    // A page begins where the one before ended.
    // oxlint-disable-next-line no-await-in-loop
    const reply = await hub.ask({ method: 'GET', path: `/v1/${name}${query}`, answer });
    if (!reply.ok) return reply;
    const { value } = reply;
    if (value.complete) {
      complete = true;
      things.clear();
      gone.clear();
    }
    for (const raw of value.things) {
      const read = parseAnswer(thing, raw);
      if (read.ok) {
        things.set(read.value.id, read.value);
        gone.delete(read.value.id);
      } else setAside += 1;
    }
    for (const id of value.gone) {
      gone.add(id);
      things.delete(id);
    }
    cursor = value.cursor;
    use = value.use ?? use;
    if (!value.more) break;
  }
  return { cursor: cursor ?? '', complete, things, gone, setAside, use };
}

function entriesOf(
  { kind, item }: List,
  { complete, things, gone }: Fetched,
  storedKeys: readonly string[],
): [string, unknown][] {
  const isGone = (id: string): boolean => gone.has(id) || (complete && !things.has(id));
  const blanked = storedKeys.flatMap((key): [string, unknown][] => {
    const place = parseSharedKey(key);
    return place?.kind === kind && isGone(place.id) ? [[key, null]] : [];
  });
  return [...[...things].map(([id, value]) => entryOf(item(id), value as object)), ...blanked];
}

function sumOf<T>(list: readonly T[], numberOf: (each: T) => number): number {
  return list.reduce((sum, each) => sum + numberOf(each), 0);
}

/** Takes away what a fetch blanked; killed before it, the next one does. Call it inside the write queue. */
export async function removeBlanked(store: KeyValueStore): Promise<void> {
  const keys = (await store.keys()).filter((key) => parseSharedKey(key) !== undefined);
  const raw = await store.read(keys);
  const blanked = keys.filter((key) => raw[key] === null);
  if (blanked.length > 0) await store.remove(blanked);
}

/** Keys of everything that is a copy of what a department shares. */
export async function sharedKeys(store: KeyValueStore): Promise<string[]> {
  const copies = (await store.keys()).filter((key) => parseSharedKey(key) !== undefined);
  return [sharingItem.key, ...copies];
}
