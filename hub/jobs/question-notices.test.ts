import { expect, it } from 'vitest';
import type { DeliveryDto } from '../../lib/contract/hub/channels.ts';
import type { JoinReply } from '../../lib/contract/hub/people.ts';
import { onBothHubs } from '../../test/support/hub-world.ts';
import { mailedWeeks } from '../../test/support/mailed-weeks.ts';

const SLOW_MS = 60_000;
const SECRET = '内緒の相談です';

onBothHubs('questions that wait over a working day', (worlds) => {
  const weeks = mailedWeeks(worlds);
  const { at, tickAt, told } = weeks;
  const readers = () => told('question').map(({ to }) => to);

  async function askAt(clock: string, id: string, workflowId?: string): Promise<void> {
    const world = await at(clock);
    const asked = await world.ask('POST /v1/help', {
      token: weeks.weekly.member.memberToken,
      body: { id, text: SECRET, ...(workflowId === undefined ? {} : { workflowId }) },
    });
    expect(asked.status).toBe(204);
  }

  /** An advisor with an address. */
  async function advise(): Promise<JoinReply> {
    const world = await at('2026-11-16T12:00:00+09:00');
    const invited = await world.ask(`POST /v1/departments/${weeks.weekly.sales}/invites`, {
      token: weeks.weekly.setup.memberToken,
      body: { role: 'advisor' },
    });
    const { link: invite } = invited.json<{ link: string }>();
    const body = { invite, displayName: '顧問 一郎', email: 'advisor@example.com' };
    return (await world.ask('POST /v1/join', { body })).json<JoinReply>();
  }

  async function shareWork(): Promise<void> {
    const world = await at('2026-11-16T12:00:00+09:00');
    const body = {
      id: 'quotes',
      name: '見積書の作成',
      kind: 'sales',
      rhythm: { kind: 'everyWorkday' },
      minutes: 20,
      departmentId: weeks.weekly.sales,
    };
    const { memberToken: token } = weeks.weekly.setup;
    expect((await world.ask('POST /v1/workflows', { token, body })).status).toBe(201);
  }

  it(
    'are told to the advisor once, without a word or a name of theirs',
    async () => {
      await advise();
      await shareWork();
      await askAt('2026-11-17T10:00:00+09:00', 'one', 'quotes');
      await askAt('2026-11-17T10:30:00+09:00', 'two');
      await tickAt('2026-11-18T10:00:00+09:00');
      expect(told('question')).toHaveLength(0);
      await tickAt('2026-11-18T11:00:00+09:00');
      await tickAt('2026-11-18T12:00:00+09:00');
      await tickAt('2026-11-19T09:00:00+09:00');
      expect(readers()).toEqual([['advisor@example.com']]);
      const mail = told('question')[0]?.parsed;
      expect(mail?.subject).toBe(
        '【リハーサル】営業：1 稼働日を超えて待っている質問が 2 件あります',
      );
      for (const said of [
        '業務：見積書の作成（働く時間で 9 時間）',
        '業務の指定なし（働く時間で 8 時間 30 分）',
        'ボードの「質問」を開くと',
        '営業の顧問の方にお送りしています',
        '人事評価には使いません',
      ]) {
        expect(mail?.text).toContain(said);
        expect(String(mail?.html).replaceAll('\u00a0', ' ')).toContain(said);
      }
      const whole = `${mail?.subject} ${mail?.text} ${mail?.html}`;
      const people = ['推進 花子', weeks.weekly.member.memberId, '内緒'];
      expect(people.filter((word) => whole.includes(word))).toEqual([]);
      expect(mail?.headers.get('list')).toBeDefined();
    },
    SLOW_MS,
  );

  it(
    'are told once a working day at most; answered, taken back and young ones are not',
    async () => {
      await advise();
      await askAt('2026-11-17T10:00:00+09:00', 'one');
      await askAt('2026-11-17T14:00:00+09:00', 'two');
      await askAt('2026-11-17T14:00:00+09:00', 'three');
      const world = await tickAt('2026-11-18T11:00:00+09:00');
      const token = weeks.weekly.member.memberToken;
      await world.ask('PUT /v1/help/three', { token, body: { do: 'withdraw' } });
      await tickAt('2026-11-18T16:00:00+09:00');
      expect(readers()).toHaveLength(1);
      await tickAt('2026-11-19T09:00:00+09:00');
      expect(told('question')[1]?.parsed.subject).toContain('質問が 1 件');
      // A Saturday is no working day, whatever waits.
      await askAt('2026-11-19T09:30:00+09:00', 'four');
      await tickAt('2026-11-21T09:00:00+09:00');
      expect(readers()).toHaveLength(2);
    },
    SLOW_MS,
  );

  it(
    'are the champion’s to hear while no advisor can be reached',
    async () => {
      await askAt('2026-11-17T10:00:00+09:00', 'one');
      await tickAt('2026-11-18T11:00:00+09:00');
      expect(readers()).toEqual([['hanako@example.com']]);
      expect(told('question')[0]?.parsed.text).toContain('ひとことの返事で十分です');
      const { memberToken: token } = await advise();
      const world = await at('2026-11-18T12:00:00+09:00');
      await world.ask('PUT /v1/me', { token, body: { email: null } });
      await askAt('2026-11-18T12:30:00+09:00', 'two');
      await tickAt('2026-11-20T09:00:00+09:00');
      expect(readers()).toEqual([['hanako@example.com'], ['hanako@example.com']]);
    },
    SLOW_MS,
  );

  it(
    'come once with the same id when the mail server was away, and stop by the mail’s own link',
    async () => {
      const { memberToken: advisor } = await advise();
      await askAt('2026-11-17T10:00:00+09:00', 'one');
      weeks.server.treat((attempt) => (attempt === 0 ? 'dropInData' : 'accept'));
      await tickAt('2026-11-18T11:00:00+09:00');
      const world = await tickAt('2026-11-18T11:10:00+09:00');
      expect(readers()).toEqual([['advisor@example.com']]);
      const { memberToken: token } = weeks.weekly.champion;
      const route = `GET /v1/departments/${weeks.weekly.sales}/deliveries` as const;
      const { deliveries } = (await world.ask(route, { token })).json<{
        deliveries: DeliveryDto[];
      }>();
      const own = deliveries.filter(({ kind }) => kind === 'question');
      expect(own).toMatchObject([{ state: 'sent', attempts: 1 }]);
      const link =
        /https?:\/\/\S+\/v1(\/unsubscribe\S+)/.exec(told('question')[0]?.parsed.text ?? '')?.[1] ??
        '';
      const stopped = await world.ask(`POST /v1${link}` as 'POST /v1/unsubscribe');
      expect(stopped.status).toBe(200);
      await askAt('2026-11-18T12:00:00+09:00', 'two');
      await tickAt('2026-11-20T09:00:00+09:00');
      expect(readers().at(-1)).toEqual(['hanako@example.com']);
      const mail = `/v1/departments/${weeks.weekly.sales}/own-mail` as const;
      const before = await world.ask(`GET ${mail}`, { token: advisor });
      expect(before.json()).toEqual({ active: false, isReader: true });
      const body = { active: true };
      const again = await world.ask(`PUT ${mail}`, { token: advisor, body });
      expect(again.json()).toEqual({ active: true, isReader: true });
      await askAt('2026-11-20T09:30:00+09:00', 'three');
      await tickAt('2026-11-24T11:00:00+09:00');
      expect(readers().at(-1)).toEqual(['advisor@example.com']);
    },
    SLOW_MS,
  );

  it(
    'are stopped and begun again by an advisor alone, in their own company',
    async () => {
      const { memberToken: advisor } = await advise();
      const { sales, champion, member, setup } = weeks.weekly;
      const world = await at('2026-11-16T12:00:00+09:00');
      const own = `/v1/departments/${sales}/own-mail` as const;
      const body = { active: false };
      const asked = async (token: string | undefined) => [
        (await world.ask(`GET ${own}`, { token })).text,
        (await world.ask(`PUT ${own}`, { token, body })).status,
      ];
      const reads = (active: boolean, isReader: boolean) => JSON.stringify({ active, isReader });
      expect(await asked(advisor)).toEqual([reads(true, true), 200]);
      expect(await asked(advisor)).toEqual([reads(false, true), 200]);
      // They have the department's destinations, and a member has no mails.
      for (const { memberToken } of [champion, setup, member]) {
        expect((await asked(memberToken))[1]).toBe(403);
      }
      expect((await asked(undefined))[1]).toBe(401);
      const elsewhere = `/v1/departments/of-another-company/own-mail` as const;
      expect((await world.ask(`GET ${elsewhere}`, { token: advisor })).status).toBe(404);
      expect((await world.ask(`PUT ${elsewhere}`, { token: advisor, body })).status).toBe(404);
      await world.ask('PUT /v1/me', { token: advisor, body: { email: null } });
      expect(await asked(advisor)).toEqual([reads(false, false), 409]);
      const half = await world.ask('PUT /v1/me', { token: advisor, body: { email: 'advisor@' } });
      expect(half.status).toBe(422);
      const mended = { email: 'other@example.com', language: 'en' };
      await world.ask('PUT /v1/me', { token: advisor, body: mended });
      expect(await asked(advisor)).toEqual([reads(false, true), 200]);
    },
    SLOW_MS,
  );
});
