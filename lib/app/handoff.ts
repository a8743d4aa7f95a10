import { z } from 'zod';
import { idSchema, instantSchema } from '../contract/day.ts';
import type { KeyValueStore } from './ports.ts';

/** Session storage: prompts that wait for the tab that was opened for them. */
const HANDOFFS_KEY = 'handoffs';

const HELD_MS = 10 * 60_000;

const handoffsSchema = z.array(
  z.strictObject({ tabId: z.int(), promptId: idSchema, until: instantSchema }),
);
type Handoffs = z.infer<typeof handoffsSchema>;

/** Which prompt a tab was opened for. */
export interface Handoff {
  readonly tabId: number;
  readonly promptId: string;
}

/** Holds a prompt for a tab for 10 minutes. Call it inside the write queue, in the task that opens the tab. */
export async function holdHandoff(
  session: KeyValueStore,
  { tabId, promptId }: Handoff,
  nowMs: number,
): Promise<void> {
  const others = (await living(session, nowMs)).filter((each) => each.tabId !== tabId);
  await session.write({ [HANDOFFS_KEY]: [...others, { tabId, promptId, until: nowMs + HELD_MS }] });
}

/**
 * The prompt a tab was opened for, handed out once; undefined for any other tab, the second time and after 10 minutes.
 * Call it inside the write queue: a page that is quicker than the opening of its tab then waits for it.
 */
export async function takeHandoff(
  session: KeyValueStore,
  tabId: number,
  nowMs: number,
): Promise<string | undefined> {
  const handoffs = await living(session, nowMs);
  const mine = handoffs.find((each) => each.tabId === tabId);
  if (mine === undefined) return undefined;
  await session.write({ [HANDOFFS_KEY]: handoffs.filter((each) => each !== mine) });
  return mine.promptId;
}

async function living(session: KeyValueStore, nowMs: number): Promise<Handoffs> {
  const raw = (await session.read([HANDOFFS_KEY]))[HANDOFFS_KEY];
  const handoffs = handoffsSchema.safeParse(raw).data ?? [];
  return handoffs.filter(({ until }) => nowMs < until && until <= nowMs + HELD_MS);
}
