import { z } from 'zod';
import type { Taste } from '../domain/suggestion.ts';
import type { Prompt } from '../domain/workflow.ts';
import { idSchema, instantSchema } from './day.ts';
import type { Language, Shortcut } from './settings.ts';

/**
 * What the script in a tool's page may tell the background. The tool is never a field: the background takes it from
 * the sender's origin. No field can hold what a person wrote, except `remember`, whose values the person marked for
 * keeping; they stay in this browser.
 */
export const pageMessageSchema = z.discriminatedUnion('type', [
  /** Sent once when the page is ready; answered by `HelloReply`. */
  z.strictObject({ type: z.literal('hello') }),
  /**
   * Engaged time as a closed interval of this page's clock (M1). Sending one twice or late changes nothing, so a page
   * keeps it until it is acknowledged.
   */
  z.strictObject({
    type: z.literal('engaged'),
    fromMs: instantSchema,
    toMs: instantSchema,
    utcOffsetMinutes: z.int().min(-900).max(900),
    /** Composer submits (M3) seen in the interval. */
    promptsStarted: z.int().min(0).max(100),
    /** Unique to this message; a repeated one is acknowledged and not counted again. */
    messageId: z.uuid(),
  }),
  /** Everything the palette can offer; answered by `LibraryReply`. */
  z.strictObject({ type: z.literal('library') }),
  /** The text and blanks of a pack's prompt that was picked; answered by `WholeReply`, or nothing when no pack has it. */
  z.strictObject({ type: z.literal('whole'), promptId: idSchema }),
  /** A prompt was put into the composer of this tab (M3 needs it for a workflow run). */
  z.strictObject({
    type: z.literal('inserted'),
    promptId: idSchema,
    atMs: instantSchema,
    /** Prompts that the row offered while this one was taken; absent when it was opened by the person's own search. */
    passedOver: z.array(idSchema).max(3).optional(),
  }),
  /** The person registers the workflow of a prompt that a pack (`packPromptId`) or the department offered and they used. */
  z.strictObject({ type: z.literal('adopt'), promptId: idSchema }),
  /** The person wants to ask the champion: opens the page of asking, about this workflow. Nothing of the chat goes along. */
  z.strictObject({ type: z.literal('askForHelp'), workflowId: idSchema.optional() }),
  /** The person chose the row away. */
  z.strictObject({ type: z.literal('fold'), until: z.enum(['today', 'always']) }),
  /** Values of variables that are marked `remember`. */
  z.strictObject({
    type: z.literal('remember'),
    promptId: idSchema,
    values: z.record(z.string().max(40), z.string().max(2000)),
  }),
  /** How a selector or an insertion did: counts by name, never content. */
  z.strictObject({
    type: z.literal('health'),
    counts: z.record(z.string().regex(/^[a-z0-9:.-]{1,60}$/), z.int().min(1).max(1000)),
  }),
]);

export type PageMessage = z.infer<typeof pageMessageSchema>;

/** Engaged time on its way from a page. */
export type EngagedMessage = Extract<PageMessage, { type: 'engaged' }>;

/** Answer to `engaged`. */
export interface EngagedReply {
  /** The message is kept for good, or never will be; the page lets go of it. */
  readonly settled: boolean;
  /** Engaged milliseconds after which the background wants to hear again. */
  readonly nextFlushMs: number;
}

/** One suggestion of the row: which prompt, what to call it, and why now, in the person's language. */
export interface RowSuggestion {
  readonly promptId: string;
  readonly title: string;
  readonly reason: string;
  /** The reason says little (a pack's offer): it is told when asked for and takes no room beside the title. */
  readonly isPlain: boolean;
}

/** Strings of the launcher in the person's language; the launcher itself holds none. */
export interface LauncherStrings {
  readonly rowLabel: string;
  readonly openPalette: string;
  readonly foldToday: string;
  readonly foldAlways: string;
  readonly more: string;
  /** The shortcut as a person reads it: `Alt+P`, on a Mac `⌥P`. */
  readonly shortcut: string;
}

/** One way to find something on a tool's page; `Selector` of lib/sites/adapter.ts. */
interface SelectorData {
  readonly id: string;
  readonly css: string;
  readonly layout: string;
  readonly seen: string;
}

/**
 * What is known of the asking page's tool: its `ToolAdapter` with the path as the source of a regular expression. It
 * travels with the answer, so that no page carries the selectors of the other tools.
 */
export interface AdapterData {
  readonly editors: readonly SelectorData[];
  readonly boxes: readonly SelectorData[];
  readonly sends: readonly SelectorData[];
  readonly stops: readonly SelectorData[];
  readonly decoys: readonly SelectorData[];
  readonly conversationPath: string;
}

/** What the launcher needs to start. */
export interface HelloReply {
  readonly adapter: AdapterData;
  readonly language: Language;
  readonly strings: LauncherStrings;
  readonly shortcut: Shortcut;
  /** Counting is off while paused. */
  readonly counting: boolean;
  /** Whether the row may show. */
  readonly row: boolean;
  /** At most three, best first. */
  readonly suggestions: readonly RowSuggestion[];
  /** A prompt the person opened this tab for (popup 「開く」); held 10 minutes, handed out once. */
  readonly handoff?: { readonly promptId: string } | undefined;
}

/** All living prompts with their workflows, and what ranking needs. */
export interface LibraryReply {
  readonly language: Language;
  readonly today: string;
  readonly prompts: readonly LibraryPrompt[];
  /** There is a champion to ask: the person belongs to a company. */
  readonly canAsk: boolean;
}

/** What `LibraryReply` leaves out of a pack's prompt. */
export type WholeReply = Pick<Prompt, 'body' | 'variables'>;

/** A prompt as the palette shows it. `versions` are left at home. */
export interface LibraryPrompt extends Omit<
  Prompt,
  'versions' | 'createdAt' | 'updatedAt' | 'deletedAt'
> {
  readonly workflowName?: string | undefined;
  /** Of a pack's offer, whose `body` is empty until it is picked (`whole`): what its workflow is about, to be searched. */
  readonly about?: string | undefined;
  /** Who offers it, while the person has neither registered its workflow nor made it their own. */
  readonly offeredBy?: 'department' | 'pack' | undefined;
  /** The tool its workflow prefers. */
  readonly tool?: string | undefined;
  /** Whether its workflow is due now. */
  readonly due: boolean;
  /** How well it suits the person's stage, 0–1. */
  readonly stageFit: number;
  /** Of a pack's offer: whether the pack is that of the person's own department. */
  readonly ofHome?: boolean | undefined;
  /** Whether the person wrote or edited it. */
  readonly edited?: boolean | undefined;
  /** Days of the last weeks on which its workflow ran, as instants (ms) of their midnight in UTC. */
  readonly ranOnMs?: readonly number[] | undefined;
  /** How often and when (ms) it was last used here. */
  readonly uses: number;
  readonly lastUsedAt?: number | undefined;
  /** What ranking knows of earlier uses; absent for a prompt never used or offered. */
  readonly taste?: Taste | undefined;
  /** Remembered values by variable name. */
  readonly remembered: Readonly<Record<string, string>>;
}

/** What the background tells a tool's page when a setting changed: ask again. */
export interface PageNotice {
  readonly type: 'changed';
}
