import { expect, type Page } from '@playwright/test';
import { entryOf } from '../../lib/contract/envelope.ts';
import { CLOCK_OFFSET_KEY, deviceItem, ledgerItem } from '../../lib/contract/stored-items.ts';
import { dayRange, monthOf, weekdayOf, type DayKey } from '../../lib/domain/day.ts';
import { EMPTY_ENTRY, type Ledger } from '../../lib/domain/ledger.ts';
import { axeViolations } from './axe.ts';
import type { LaunchedBrowser } from './browser.ts';

/** What people of a company do in their browsers, for the stories that span several of them. */
type Profile = Pick<LaunchedBrowser, 'context' | 'extensionId'>;

/** A new tab with a page of the extension, such as `board.html#/people`. */
export async function open({ context, extensionId }: Profile, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/${path}`);
  return page;
}

/** What a person writes beside an invite's link. */
export interface Joining {
  readonly link: string;
  /** Left out for a second device, which is not asked who it is. */
  readonly name?: string;
  readonly email?: string;
}

/** Joins by a pasted link on the page 会社 and waits until the company stands there. */
export async function join(profile: Profile, joining: Joining, company: string): Promise<void> {
  const { link, name, email } = joining;
  const page = await open(profile, 'dashboard.html#/team');
  await page.getByRole('textbox', { name: '招待リンク' }).fill(link);
  if (name !== undefined) await page.getByRole('textbox', { name: '名前' }).fill(name);
  if (email !== undefined) await page.getByRole('textbox', { name: 'メールアドレス' }).fill(email);
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: /に参加する/ }).click();
  await expect(page.getByText(company)).toBeVisible();
  await page.close();
}

/** Sends and asks anew at once, by the button on the page 会社. */
export async function syncNow(profile: Profile): Promise<void> {
  const page = await open(profile, 'dashboard.html#/team');
  await page.getByRole('button', { name: 'いま送る' }).click();
  await expect(page.getByText('送りました。')).toBeVisible();
  await page.close();
}

interface ExtensionPage {
  readonly chrome: {
    readonly storage: Record<
      'local' | 'session',
      { set(values: Record<string, unknown>): Promise<void> }
    >;
  };
}

/** Writes into the extension's storage, as if it had been there before. */
export async function store(
  profile: Profile,
  area: 'local' | 'session',
  values: Record<string, unknown>,
): Promise<void> {
  const page = await open(profile, 'dashboard.html#/data');
  await page.evaluate(
    ([name, entries]) => (globalThis as unknown as ExtensionPage).chrome.storage[name].set(entries),
    [area, values] as const,
  );
  await page.close();
}

/** Moves the product's clock in this browser so that it stands at an instant now. */
export function setClock(profile: Profile, at: string): Promise<void> {
  const offset = Date.parse(at) - Date.now();
  return store(profile, 'session', { [CLOCK_OFFSET_KEY]: Math.round(offset / 1000) * 1000 });
}

/** Mondays to Fridays from one day to another, both included; holidays are among them. */
export function weekdaysBetween(from: DayKey, to: DayKey): DayKey[] {
  return dayRange(from, to).filter((day) => weekdayOf(day) < 6);
}

/** Lays days of use into a browser: on each the same few visits to ChatGPT. The device began on the first of them. */
export async function useOnDays(
  profile: Profile,
  deviceId: string,
  days: readonly DayKey[],
): Promise<void> {
  const months = new Map<string, Ledger>();
  for (const day of days) {
    const entry = { ...EMPTY_ENTRY, visits: 2, engagedSeconds: 300, promptsStarted: 3 };
    months.set(monthOf(day), { ...months.get(monthOf(day)), [day]: { chatgpt: entry } });
  }
  const [startedOn] = days.toSorted();
  if (startedOn === undefined) return;
  await store(
    profile,
    'local',
    Object.fromEntries([
      entryOf(deviceItem, { id: deviceId, createdAt: 1, startedOn }),
      ...[...months].map(([month, ledger]) => entryOf(ledgerItem(deviceId, month), ledger)),
    ]),
  );
}
