import type { PageMessage } from '../../lib/contract/page-messages.ts';
import type { WorkMessage } from '../../lib/contract/work-messages.ts';

/** The part of `chrome.runtime` a page script may use. Firefox answers to the same name with promises. */
interface Runtime {
  readonly id?: string;
  sendMessage(message: PageMessage | WorkMessage): Promise<unknown>;
  getURL(path: string): string;
  readonly onMessage: {
    addListener(listener: (message: unknown) => void): void;
    removeListener(listener: (message: unknown) => void): void;
  };
}

declare const chrome: { readonly runtime?: Runtime };

/** The extension this script belongs to; undefined once it was updated or removed while the page stayed open. */
export function extension(): Runtime | undefined {
  return chrome.runtime?.id ? chrome.runtime : undefined;
}

/** Counts names of selectors that were found or missed; the background knows the tool and counts each once a day. */
export function tellHealth(...names: string[]): void {
  void ask({ type: 'health', counts: Object.fromEntries(names.map((name) => [name, 1])) });
}

/**
 * Asks the background. Undefined when nobody answered: it was stopped in the middle, or this script is left over from
 * an extension that is gone. Never rejects.
 */
export async function ask<Reply>(message: PageMessage | WorkMessage): Promise<Reply | undefined> {
  try {
    return (await extension()?.sendMessage(message)) as Reply | undefined;
  } catch {
    return undefined;
  }
}
