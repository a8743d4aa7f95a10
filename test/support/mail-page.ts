import { expect, type BrowserContext, type Page } from '@playwright/test';
import { simpleParser, type ParsedMail } from 'mailparser';
import { axeViolations } from './axe.ts';
import type { ReceivedMail } from './smtp-server.ts';

/** How a mail is looked at: the width of the window in CSS pixels, and the reader's theme. */
export interface MailLook {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
}

/** A mail as its reader's program has it: pictures named by `cid:` beside the HTML. */
export function readMail({ raw }: ReceivedMail): Promise<ParsedMail> {
  return simpleParser(raw, { keepCidLinks: true });
}

/** The HTML with its pictures written into it, as a mail program draws it. Throws for a `cid:` that nothing came for. */
export function htmlWithPictures({ html, attachments }: ParsedMail): string {
  if (typeof html !== 'string') throw new Error('The mail has no HTML.');
  return html.replaceAll(/"cid:([^"]+)"/g, (_, cid: string) => {
    const picture = attachments.find((each) => each.cid === cid);
    if (picture === undefined) throw new Error(`Nothing came for cid:${cid}.`);
    return `"data:${picture.contentType};base64,${picture.content.toString('base64')}"`;
  });
}

/** Opens a mail's HTML in a tab. The caller closes it. */
export async function openMail(context: BrowserContext, mail: ParsedMail): Promise<Page> {
  const page = await context.newPage();
  await page.setContent(htmlWithPictures(mail));
  return page;
}

/** Gives the tab a look and expects the mail to be readable in it: nothing cut off, every picture there and named, no barrier. */
export async function expectReadable(page: Page, { width, colorScheme }: MailLook): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme });
  const seen = await page.evaluate(async () => {
    const images = [...document.images];
    await Promise.all(images.map((image) => image.decode().catch(() => {})));
    const { scrollWidth, clientWidth } = document.documentElement;
    return {
      tooWide: scrollWidth - clientWidth,
      images: images.length,
      broken: images.filter(({ naturalWidth }) => naturalWidth === 0).length,
      nameless: images.filter(({ alt }) => alt.trim() === '').length,
    };
  });
  expect(seen.images).toBeGreaterThan(0);
  expect(seen).toMatchObject({ tooWide: 0, broken: 0, nameless: 0 });
  expect(await axeViolations(page, { impacts: ['serious', 'critical'] })).toEqual([]);
}
