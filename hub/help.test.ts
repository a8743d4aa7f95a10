import { expect, it } from 'vitest';
import type {
  HelpAct,
  HelpQueue,
  HowTosReply,
  NewQuestion,
  OwnQuestionsReply,
} from '../lib/contract/hub/help.ts';
import { onBothHubs, type HubWorlds } from '../test/support/hub-world.ts';
import { createSharingWorld, type SharingWorld } from '../test/support/sharing-world.ts';
import { tidyUp } from './services/tidy-up.ts';

const KEY = 'k'.repeat(43);
const OTHER_KEY = 'o'.repeat(43);
/** A Wednesday. */
const MORNING = '2026-06-03T10:00:00+09:00';

async function createHelpWorld(worlds: HubWorlds, before?: SharingWorld, clock = MORNING) {
  const sharing = before ?? (await createSharingWorld(worlds, clock));
  const world = before === undefined ? sharing.world : await worlds.beside(before.world, clock);
  const { tokens, sales } = sharing;
  return {
    ...sharing,
    sharing,
    world,
    ask: async (token: string, question: Partial<NewQuestion> = {}) =>
      (
        await world.ask('POST /v1/help', {
          token,
          body: { id: 'one', text: '表を貼ると崩れます。', ...question },
        })
      ).status,
    act: async (token: string, id: string, body: HelpAct) =>
      (await world.ask(`PUT /v1/help/${id}`, { token, body })).status,
    own: async (token: string, keys: string[] = []) =>
      (await world.ask('POST /v1/help/own', { token, body: { keys } })).json<OwnQuestionsReply>(),
    queue: async (token = tokens.champion) =>
      (await world.ask(`GET /v1/departments/${sales}/help`, { token })).json<HelpQueue>(),
    at: (later: string) => createHelpWorld(worlds, sharing, later),
  };
}

