import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { launchWithExtension } from '../../test/support/browser.ts';
import { playBoardAndMail, playJoining } from './play-team-story.ts';
import type { SampleHub } from './sample-hub.ts';

/** How to play the story. */
export interface StoryOptions {
  /** Where the pictures go; made when it is not there. */
  readonly folder: string;
  readonly language: 'ja' | 'en';
  /** The extension that may speak with the hub, unpacked. */
  readonly extensionDir: string;
  readonly hub: SampleHub;
  /** Told each step in a sentence. */
  readonly say: (sentence: string) => void;
}

const COMPOSER = '[contenteditable=true]:visible';
/** The two languages' names of what the story presses; a role alone would not tell them apart. */
const NEXT = /^(次へ|Next)$/;
const SALES = /^(営業|Sales)$/;
const REGISTER = /登録する$|^(Register|Add)/;
const ENGAGED_MS = 34_000;
const KEY_EVERY_MS = 2000;

/**
 * Plays a person's first day in a real Chromium, the tools' origins led to stand-in pages on this machine: first run →
 * a registered workflow → a visit that becomes today's dot → the palette puts the prompt into the composer, unsent → a
 * company is joined → popup, dashboard, board and the Monday mail. Returns the paths of the pictures; throws where a step
 * does not do what it should.
 */
export async function playStory(options: StoryOptions): Promise<string[]> {
  const { folder, language, say, extensionDir, hub } = options;
  await mkdir(folder, { recursive: true });
  const pictures: string[] = [];
  const picture = async (page: Page, name: string): Promise<void> => {
    const path = join(folder, `${String(pictures.length + 1).padStart(2, '0')}-${name}.png`);
    await page.screenshot({ path });
    pictures.push(path);
  };

  const { context, extensionId, close } = await launchWithExtension({ language, extensionDir });
  const scenes = { context, extensionId, hub, picture, say };
  try {
    say('First run: three screens, and three pieces of work taken over.');
    const welcome = await installedPage(context);
    await welcome.locator('h1').waitFor();
    await picture(welcome, 'welcome');
    await finishFirstRun(welcome, (name) => picture(welcome, name));

    say('A visit to ChatGPT: half a minute of work makes a dot.');
    const chat = await context.newPage();
    await chat.goto(`https://chatgpt.com/?lang=${language}`);
    await chat.locator(COMPOSER).first().click();
    const until = Date.now() + ENGAGED_MS;
    while (Date.now() < until) {
      await chat.keyboard.press('ArrowRight');
      await chat.waitForTimeout(KEY_EVERY_MS);
    }
    await picture(chat, 'chat-row');

    say('Alt+P: the palette finds the prompt and puts it into the box. It is not sent.');
    await chat.keyboard.press('Alt+KeyP');
    await chat.waitForTimeout(600);
    await picture(chat, 'palette');
    await chat.keyboard.press('Enter');
    await chat.waitForTimeout(400);
    await picture(chat, 'palette-fields');
    await chat.keyboard.press('Control+Enter');
    await chat.waitForFunction(() =>
      [...document.querySelectorAll('[contenteditable=true]')].some(
        (composer) => (composer.textContent ?? '').length > 80,
      ),
    );
    await chat.waitForTimeout(800);
    await picture(chat, 'inserted');

    await playJoining(scenes);
    say('The popup: today is a dot, and the departments stand beside it.');
    const popup = await openPage(context, extensionId, 'popup.html');
    await popup.setViewportSize({ width: 360, height: 620 });
    await picture(popup, 'popup');

    say('The dashboard: the year as a line.');
    const dashboard = await openPage(context, extensionId, 'dashboard.html');
    await picture(dashboard, 'dashboard');
    await playBoardAndMail(scenes);
    return pictures;
  } finally {
    await close();
  }
}

/** The first run's tab, which the extension opens by itself when it is installed. */
async function installedPage(context: BrowserContext): Promise<Page> {
  const isWelcome = (page: Page): boolean => page.url().endsWith('/welcome.html');
  const opened =
    context.pages().find(isWelcome) ??
    (await context.waitForEvent('page', { predicate: isWelcome }));
  await opened.bringToFront();
  return opened;
}

async function openPage(context: BrowserContext, extensionId: string, name: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/${name}`);
  await page.locator('h1, h2').first().waitFor();
  await page.waitForTimeout(500);
  return page;
}

async function finishFirstRun(page: Page, picture: (name: string) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: NEXT }).click();
  await picture('welcome-records');
  await page.getByRole('button', { name: NEXT }).click();
  await page.getByRole('radio', { name: SALES }).click();
  await page.getByRole('button', { name: REGISTER }).first().waitFor();
  const register = page.getByRole('button', { name: REGISTER });
  for (let left = await register.count(); left > 0; left -= 1) {
    await register.first().click();
    while ((await register.count()) >= left) await page.waitForTimeout(50);
  }
  await page.waitForTimeout(500);
  await picture('welcome-work');
}
