import { expect, it } from 'vitest';
import { HOLIDAYS } from '../../content/holidays.ts';
import { asksOf } from '../../lib/app/offer-to-show.ts';
import type { PersonState } from '../../lib/app/person-state.ts';
import { pulseToShow } from '../../lib/app/pulse-to-show.ts';
import { createCalendar } from '../../lib/domain/calendar.ts';
import { GAP_TOLD, gapWorld } from '../support/gap-world.ts';
import { hubWorlds } from '../support/hub-world.ts';
import { storyBrowsers } from '../support/story-browsers.ts';

const worlds = hubWorlds();
const MONDAY = GAP_TOLD;
const SATURDAY = '2026-06-06T10:00:00+09:00';
const answers = { quality: 4, effort: 4, speed: 5, productivity: 3 } as const;
const month = '2026-06';

const asked = (person: PersonState) =>
  pulseToShow(person, createCalendar(person.calendar, HOLIDAYS));

it('a pulse is answered once by a person with two browsers, not on a Saturday, and told when five did', async () => {
  const gap = await gapWorld(worlds, { members: 6, active: 3 });
  const { browserOf, champion, at, away, sent } = storyBrowsers(worlds, gap, MONDAY);
  const tokens = gap.members.map(({ memberToken }) => memberToken);
  const first = await browserOf(tokens[0] ?? '');
  const second = await browserOf(tokens[0] ?? '');
  expect(asked(await first.person(MONDAY))).toBe(month);
  expect(asked(await second.person(MONDAY))).toBe(month);

  // Without a connection nothing is kept, and it is asked again.
  away(true);
  await expect(first.team({ type: 'answerPulse', month, answers })).rejects.toThrow('unreachable');
  away(false);
  expect(asked(await first.person(MONDAY))).toBe(month);
  await first.team({ type: 'answerPulse', month, answers });
  expect(asked(await first.person(MONDAY))).toBeUndefined();

  // The other browser had it open still; its answer is not counted, and it is done there too.
  await second.team({ type: 'answerPulse', month, answers });
  expect(asked(await second.person(MONDAY))).toBeUndefined();

  // "Not this month" and "do not ask again" tell nobody.
  const later = await browserOf(tokens[1] ?? '');
  const never = await browserOf(tokens[2] ?? '');
  const before = sent.length;
  await later.done({ type: 'passPulse', month, forGood: false });
  await never.done({ type: 'passPulse', month, forGood: true });
  expect(sent).toHaveLength(before);
  expect(asked(await later.person(MONDAY))).toBeUndefined();
  expect(asksOf((await never.person(MONDAY)).settings)).toEqual({ offers: true, pulse: false });

  await at(SATURDAY);
  const resting = await browserOf(tokens[3] ?? '');
  expect(asked(await resting.person(SATURDAY))).toBeUndefined();

  const JULY = '2026-07-01T10:00:00+09:00';
  const TOLD = '2026-07-15T10:00:00+09:00';
  await at(JULY);
  expect(asked(await later.person(JULY))).toBe('2026-07');
  expect(asked(await never.person(JULY))).toBeUndefined();
  for (const token of tokens.slice(0, 5)) {
    const browser = await browserOf(token);
    await browser.person(JULY);
    await browser.team({ type: 'answerPulse', month: '2026-07', answers });
  }
  await at(TOLD);
  const told = await champion.pulse(gap.departmentId);
  expect(told.ok && told.value).toMatchObject({
    month: '2026-07',
    now: { shown: true, atLeast: 5, questions: { productivity: { low: 3, high: 3 } } },
    // One person answered in June.
    before: { shown: false },
  });
});