onBothHubs('a question', (worlds) => {
  it('goes to the champion, and its answer back to the asker alone', async () => {
    const help = await createHelpWorld(worlds);
    const { tokens, ask, act, own, queue } = help;
    expect(await ask(tokens.author)).toBe(204);
    expect((await own(tokens.author)).questions).toMatchObject([
      { id: 'one', named: true, state: 'open' },
    ]);
    expect((await own(tokens.colleague)).questions).toEqual([]);
    expect(await own(tokens.champion)).toEqual({ questions: [], waiting: 1 });
    expect((await queue()).questions).toMatchObject([{ id: 'one', name: '山田', state: 'open' }]);
    // An hour and a half later, of which one hour is lunch.
    const later = await help.at('2026-06-03T13:30:00+09:00');
    expect(await later.act(tokens.champion, 'one', { do: 'answer', text: '表は CSV で。' })).toBe(
      204,
    );
    expect((await own(tokens.author)).questions).toMatchObject([
      { state: 'answered', answer: { text: '表は CSV で。', by: 'champion' } },
    ]);
    expect(await own(tokens.champion)).toMatchObject({ waiting: 0 });
    expect((await later.queue()).clock).toEqual({
      answered: 1,
      medianMinutes: 150,
      late: 0,
      open: 0,
    });
    // A better text does not move the clock.
    const much = await help.at('2026-06-05T10:00:00+09:00');
    expect(await much.act(tokens.champion, 'one', { do: 'answer', text: 'CSV で貼ります。' })).toBe(
      204,
    );
    expect((await much.queue()).clock.medianMinutes).toBe(150);
    expect(await act(tokens.author, 'one', { do: 'settle' })).toBe(204);
    expect(await act(tokens.author, 'one', { do: 'settle' })).toBe(204);
    expect(await much.act(tokens.champion, 'one', { do: 'answer', text: 'まだ' })).toBe(409);
    expect((await own(tokens.author)).questions).toMatchObject([{ state: 'closed' }]);
  });

  it('without a name is nobody’s, at the hub too, and its device finds it again', async () => {
    const { tokens, ask, act, own, queue, world } = await createHelpWorld(worlds);
    expect(await ask(tokens.author, { key: KEY })).toBe(204);
    expect((await queue()).questions).toMatchObject([{ id: 'one' }]);
    expect((await queue()).questions[0]).not.toHaveProperty('name');
    expect((await own(tokens.author)).questions).toEqual([]);
    expect((await own(tokens.author, [OTHER_KEY])).questions).toEqual([]);
    expect((await own(tokens.author, [OTHER_KEY, KEY])).questions).toMatchObject([
      { id: 'one', named: false },
    ]);
    const { memberId } = (await world.ask('GET /v1/me', { token: tokens.author })).json<{
      memberId: string;
    }>();
    const row = await world.hub.help.question(
      (await world.hub.organisations.ids())[0] ?? '',
      'one',
    );
    expect(JSON.stringify(row)).not.toContain(KEY);
    expect(memberId).toBeTruthy();
    expect(JSON.stringify(row)).not.toContain(memberId);
    expect(row?.asker).toHaveProperty('keyHash');
    expect(await act(tokens.champion, 'one', { do: 'answer', text: 'はい' })).toBe(204);
    expect(await act(tokens.author, 'one', { do: 'settle' })).toBe(404);
    expect(await act(tokens.author, 'one', { do: 'settle', key: OTHER_KEY })).toBe(404);
    expect(await act(tokens.author, 'one', { do: 'settle', key: KEY })).toBe(204);
    expect(await act(tokens.author, 'one', { do: 'withdraw', key: KEY })).toBe(204);
    expect((await queue()).questions).toEqual([]);
  });

  it('is one, however often it is sent, and nobody else’s id', async () => {
    const { tokens, ask, queue } = await createHelpWorld(worlds);
    expect(await ask(tokens.author)).toBe(204);
    expect(await ask(tokens.author)).toBe(204);
    expect(await ask(tokens.colleague)).toBe(409);
    expect(await ask(tokens.author, { key: KEY })).toBe(409);
    expect(await ask(tokens.author, { id: 'two', key: KEY })).toBe(204);
    expect(await ask(tokens.author, { id: 'two', key: KEY })).toBe(204);
    expect(await ask(tokens.author, { id: 'two', key: OTHER_KEY })).toBe(409);
    expect((await queue()).questions).toHaveLength(2);
  });

  it('is the advisor’s too after a working day, without a name', async () => {
    const help = await createHelpWorld(worlds);
    const { tokens, ask } = help;
    await ask(tokens.author);
    const soon = await help.at('2026-06-04T10:00:00+09:00');
    expect((await soon.queue(tokens.advisor)).questions).toEqual([]);
    expect((await soon.own(tokens.advisor)).waiting).toBe(0);
    expect(await soon.act(tokens.advisor, 'one', { do: 'answer', text: 'はい' })).toBe(404);
    const late = await help.at('2026-06-04T10:01:00+09:00');
    expect((await late.own(tokens.advisor)).waiting).toBe(1);
    const [seen] = (await late.queue(tokens.advisor)).questions;
    expect(seen).toMatchObject({ id: 'one', late: true, waitedMinutes: 481 });
    expect(seen).not.toHaveProperty('name');
    expect(await late.act(tokens.advisor, 'one', { do: 'answer', text: 'はい' })).toBe(204);
    expect((await late.own(tokens.author)).questions[0]?.answer?.by).toBe('advisor');
    expect((await late.queue()).clock).toMatchObject({ answered: 1, late: 1, open: 0 });
  });

  it('waits in the organisation’s own working hours, which only its owner sets', async () => {
    const help = await createHelpWorld(worlds);
    const { tokens, ask, world, queue } = help;
    await ask(tokens.author);
    const afternoon = await help.at('2026-06-03T17:00:00+09:00');
    const waits = async () => (await afternoon.queue()).questions[0]?.waitedMinutes;
    expect(await waits()).toBe(6 * 60);
    const put = async (workingHours: unknown, token?: string) =>
      (await world.ask('PUT /v1/organisation', { token, body: { workingHours } })).status;
    const hours = [{ from: 9 * 60 + 30, to: 16 * 60 }];
    expect(await put(hours)).toBe(401);
    expect(await put(hours, tokens.champion)).toBe(403);
    expect(await put([{ from: 960, to: 570 }], tokens.owner)).toBe(422);
    expect(await put([], tokens.owner)).toBe(422);
    expect(await put(hours, tokens.owner)).toBe(200);
    expect(await waits()).toBe(6 * 60);
    const evening = await help.at('2026-06-03T19:00:00+09:00');
    expect((await evening.queue()).questions[0]?.waitedMinutes).toBe(6 * 60);
    expect((await queue()).workingHours).toEqual(hours);
  });

  it('does not wait on days off: a Friday evening’s is young on Monday', async () => {
    const help = await createHelpWorld(worlds, undefined, '2026-06-05T17:30:00+09:00');
    await help.ask(help.tokens.author);
    const monday = await help.at('2026-06-08T09:30:00+09:00');
    expect((await monday.queue()).questions).toMatchObject([{ waitedMinutes: 60, late: false }]);
  });

  it('names its piece of work only where the department has it', async () => {
    const { tokens, world, ask, own, queue } = await createHelpWorld(worlds);
    const work = { name: '見積', kind: 'sales', rhythm: { kind: 'onDemand' }, minutes: 5 };
    await world.ask('POST /v1/workflows', {
      token: tokens.champion,
      body: { id: 'quotes', ...work },
    });
    await ask(tokens.author, { workflowId: 'quotes' });
    await ask(tokens.author, { id: 'two', workflowId: 'my-own' });
    const { questions } = await own(tokens.author);
    expect(questions.map(({ id, workflowId }) => [id, workflowId]).toSorted()).toEqual([
      ['one', 'quotes'],
      ['two', undefined],
    ]);
    const asked = (await queue()).questions.map(({ id, workflowName }) => [id, workflowName]);
    expect(asked.toSorted()).toEqual([
      ['one', '見積'],
      ['two', undefined],
    ]);
  });

  it('that was talked over is closed without an answer, and the clock stands', async () => {
    const { tokens, ask, act, queue, own } = await createHelpWorld(worlds);
    await ask(tokens.author);
    expect(await act(tokens.author, 'one', { do: 'settle' })).toBe(409);
    expect(await act(tokens.champion, 'one', { do: 'close' })).toBe(204);
    expect(await act(tokens.champion, 'one', { do: 'close' })).toBe(409);
    expect((await own(tokens.author)).questions).toMatchObject([{ state: 'closed' }]);
    expect((await queue()).clock).toMatchObject({ answered: 1, open: 0 });
  });

  it('is closed to other departments', async () => {
    const { tokens, world, ask, act, sales } = await createHelpWorld(worlds);
    await ask(tokens.author);
    expect(await act(tokens.stranger, 'one', { do: 'answer', text: 'はい' })).toBe(403);
    expect(await act(tokens.stranger, 'one', { do: 'withdraw' })).toBe(404);
    const answer = await world.ask(`GET /v1/departments/${sales}/help`, { token: tokens.stranger });
    expect(answer.status).toBe(403);
  });

  it('goes with its asker, and by itself after 13 months', async () => {
    const help = await createHelpWorld(worlds);
    const { tokens, ask, act, world, queue } = help;
    await ask(tokens.author);
    await ask(tokens.author, { id: 'nameless', key: KEY });
    await ask(tokens.colleague, { id: 'two' });
    await act(tokens.champion, 'two', { do: 'answer', text: 'はい' });
    await world.ask('DELETE /v1/me?rows=now', { token: tokens.author });
    expect((await queue()).questions.map(({ id }) => id).toSorted()).toEqual(['nameless', 'two']);
    const year = await help.at('2027-08-01T10:00:00+09:00');
    await tidyUp(year.world.hub);
    // What still waits stays.
    expect((await queue()).questions.map(({ id }) => id)).toEqual(['nameless']);
  });
});

