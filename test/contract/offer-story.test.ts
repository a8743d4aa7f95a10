import { expect, it } from 'vitest';
import { offerToShow } from '../../lib/app/offer-to-show.ts';
import { GAP_TOLD, gapWorld } from '../support/gap-world.ts';
import { hubWorlds } from '../support/hub-world.ts';
import { storyBrowsers } from '../support/story-browsers.ts';

const worlds = hubWorlds();
const LATER = '2026-06-10T10:00:00+09:00';

it('an offer is seen by those it concerns alone, and only a yes is ever told', async () => {
  const gap = await gapWorld(worlds, { members: 11, active: 3 });
  const { champion, browserOf, at, sent } = storyBrowsers(worlds, gap, GAP_TOLD);
  const token = (index: number) => gap.members[index]?.memberToken ?? '';
  const active = await browserOf(token(0));
  const quiet = await browserOf(token(5));
  const silent = await browserOf(token(6));
  const firm = await browserOf(token(7));
  expect((await champion.offerTenMinutes(gap.departmentId)).ok).toBe(true);

  await at(LATER);
  // What was used on the other browser counts here too.
  expect(offerToShow(await active.person(LATER))).toBeUndefined();
  const offer = offerToShow(await quiet.person(LATER));
  expect(offer).toEqual({ offeredOn: '2026-06-01', until: '2026-06-14' });
  expect(offerToShow(await silent.person(LATER))).toEqual(offer);
  expect(offerToShow(await firm.person(LATER))).toEqual(offer);
  const { offeredOn = '' as never } = offer ?? {};

  // "Not now" and "not again" leave nothing at the hub.
  const before = sent.length;
  await silent.done({ type: 'answerOffer', offeredOn, answer: 'notNow' });
  await firm.done({ type: 'answerOffer', offeredOn, answer: 'never' });
  await silent.person(LATER);
  await firm.person(LATER);
  const kinds = new Set(sent.slice(before));
  expect([...kinds].filter((each) => /POST \/v1\/help$|PUT|offer/.test(each))).toEqual([]);
  expect(offerToShow(await silent.person(LATER))).toBeUndefined();
  expect(offerToShow(await firm.person(LATER))).toBeUndefined();

  // "Yes", pressed twice, is one question with the name.
  await quiet.done({ type: 'answerOffer', offeredOn, answer: 'yes' });
  await quiet.done({ type: 'answerOffer', offeredOn, answer: 'yes' });
  await quiet.person(LATER);
  const queue = await champion.help(gap.departmentId);
  expect(queue.ok && queue.value.questions).toMatchObject([{ state: 'open' }]);
  expect(queue.ok && queue.value.questions[0]?.name).toBeTruthy();
  expect(offerToShow(await quiet.person(LATER))).toBeUndefined();

  // The next offer comes to who said "not now", and not to who said "not again".
  const NEXT = '2026-06-29T10:00:00+09:00';
  await at(NEXT);
  expect((await champion.offerTenMinutes(gap.departmentId)).ok).toBe(true);
  expect(offerToShow(await silent.person(NEXT))).toMatchObject({ offeredOn: '2026-06-29' });
  expect(offerToShow(await firm.person(NEXT))).toBeUndefined();
});
