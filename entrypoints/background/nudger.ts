import { HOLIDAYS } from '../../content/holidays.ts';
import { nudgeSettingsOf, planNudge, standingNudge } from '../../lib/app/plan-nudge.ts';
import { readItem } from '../../lib/app/read-item.ts';
import { personOf } from '../../lib/app/read-person.ts';
import { entryOf } from '../../lib/contract/envelope.ts';
import { nudgeItem } from '../../lib/contract/nudge.ts';
import { monthOfLedgerKey } from '../../lib/contract/stored-items.ts';
import { createCalendar } from '../../lib/domain/calendar.ts';
import { addDays, dayAt, epochDay, monthOf, type DayKey } from '../../lib/domain/day.ts';
import { given, type NudgeHistory } from '../../lib/domain/nudge.ts';
import { chooseLanguage } from '../../lib/i18n/language.ts';
import { nudgeWords } from '../../lib/i18n/nudge.ts';
import { browser } from '../../lib/platform/browser.ts';
import type { Background } from './background.ts';
import { createRefresh } from './refresh-loop.ts';
import { setAlarm } from './set-alarm.ts';

const NUDGE_ALARM = 'nudge';
const NUDGE_NOTIFICATION = 'nudge';
const PRESENTING_MS = 15 * 60_000;
const MS_PER_DAY = 86_400_000;
const MS_PER_MINUTE = 60_000;
/** 藍, as in the icon. */
const BADGE_COLOUR = '#3f86bb';

/** Keeps notification, badge and alarm of the day's nudge right. Safe to call at any time, any number of times. */
export interface Nudger {
  refresh(): Promise<void>;
  /** To be called with every pressed notification. */
  onNotification(id: string): Promise<void>;
}

/**
 * Looks at what is stored and at the clock, as `createToday` does, and lets the day's nudge come at its minute. What is given is
 * noted first: a nudge lost to a crash is better than one that comes twice. While a window fills the screen somebody may be
 * presenting, and the nudge waits a quarter of an hour (docs/adr/0013-nudges.md).
 */
export function createNudger({ local, clock, queue, commands }: Background): Nudger {
  let badge: string | undefined;

  async function bringUpToDate(): Promise<void> {
    const nowMs = clock.now();
    const offset = clock.utcOffsetMinutes(nowMs);
    const today = dayAt(nowMs, offset);
    const localMs = nowMs + offset * MS_PER_MINUTE - epochDay(today) * MS_PER_DAY;
    const before = await readItem(local, nudgeItem, nowMs);
    const raw = await local.read(await recentKeys(today));
    const state = personOf(raw, { nowMs, today });
    const calendar = createCalendar(state.calendar, HOLIDAYS);
    const minute = Math.floor(localMs / MS_PER_MINUTE);
    const { history, next } = planNudge(state, calendar, { nowMs, today, minute, history: before });
    let held = history;
    if (next === undefined) await browser.alarms.clear(NUDGE_ALARM);
    else if (next.atMs > nowMs) await setAlarm(NUDGE_ALARM, next.atMs - nowMs);
    else if (await isPresenting()) await setAlarm(NUDGE_ALARM, PRESENTING_MS);
    else {
      const { workflow, copy, atMs } = next;
      held = given(history, { workflowId: workflow.id, copy, atMs }, today);
      await keep(held);
      const language = chooseLanguage(state.settings.language, navigator.languages);
      await browser.notifications.create(NUDGE_NOTIFICATION, {
        type: 'basic',
        iconUrl: browser.runtime.getURL('icon/128.png'),
        title: workflow.name,
        message: nudgeWords(copy, workflow, language),
      });
    }
    if (held === history && history !== before) await keep(history);
    const isOn = nudgeSettingsOf(state).on;
    await showBadge(isOn && standingNudge({ ...state, nudges: held }, calendar) !== undefined);
  }

  /** Five years of days are not read for one nudge: whether work was run, and the last nudge followed, lies within two months. */
  async function recentKeys(today: DayKey): Promise<string[]> {
    const since = monthOf(addDays(today, -31));
    return (await local.keys()).filter((key) => (monthOfLedgerKey(key) ?? since) >= since);
  }

  async function keep(history: NudgeHistory): Promise<void> {
    await local.write(Object.fromEntries([entryOf(nudgeItem, history)]));
  }

  /** What no longer waits leaves the notification centre as well. */
  async function showBadge(isStanding: boolean): Promise<void> {
    const text = isStanding ? '1' : '';
    if (text === badge) return;
    await browser.action.setBadgeText({ text });
    if (isStanding) await browser.action.setBadgeBackgroundColor({ color: BADGE_COLOUR });
    else await browser.notifications.clear(NUDGE_NOTIFICATION);
    badge = text;
  }

  return {
    refresh: createRefresh(async () => {
      await clock.ready;
      await queue(bringUpToDate);
    }),
    async onNotification(id) {
      if (id !== NUDGE_NOTIFICATION) return;
      await browser.notifications.clear(id);
      await commands.handle({ type: 'answerNudge', answer: 'open' });
    },
  };
}

/** On a Mac people work in windows that fill the screen; elsewhere it means a film or slides. */
async function isPresenting(): Promise<boolean> {
  if (navigator.platform.startsWith('Mac')) return false;
  const windows = await browser.windows.getAll();
  return windows.some(({ state, focused }) => focused && state === 'fullscreen');
}
