import { browser } from '../../lib/platform/browser.ts';

/** One alarm a name, at an instant of the device's clock. An alarm that stands there already is left alone: setting one costs a write. */
export async function setAlarm(name: string, delayMs: number): Promise<void> {
  const when = Date.now() + delayMs;
  const set = await browser.alarms.get(name);
  if (set !== undefined && Math.abs(set.scheduledTime - when) < 5_000) return;
  await browser.alarms.create(name, { when });
}