onBothHubs('a how-to', (worlds) => {
  it('is there for everybody of the department, and goes when it is taken back', async () => {
    const { tokens, world, sales, queue } = await createHelpWorld(worlds);
    const at = `/v1/departments/${sales}/howtos` as const;
    const body = { id: 'short', title: '短くする', text: '「三行で」と書き足します。' };
    const list = async (token: string) =>
      (await world.ask('GET /v1/howtos', { token })).json<HowTosReply>().howTos;
    expect((await world.ask(`POST ${at}`, { token: tokens.champion, body })).status).toBe(201);
    expect(await list(tokens.colleague)).toMatchObject([body]);
    expect(await list(tokens.stranger)).toEqual([]);
    const change = { do: 'change', howTo: { title: '三行にする', text: body.text } };
    await world.ask(`PUT ${at}/short`, { token: tokens.champion, body: change });
    expect((await queue()).howTos).toMatchObject([{ id: 'short', title: '三行にする' }]);
    for (const token of [tokens.colleague, tokens.stranger]) {
      const answer = await world.ask(`PUT ${at}/short`, { token, body: { do: 'withdraw' } });
      expect(answer.status).toBe(403);
    }
    await world.ask(`PUT ${at}/short`, { token: tokens.champion, body: { do: 'withdraw' } });
    expect(await list(tokens.colleague)).toEqual([]);
  });
});

onBothHubs('help', (worlds) => {
  it('refuses what is not as the contract says, and a program that asks', async () => {
    const { tokens, world } = await createHelpWorld(worlds);
    const cases: [object, string][] = [
      [{ id: 'one' }, 'text'],
      [{ id: 'one', text: ' ' }, 'text'],
      [{ id: 'one', text: 'x'.repeat(1001) }, 'text'],
      [{ id: 'one', text: 'a\u0000b' }, 'text'],
      [{ id: '__proto__', text: 'x' }, 'id'],
      [{ id: 'one', text: 'x', key: 'short' }, 'key'],
      [{ id: 'one', text: 'x', chat: 'secret' }, 'chat'],
    ];
    for (const [body, field] of cases) {
      const answer = await world.ask('POST /v1/help', { token: tokens.author, body });
      expect([answer.status, answer.json()['field']]).toEqual([422, field]);
    }
    let status = 0;
    for (let index = 0; index < 40 && status !== 429; index += 1) {
      const body = { id: `q${index}`, text: 'x', key: KEY };
      ({ status } = await world.ask('POST /v1/help', { token: tokens.author, body }));
    }
    expect(status).toBe(429);
    // Reading one's answers goes on.
    const own = await world.ask('POST /v1/help/own', { token: tokens.author, body: { keys: [] } });
    expect(own.status).toBe(200);
  });
});
