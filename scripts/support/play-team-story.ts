import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { joinInBrowser } from './sample-extension.ts';
import type { SampleHub } from './sample-hub.ts';

/** What the team's scenes are played with. */
export interface TeamScenes {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly hub: SampleHub;
  /** Keeps a picture under a name. */
  readonly picture: (page: Page, name: string) => Promise<void>;
  readonly say: (sentence: string) => void;
}

const MAIL_TRIES = 60;
const MAIL_EVERY_MS = 500;
const MAIL_WIDTH = 680;

/** The browser's extension joins the sample company as the champion of its growing department. */
export async function playJoining({ context, extensionId, hub, say }: TeamScenes): Promise<void> {
  say('Joining the sample company: the champion of one of its five departments.');
  await joinInBrowser(context, extensionId, hub);
}

/** The champion's board, and the Monday mail as it lies in the hub's outbox; no mail server is set up here. */
export async function playBoardAndMail(scenes: TeamScenes): Promise<void> {
  const { context, extensionId, hub, picture, say } = scenes;
  say('The board: departments side by side.');
  const board = await context.newPage();
  await board.goto(`chrome-extension://${extensionId}/board.html`);
  await board.locator('h1, h2').first().waitFor();
  await board.waitForTimeout(1500);
  await picture(board, 'board');

  say('Monday’s mail, opened.');
  const mail = await context.newPage();
  await mail.setViewportSize({ width: MAIL_WIDTH, height: 900 });
  await mail.goto(pathToFileURL(await mondayMail(hub)).href);
  const height = await mail.evaluate(() => document.documentElement.scrollHeight);
  await mail.setViewportSize({ width: MAIL_WIDTH, height });
  await picture(mail, 'monday-mail');
}

/** The page of the newest mail to the champion; waits while the hub writes it. */
async function mondayMail({ dataDir, note }: SampleHub): Promise<string> {
  const folder = join(dataDir, 'outbox');
  for (let tries = 0; tries < MAIL_TRIES; tries += 1) {
    const mails = existsSync(folder) ? readdirSync(folder) : [];
    const newest = mails
      .filter((name) => name.endsWith('.eml'))
      .toSorted()
      .findLast((name) => readFileSync(join(folder, name), 'utf8').includes(note.championEmail));
    if (newest !== undefined) return join(folder, newest.replace(/\.eml$/, '.html'));
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((again) => {
      setTimeout(again, MAIL_EVERY_MS);
    });
  }
  throw new Error(`The hub wrote no Monday mail for the champion to ${folder}.`);
}
