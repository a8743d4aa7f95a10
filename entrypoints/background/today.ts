import { HOLIDAYS } from '../../content/holidays.ts';
import { readItem, readItems } from '../../lib/app/read-item.ts';
import { isOff } from '../../lib/app/record-engagement.ts';
import { toolbarState } from '../../lib/app/toolbar-state.ts';
import { nextWeeklyNotice, type WeeklyNotice } from '../../lib/app/weekly-notice.ts';
import { entryOf } from '../../lib/contract/envelope.ts';
import { noticesItem } from '../../lib/contract/notices.ts';
import type { Settings } from '../../lib/contract/settings.ts';
import {
  calendarItem,
  deviceItem,
  ledgerItem,
  settingsItem,
  type Device,
} from '../../lib/contract/stored-items.ts';
import { createCalendar, type Calendar } from '../../lib/domain/calendar.ts';
import {
  addDays,
  dayAt,
  dayRange,
  monthOf,
  mondayOfWeek,
  nextMidnightMs,
  weekOf,
  type DayKey,
  type WeekKey,
} from '../../lib/domain/day.ts';
import { isVisitDay, type Ledger } from '../../lib/domain/ledger.ts';
import { backgroundWords } from '../../lib/i18n/background.ts';
import { chooseLanguage } from '../../lib/i18n/language.ts';
import { browser } from '../../lib/platform/browser.ts';
import type { Background } from './background.ts';
import { drawIcon } from './icon-drawing.ts';
import { createRefresh } from './refresh-loop.ts';
import { setAlarm } from './set-alarm.ts';

/** Goes off just after local midnight. */
export const MIDNIGHT_ALARM = 'midnight';
const WEEKLY_ALARM = 'weekly';
const WEEKLY_NOTIFICATION = 'weekly';
/** A timer may come early; a second later it is surely the next day. */
const AFTER_MIDNIGHT_MS = 1_000;

interface Now {
  readonly nowMs: number;
  readonly today: DayKey;
  readonly settings: Settings;
  readonly calendar: Calendar;
  readonly device: Device | undefined;
  readonly notified: WeekKey | undefined;
}

/** Keeps the toolbar icon, the alarms and the weekly notification right. Safe to call at any time, any number of times. */
export interface Today {
  refresh(): Promise<void>;
}

/**
 * One function for the start, the change of a stored item, midnight and the notification's hour: it looks at what is
 * stored and at the clock and brings everything to that state. A worker stopped half way is completed by the next one.
 */
export function createToday(background: Background): Today {
  const { local, clock, queue } = background;
  let shown = '';

  async function readNow(): Promise<Now> {
    const nowMs = clock.now();
    const items = [settingsItem, calendarItem, deviceItem, noticesItem] as const;
    const [settings, rules, device, notices] = await readItems(local, items, nowMs);
    const today = dayAt(nowMs, clock.utcOffsetMinutes(nowMs));
    const calendar = createCalendar(rules, HOLIDAYS);
    // Weeks before the first day of use have nothing to tell.
    const beforeUse = weekOf(addDays(device?.startedOn ?? today, -7));
    const told = notices.weekly;
    const notified = told !== undefined && told > beforeUse ? told : beforeUse;
    return { nowMs, today, settings, calendar, device, notified };
  }

  async function monthsOf(device: Device | undefined, days: readonly DayKey[]): Promise<Ledger> {
    if (device === undefined) return {};
    const months = [...new Set(days.map(monthOf))].map((month) => ledgerItem(device.id, month));
    return Object.assign({}, ...(await readItems(local, months, clock.now())));
  }

  async function showIcon({ today, settings, calendar, device }: Now): Promise<void> {
    const ledger = await monthsOf(device, [today]);
    const state = toolbarState(calendar, today, ledger[today]);
    const words = backgroundWords[chooseLanguage(settings.language, navigator.languages)];
    const title = isOff(settings.paused, today) ? words.paused : words[state];
    if (shown === state + title) return;
    await Promise.all([
      browser.action.setIcon({ imageData: drawIcon(state) }),
      browser.action.setTitle({ title }),
    ]);
    shown = state + title;
  }

  function weeklyNotice({ settings, calendar, notified }: Now): WeeklyNotice | undefined {
    const { notify, hour } = settings.weeklySummary;
    return notify ? nextWeeklyNotice({ calendar, clock, hour, notified }) : undefined;
  }

  async function giveNotice(now: Now, { week }: WeeklyNotice): Promise<void> {
    const monday = mondayOfWeek(week);
    const days = dayRange(monday, addDays(monday, 6));
    const ledger = await monthsOf(now.device, days);
    const words = backgroundWords[chooseLanguage(now.settings.language, navigator.languages)];
    // Noted first: a notification lost to a crash is better than one that comes twice.
    const notices = await readItem(local, noticesItem, now.nowMs);
    await local.write(Object.fromEntries([entryOf(noticesItem, { ...notices, weekly: week })]));
    await browser.notifications.create(WEEKLY_NOTIFICATION, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('icon/128.png'),
      title: words.weeklyTitle,
      message: words.weeklyBody(days.filter((day) => isVisitDay(ledger[day])).length),
    });
  }

  async function bringUpToDate(): Promise<void> {
    const now = await readNow();
    await showIcon(now);
    const midnight = nextMidnightMs(now.nowMs, clock.utcOffsetMinutes(now.nowMs));
    await setAlarm(MIDNIGHT_ALARM, midnight + AFTER_MIDNIGHT_MS - now.nowMs);
    const notice = weeklyNotice(now);
    if (notice === undefined) await browser.alarms.clear(WEEKLY_ALARM);
    else if (notice.atMs > now.nowMs) await setAlarm(WEEKLY_ALARM, notice.atMs - now.nowMs);
    else {
      await giveNotice(now, notice);
      const next = weeklyNotice(await readNow());
      if (next !== undefined) await setAlarm(WEEKLY_ALARM, next.atMs - now.nowMs);
    }
  }

  return {
    refresh: createRefresh(async () => {
      await clock.ready;
      // Reading may set something damaged aside, which is a change like any other.
      await queue(bringUpToDate);
    }),
  };
}

/** Opens the week's page when its notification is pressed. */
export async function openNotified(notificationId: string): Promise<void> {
  if (notificationId !== WEEKLY_NOTIFICATION) return;
  await browser.notifications.clear(notificationId);
  await browser.tabs.create({ url: browser.runtime.getURL('dashboard.html#/week') });
}
