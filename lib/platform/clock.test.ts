import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beforeEach, expect, test } from 'vitest';
import { CLOCK_OFFSET_KEY } from '../contract/stored-items.ts';
import { createClock } from './clock.ts';

const HOUR_MS = 3_600_000;
const aheadMs = (now: number): number => Math.round((now - Date.now()) / HOUR_MS) * HOUR_MS + 0;

beforeEach(() => fakeBrowser.reset());

test('stands where the device stands when nobody moved it', async () => {
  const clock = createClock();
  await clock.ready;
  expect(aheadMs(clock.now())).toBe(0);
});

test('reads its offset at the start and follows a change', async () => {
  await fakeBrowser.storage.session.set({ [CLOCK_OFFSET_KEY]: 48 * HOUR_MS });
  const clock = createClock();
  await clock.ready;
  expect(aheadMs(clock.now())).toBe(48 * HOUR_MS);
  await fakeBrowser.storage.session.set({ [CLOCK_OFFSET_KEY]: -HOUR_MS });
  expect(aheadMs(clock.now())).toBe(-HOUR_MS);
  await fakeBrowser.storage.session.remove(CLOCK_OFFSET_KEY);
  expect(aheadMs(clock.now())).toBe(0);
});

test.each(['1', null, Number.NaN, 1.5, {}])('takes %j for no offset', async (value) => {
  await fakeBrowser.storage.session.set({ [CLOCK_OFFSET_KEY]: value });
  const clock = createClock();
  await clock.ready;
  expect(aheadMs(clock.now())).toBe(0);
});

test('knows how far east of UTC the device is', () => {
  const instant = Date.UTC(2026, 10, 22);
  expect(createClock().utcOffsetMinutes(instant)).toBe(-new Date(instant).getTimezoneOffset());
});
