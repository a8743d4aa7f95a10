import type { BrowserContext } from '@playwright/test';
import { joinInBrowser } from './sample-extension.ts';
import type { SampleHub } from './sample-hub.ts';

/** What the team's scenes are played with. */
export interface TeamScenes {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly hub: SampleHub;
  readonly say: (sentence: string) => void;
}

/** The browser's extension joins the sample company as the champion of its growing department. */
export async function playJoining({ context, extensionId, hub, say }: TeamScenes): Promise<void> {
  say('Joining the sample company: the champion of one of its five departments.');
  await joinInBrowser(context, extensionId, hub);
}
