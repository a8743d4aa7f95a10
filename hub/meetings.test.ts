import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import type { MeetingsReply } from '../lib/contract/hub/meetings.ts';
import { onBothHubs, type HubWorlds } from '../test/support/hub-world.ts';
import { createSharingWorld, type SharingWorld } from '../test/support/sharing-world.ts';

/** A Wednesday; the second Tuesday of June 2026 is the 9th. */
const WEDNESDAY = '2026-06-03T10:00:00+09:00';

async function createMeetingWorld(worlds: HubWorlds, before?: SharingWorld, clock = WEDNESDAY) {
  const sharing = before ?? (await createSharingWorld(worlds, clock));
  const world = before === undefined ? sharing.world : await worlds.beside(before.world, clock);
  const { tokens, sales } = sharing;
  const at = `/v1/departments/${sales}` as const;
  return {
    ...sharing,
    world,
    path: at,
    put: async (path: string, body: unknown, token = tokens.champion) =>
      (await world.ask(`PUT ${at}/${path}`, { token, body })).status,
    post: (path: string, body?: unknown, token = tokens.champion) =>
      world.ask(`POST ${at}/${path}`, { token, body }),
    read: async (token = tokens.champion) =>
      (await world.ask(`GET ${at}/meetings`, { token })).json<MeetingsReply>(),
    at: (later: string) => createMeetingWorld(worlds, sharing, later),
  };
}

onBothHubs('a department’s meetings', (worlds) => {
  it('are planned from the start, their agenda two working days before', async () => {
    const { read, put } = await createMeetingWorld(worlds);
    expect(await read()).toMatchObject({
      hasFeed: false,
      next: { day: '2026-06-09', agendaOn: '2026-06-05' },
      held: [],
      actions: [],
    });
    const plan = { weekday: 4, weeks: 'firstAndThird', startsAt: 16 * 60, minutes: 45 };
    expect(await put('meeting-plan', plan)).toBe(204);
    expect(await read()).toMatchObject({ plan, next: { day: '2026-06-04' } });
  });

  it('are noted on their day, and the next one follows', async () => {
    const first = await createMeetingWorld(worlds);
    expect(await first.put('meetings/2026-06-09', { notes: '早い' })).toBe(422);
    const there = await first.at('2026-06-09T11:00:00+09:00');
    expect((await there.read()).next?.day).toBe('2026-06-09');
    expect(await there.put('meetings/2026-06-09', { notes: '三人で試す。\n次は請求書。' })).toBe(
      204,
    );
    expect(await there.put('meetings/2026-06-09', { notes: '三人で試す。' })).toBe(204);
    expect(await there.read()).toMatchObject({
      next: { day: '2026-06-23' },
      held: [{ day: '2026-06-09', notes: '三人で試す。' }],
    });
    expect(await there.put('meetings/2026-02-30', { notes: '' })).toBe(422);
  });

  it('carry what was agreed until it is done', async () => {
    const first = await createMeetingWorld(worlds);
    const { post, put, read } = first;
    const action = {
      id: 'try',
      text: '三人で一週間ためす',
      assignee: '佐藤',
      dueDay: '2026-06-12',
    };
    expect((await post('actions', action)).status).toBe(201);
    expect((await post('actions', action)).status).toBe(201);
    expect((await post('actions', { id: 'old', text: '請求書の型を書く' })).status).toBe(201);
    expect((await read()).actions).toMatchObject([action, { id: 'old' }]);
    expect(await put('actions/try', { do: 'finish' })).toBe(204);
    const summer = await first.at('2026-07-29T10:00:00+09:00');
    expect((await summer.read()).actions).toMatchObject([{ id: 'old' }, { id: 'try' }]);
    const autumn = await first.at('2026-10-01T10:00:00+09:00');
    expect((await autumn.read()).actions).toMatchObject([{ id: 'old' }]);
    expect(await put('actions/try', { do: 'reopen' })).toBe(204);
    const change = { do: 'change', action: { text: '五人で' } };
    expect(await put('actions/try', change)).toBe(204);
    expect((await autumn.read()).actions.map(({ id, text }) => [id, text])).toContainEqual([
      'try',
      '五人で',
    ]);
    expect(await put('actions/old', { do: 'remove' })).toBe(204);
    expect(await put('actions/old', { do: 'finish' })).toBe(404);
  });

  it('are their own: others read or change nothing, advisors read along', async () => {
    const { tokens, office, world, post, put, read } = await createMeetingWorld(worlds);
    await post('actions', { id: 'try', text: 'ためす' });
    for (const token of [tokens.author, tokens.stranger, tokens.advisor]) {
      expect((await post('actions', { text: 'x' }, token)).status).toBe(403);
      expect(await put('actions/try', { do: 'remove' }, token)).toBe(403);
      expect((await post('meeting-feed', undefined, token)).status).toBe(403);
    }
    expect((await read(tokens.advisor)).actions).toHaveLength(1);
    // The owner's from another department cannot reach it either.
    const elsewhere = `/v1/departments/${office}/actions` as const;
    const body = { id: 'try', text: 'y' };
    const taken = await world.ask(`POST ${elsewhere}`, { token: tokens.owner, body });
    expect(taken.status).toBe(409);
    const changed = await world.ask(`PUT ${elsewhere}/try`, {
      token: tokens.owner,
      body: { do: 'remove' },
    });
    expect(changed.status).toBe(404);
  });

  it('are in a calendar by a secret link, until it is made anew', async () => {
    const { post, read, world, tokens } = await createMeetingWorld(worlds);
    const link = async () => {
      const made = (await post('meeting-feed')).json<{ link: string }>();
      return new URL(made.link);
    };
    const { pathname, search } = await link();
    const get = (query: string) => world.ask(`GET ${pathname as '/v1'}${query}`);
    const answer = await get(search);
    expect(answer.headers.get('content-type')).toContain('text/calendar');
    expect(answer.text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const calendar = new ICAL.Component(ICAL.parse(answer.text) as string);
    const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
    const june = events.filter(({ startDate }) => startDate.toString().startsWith('2026-06'));
    expect(june.map(({ startDate, endDate }) => `${startDate} ${endDate}`)).toEqual([
      '2026-06-09T01:00:00Z 2026-06-09T01:30:00Z',
      '2026-06-23T01:00:00Z 2026-06-23T01:30:00Z',
    ]);
    expect(june[0]?.summary).toBe('AI 定例（営業）');
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    // Nothing but days and hours: not even to somebody who has the link.
    await post('actions', { text: '秘密の相談' });
    expect((await get(search)).text).not.toContain('秘密');
    expect((await read()).hasFeed).toBe(true);
    const again = await link();
    expect((await get(search)).status).toBe(404);
    expect((await get(again.search)).status).toBe(200);
    expect((await get('?feed=x')).status).toBe(404);
    expect((await get('')).status).toBe(422);
    expect((await world.ask('GET /v1/me', { token: tokens.owner })).status).toBe(200);
  });
});
