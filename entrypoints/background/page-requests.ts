import type { Runtime } from 'webextension-polyfill';
import { greet, readLibrary, readWhole } from '../../lib/app/answer-launcher.ts';
import { takeHandoff } from '../../lib/app/handoff.ts';
import { addHealth, keepRemembered, keepTaste } from '../../lib/app/keep-page-notes.ts';
import { todayOf } from '../../lib/app/mark-day.ts';
import { readPrompt } from '../../lib/app/read-prompt.ts';
import { recordInsertion } from '../../lib/app/record-insertion.ts';
import { routeHash } from '../../components/dashboard/route.ts';
import type { CommandReply } from '../../lib/contract/commands.ts';
import {
  pageMessageSchema,
  type EngagedReply,
  type HelloReply,
  type PageMessage,
} from '../../lib/contract/page-messages.ts';
import { parsePackPromptId } from '../../lib/domain/pack-prompt.ts';
import { browser } from '../../lib/platform/browser.ts';
import { toolAtOrigin, type Tool } from '../../lib/sites/registry.ts';
import type { Background } from './background.ts';

/** A tool's page that told something: its tool and its tab. */
export interface PageSender {
  readonly tool: Tool;
  readonly tabId: number;
}

type Inserted = Extract<PageMessage, { type: 'inserted' }>;

/**
 * The page a message came from: our own script in the top frame of a tool's page; undefined for everything else. The
 * origin is the browser's word, not the message's.
 */
export function pageSender(sender: Runtime.MessageSender): PageSender | undefined {
  if (sender.id !== browser.runtime.id || sender.frameId !== 0) return undefined;
  if (sender.tab?.id === undefined || sender.url === undefined) return undefined;
  const tool = URL.canParse(sender.url) ? toolAtOrigin(new URL(sender.url).origin) : undefined;
  return tool && { tool, tabId: sender.tab.id };
}

/** Answers one message of a tool's page. One that this build does not understand is settled, or it would hold up others. */
export async function answerPage(
  background: Background,
  raw: unknown,
  sender: PageSender,
): Promise<unknown> {
  const { data } = pageMessageSchema.safeParse(raw);
  if (data !== undefined) return answer(background, data, sender);
  return { settled: true, nextFlushMs: Number.MAX_SAFE_INTEGER } satisfies EngagedReply;
}

async function answer(
  background: Background,
  message: PageMessage,
  sender: PageSender,
): Promise<unknown> {
  const { local: store, clock, queue, commands, launcher } = background;
  const { tool, tabId } = sender;
  switch (message.type) {
    case 'engaged': {
      const { type: _, fromMs, toMs, ...rest } = message;
      const aheadMs = rehearsalAheadMs(background);
      const interval = { ...rest, tool: tool.id, fromMs: fromMs + aheadMs, toMs: toMs + aheadMs };
      return background.recorder.record(interval, tabId);
    }
    case 'hello':
      return hello(background, sender);
    case 'library':
      return readLibrary(launcher, tool.id);
    case 'whole':
      return queue(() => readWhole(launcher, message.promptId));
    case 'inserted':
      return queue(() => inserted(background, message, sender));
    case 'adopt':
      return adopt(background, message.promptId);
    case 'askForHelp':
      return openAsking(message);
    case 'fold': {
      const rowOff = message.until === 'today' ? todayOf(background) : 'always';
      return commands.handle({ type: 'saveSettings', settings: { rowOff } });
    }
    case 'remember':
      return queue(() => keepRemembered({ store, clock }, message.promptId, message.values));
    case 'health':
      return queue(() =>
        addHealth({ session: background.session, clock }, tool.id, message.counts),
      );
  }
}

async function hello(background: Background, { tool, tabId }: PageSender): Promise<HelloReply> {
  const { session, clock, queue, launcher } = background;
  const [reply, promptId] = await Promise.all([
    greet(launcher, tool.id),
    queue(() => takeHandoff(session, tabId, clock.now())),
  ]);
  return promptId === undefined ? reply : { ...reply, handoff: { promptId } };
}

async function inserted(
  background: Background,
  { promptId, atMs, passedOver = [] }: Inserted,
  { tool, tabId }: PageSender,
): Promise<void> {
  const { local: store, session, clock } = background;
  const nowMs = clock.now();
  await recordInsertion(session, {
    tabId,
    tool: tool.id,
    promptId,
    atMs: atMs + rehearsalAheadMs(background),
  });
  const moment = { nowMs, utcOffsetMinutes: clock.utcOffsetMinutes(nowMs), tool: tool.id };
  await keepTaste({ store, clock }, { promptId, passedOver, moment });
}

/** A tab of our own, because what is written there is no page's to read. */
async function openAsking({ workflowId: about }: Extract<PageMessage, { type: 'askForHelp' }>) {
  const hash = routeHash({ page: 'help', about });
  await browser.tabs.create({ url: browser.runtime.getURL(`dashboard.html${hash}`) });
}

async function adopt(background: Background, promptId: string): Promise<CommandReply> {
  const { commands, local, clock, queue } = background;
  const offered = parsePackPromptId(promptId);
  if (offered !== undefined) {
    const { pack, workflow } = offered;
    return commands.handle({ type: 'adoptWorkflow', pack, workflow });
  }
  const prompt = await queue(() => readPrompt(local, promptId, clock.now()));
  if (prompt?.workflowId === undefined) {
    return { ok: false, code: 'notFound', message: 'offered by nobody' };
  }
  return commands.handle({ type: 'takeOverWorkflow', id: prompt.workflowId });
}

/**
 * Pages live on the device's clock; a rehearsal's clock stands ahead of it by whole seconds (`lib/platform/clock.ts`). Two
 * readings of one clock may lie a millisecond apart.
 */
function rehearsalAheadMs({ clock }: Background): number {
  return Math.round((clock.now() - Date.now()) / 1000) * 1000;
}
