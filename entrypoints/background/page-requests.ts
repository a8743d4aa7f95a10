import type { Runtime } from 'webextension-polyfill';
import { recordInsertion } from '../../lib/app/record-insertion.ts';
import { pageMessageSchema, type PageMessage } from '../../lib/contract/page-messages.ts';
import { browser } from '../../lib/platform/browser.ts';
import { toolAtOrigin, type Tool } from '../../lib/sites/registry.ts';
import type { Background } from './background.ts';

/** A tool's page that told something: its tool and its tab. */
export interface PageSender {
  readonly tool: Tool;
  readonly tabId: number;
}

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

/** Answers one message of a tool's page; undefined when it is none that this build understands. */
export async function answerPage(
  background: Background,
  raw: unknown,
  sender: PageSender,
): Promise<unknown> {
  const parsed = pageMessageSchema.safeParse(raw);
  if (!parsed.success) {
    // Sent by a script of another build; keeping it would hold up what follows it.
    return { settled: true, nextFlushMs: 15_000 };
  }
  return answer(background, parsed.data, sender);
}

async function answer(
  background: Background,
  message: PageMessage,
  { tool, tabId }: PageSender,
): Promise<unknown> {
  const { local, session, clock, queue } = background;
  switch (message.type) {
    case 'engaged': {
      const { type: _, fromMs, toMs, ...rest } = message;
      const aheadMs = rehearsalAheadMs(background);
      return background.recorder.record(
        { ...rest, tool: tool.id, fromMs: fromMs + aheadMs, toMs: toMs + aheadMs },
        tabId,
      );
    }
    case 'inserted': {
      const atMs = message.atMs + rehearsalAheadMs(background);
      return queue(() =>
        recordInsertion(
          { local, session, clock },
          { tabId, tool: tool.id, promptId: message.promptId, atMs },
        ),
      );
    }
    default:
      return undefined;
  }
}

/**
 * Pages live on the device's clock; a rehearsal's clock stands ahead of it by whole seconds (`lib/platform/clock.ts`). Two
 * readings of one clock may lie a millisecond apart.
 */
function rehearsalAheadMs({ clock }: Background): number {
  return Math.round((clock.now() - Date.now()) / 1000) * 1000;
}
