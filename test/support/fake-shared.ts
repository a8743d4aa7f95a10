import { entryOf } from '../../lib/contract/envelope.ts';
import type { Note, SharedPrompt, SharedWorkflow } from '../../lib/contract/hub/sharing.ts';
import {
  sharedNoteItem,
  sharedPromptItem,
  sharedWorkflowItem,
} from '../../lib/contract/shared-items.ts';
import { teamItem } from '../../lib/contract/team.ts';
import type { DayKey } from '../../lib/domain/day.ts';

/** Lists of what a fake hub's department shares. */
export interface FakeShared {
  /** Adds or replaces a thing; `raw` may be anything, as a newer or broken hub sends it. */
  put(list: ListName, raw: { readonly id: string }): void;
  remove(list: ListName, id: string): void;
  /** As after a restore: cursors from before are not known any more. */
  renew(): void;
  /** Rows of one page. */
  pageSize: number;
  /** Queries of all requests so far, `prompts?since=…`. */
  readonly asked: string[];
  answer(list: ListName, since: string | null): unknown;
}

type ListName = 'prompts' | 'workflows' | 'notes';

interface Row {
  readonly list: ListName;
  readonly id: string;
  readonly seq: number;
  readonly raw: unknown;
}

/** Empty lists. */
export function createFakeShared(): FakeShared {
  let rows: Row[] = [];
  let seq = 0;
  let series = 'a';
  const put = (list: ListName, id: string, raw: unknown): void => {
    seq += 1;
    rows = [...rows.filter((row) => row.list !== list || row.id !== id), { list, id, seq, raw }];
  };
  const shared: FakeShared = {
    pageSize: 100,
    asked: [],
    put: (list, raw) => put(list, raw.id, raw),
    remove: (list, id) => put(list, id, undefined),
    renew() {
      series += 'b';
    },
    answer(list, since) {
      shared.asked.push(since === null ? list : `${list}?since=${since}`);
      const [number, name] = since?.split('.') ?? [];
      const from = name === series ? Number(number) : undefined;
      const found = rows
        .filter((row) => row.list === list && row.seq > (from ?? 0))
        .toSorted((a, b) => a.seq - b.seq);
      const page = found.slice(0, shared.pageSize);
      const more = page.length < found.length;
      return {
        cursor: `${more ? page.at(-1)?.seq : seq}.${series}`,
        complete: from === undefined,
        more,
        gone:
          from === undefined ? [] : page.filter(({ raw }) => raw === undefined).map(({ id }) => id),
        [list]: page.flatMap(({ raw }) => (raw === undefined ? [] : [raw])),
        ...(list === 'prompts' ? { use: [] } : {}),
      };
    },
  };
  return shared;
}

const TEXT = { title: '見積依頼への返信', body: '返信を書いてください。', variables: [] };

/** A prompt in use. */
export function usedPrompt(id: string, change: Partial<SharedPrompt> = {}): SharedPrompt {
  return {
    id,
    inUse: { version: 1, text: { ...TEXT, title: `${TEXT.title} ${id}` }, approvedAt: 1 },
    ...change,
  };
}

/** A registered workflow. */
export function sharedWorkflow(id: string, change: Partial<SharedWorkflow> = {}): SharedWorkflow {
  return {
    id,
    name: '見積対応',
    kind: 'sales',
    rhythm: { kind: 'everyWorkday' },
    minutes: 20,
    updatedAt: 1,
    ...change,
  };
}

/** A note of November. */
export function note(id: string, change: Partial<Note> = {}): Note {
  return {
    id,
    tool: 'chatgpt',
    month: '2026-11',
    title: '表を読めるように',
    changed: '表のファイルを読めます。',
    meaning: '月末の集計に使えます。',
    publishedAt: Date.UTC(2026, 10, 2),
    by: 'champion',
    ...change,
  };
}

/** What a browser that joined 営業部 has stored of these. */
export function storedShared(things: {
  readonly prompts?: readonly SharedPrompt[];
  readonly workflows?: readonly SharedWorkflow[];
  readonly notes?: readonly Note[];
}): Record<string, unknown> {
  const { prompts = [], workflows = [], notes = [] } = things;
  return Object.fromEntries([
    entryOf(teamItem, {
      hubUrl: 'https://hub.example',
      memberId: 'm1',
      role: 'member',
      organisation: {
        id: 'acme000000000000',
        name: 'みなと商事',
        timeZone: 'Asia/Tokyo',
        locale: 'ja',
        country: 'JP',
      },
      department: { id: 'd1', name: '営業部' },
      championOf: [],
      joinedOn: '2026-11-02' as DayKey,
    }),
    ...prompts.map((prompt) => entryOf(sharedPromptItem(prompt.id), prompt)),
    ...workflows.map((workflow) => entryOf(sharedWorkflowItem(workflow.id), workflow)),
    ...notes.map((each) => entryOf(sharedNoteItem(each.id), each)),
  ]);
}
