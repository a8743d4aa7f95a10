import { checkInItem, MOST_ANSWERED, type CheckIn } from '../contract/check-in.ts';
import type { Command } from '../contract/commands.ts';
import { entryOf } from '../contract/envelope.ts';
import { settingsItem } from '../contract/stored-items.ts';
import type { DayKey } from '../domain/day.ts';
import { checkInStrings } from '../i18n/check-in-sent.ts';
import { chooseLanguage } from '../i18n/language.ts';
import type { DeviceDeps } from './device.ts';
import { asksOf } from './offer-to-show.ts';
import { questionEntries } from './raise-hand.ts';
import { readItem } from './read-item.ts';

/**
 * Keeps what the person said to an offer. A yes is a question with their name, which the next attempt sends; nothing else
 * ever leaves the browser. One write; the same answer again changes nothing. Call it inside the write queue. Throws
 * `CommandFailure` as `questionEntries`.
 */
export async function answerOffer(
  deps: DeviceDeps & { readonly languages: readonly string[] },
  { offeredOn, answer }: Extract<Command, { type: 'answerOffer' }>,
): Promise<void> {
  const { store, clock } = deps;
  const state = await readItem(store, checkInItem, clock.now());
  if (state.answered.includes(offeredOn)) return;
  const settings = await readItem(store, settingsItem, clock.now());
  const entries: [string, unknown][] = [entryOf(checkInItem, withAnswer(state, offeredOn))];
  if (answer === 'yes') {
    const { text } = checkInStrings[chooseLanguage(settings.language, deps.languages)];
    entries.push(...(await questionEntries(deps, { text, named: true })).entries);
  }
  if (answer === 'never') {
    const asks = { ...asksOf(settings), offers: false };
    entries.push(entryOf(settingsItem, { ...settings, asks }));
  }
  await store.write(Object.fromEntries(entries));
}

function withAnswer(state: CheckIn, offeredOn: DayKey): CheckIn {
  return { ...state, answered: [...state.answered, offeredOn].slice(-MOST_ANSWERED) };
}
