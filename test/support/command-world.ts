import { createCommands } from '../../lib/app/commands.ts';
import { parseHeld, personStateOf, type Held } from '../../lib/app/held.ts';
import { todayOf } from '../../lib/app/mark-day.ts';
import type { PersonState } from '../../lib/app/person-state.ts';
import type { PackDrafts } from '../../lib/app/register-adopted.ts';
import { sharedLibraryOf, withShared } from '../../lib/app/shared-library.ts';
import { createWriteQueue, type WriteQueue } from '../../lib/app/write-queue.ts';
import type { Command, CommandReply } from '../../lib/contract/commands.ts';
import type { PromptDraft, WorkflowDraft } from '../../lib/contract/workflow.ts';
import { createMemoryStore, type MemoryStore } from './memory-store.ts';

/** A background over stores in memory, in Tokyo, whose clock the test moves. */
export interface CommandWorld {
  readonly store: MemoryStore;
  readonly session: MemoryStore;
  readonly queue: WriteQueue;
  readonly clock: { nowMs: number; now(): number; utcOffsetMinutes(): number };
  /** Addresses that were opened, in order; the first tab is 1. */
  readonly opened: string[];
  /** How often tools' pages were told that something changed. */
  notified: number;
  /** Sends a command. Not typed as one, because pages can send anything. */
  send(command: unknown): Promise<CommandReply>;
  /** Sends a command that must succeed; its id, or an empty string. */
  done(command: Command): Promise<string>;
  held(): Held;
  person(): PersonState;
}

/** Noon of 2026-11-24 in Tokyo, a Tuesday. */
export const NOON_MS = Date.UTC(2026, 10, 24, 3);

/** A world that holds `initial`. */
export function createCommandWorld(initial: Record<string, unknown> = {}): CommandWorld {
  const store = createMemoryStore(initial);
  const session = createMemoryStore();
  const queue = createWriteQueue();
  const clock = {
    nowMs: NOON_MS,
    now: () => clock.nowMs,
    utcOffsetMinutes: () => 540,
  };
  const opened: string[] = [];
  const tabs = {
    open: async (url: string) => opened.push(url),
    notifyChanged: async () => {
      world.notified += 1;
    },
  };
  const commands = createCommands({
    store,
    session,
    queue,
    clock,
    tabs,
    packDrafts: examplePack,
    languages: ['en-US'],
    team: async () => {
      throw new Error('this world has no hub');
    },
  });
  const held = () => parseHeld(store.dump(), clock.nowMs);
  const world: CommandWorld = {
    store,
    session,
    queue,
    clock,
    opened,
    notified: 0,
    send: (command) => commands.handle(command),
    async done(command) {
      const reply = await commands.handle(command);
      if (!reply.ok) throw new Error(`${reply.code}: ${reply.message}`);
      return reply.id ?? '';
    },
    held,
    person: () =>
      withShared(personStateOf(held(), todayOf({ clock })), sharedLibraryOf(store.dump())),
  };
  return world;
}

/** A workflow as a person fills it in. */
export function workflowDraft(changes: Partial<WorkflowDraft> = {}): WorkflowDraft {
  return {
    name: '見積もりの返信',
    kind: 'sales',
    rhythm: { kind: 'everyWorkday' },
    minutes: 15,
    source: { kind: 'own' },
    ...changes,
  };
}

/** A prompt as a person fills it in. */
export function promptDraft(changes: Partial<PromptDraft> = {}): PromptDraft {
  return {
    title: '返信を下書きする',
    body: '{{相手}} への返信を書いてください。',
    variables: [{ name: '相手', type: 'text' }],
    source: { kind: 'own' },
    ...changes,
  };
}

const examplePack: PackDrafts = async (pack, workflow, language) =>
  pack === 'sales' && workflow === 'quote'
    ? {
        workflow: workflowDraft({
          name: language === 'ja' ? '見積もり' : 'Quote',
          tool: 'claude',
          source: { kind: 'pack', pack, item: workflow },
        }),
        prompts: [promptDraft({ title: 'one' }), promptDraft({ title: 'two' })],
      }
    : undefined;
