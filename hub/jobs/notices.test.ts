import { expect, it } from 'vitest';
import type { MeetingsReply } from '../../lib/contract/hub/meetings.ts';
import type { ProgrammeReply } from '../../lib/contract/hub/programme.ts';
import { programme } from '../../lib/i18n/programme.ts';
import { onBothHubs, type HubWorld } from '../../test/support/hub-world.ts';
import { mailedWeeks } from '../../test/support/mailed-weeks.ts';
import { readAloud } from '../../test/support/read-aloud.ts';
import { createNoticeQueue } from './enqueue-notices.ts';
import { createJobs } from './jobs.ts';

const SLOW_MS = 60_000;
const WORKFLOW = {
  id: 'quotes',
  name: '見積書の作成',
  kind: 'sales',
  rhythm: { kind: 'everyWorkday' },
  minutes: 20,
};

onBothHubs('notices by mail', (worlds) => {
  const weeks = mailedWeeks(worlds);
  const { at, tickAt, told } = weeks;
  const icsOf = (kind: string): string[] =>
    told(kind).map(({ parsed }) =>
      parsed.attachments
        .filter(
          ({ contentType }) => contentType.includes('ics') || contentType.includes('calendar'),
        )
        .map(({ content }) => content.toString('utf8'))
        .join('')
        .replaceAll('\r\n ', ''),
    );
  const put = async (world: HubWorld, path: string, body: unknown, token?: string) => {
    const answer = await world.ask(`PUT /v1/departments/${weeks.weekly.sales}/${path}`, {
      token: token ?? weeks.weekly.champion.memberToken,
      body,
    });
    expect(answer.status).toBeLessThan(300);
  };

  async function setGoal(world: HubWorld, share: number): Promise<void> {
    const goal = {
      purpose: 'hands',
      sentence: '見積もりを半分の時間で返す',
      share,
      by: '2027-03-31',
      departmentIds: [weeks.weekly.sales],
      workflowIds: ['quotes'],
    };
    const token = weeks.weekly.setup.memberToken;
    expect((await world.ask('PUT /v1/goal', { token, body: goal })).status).toBe(200);
  }

  /** A programme of 営業 that begins on Monday the 19th of October 2026, at an owner with an address. */
  async function begin(share = 0.6): Promise<void> {
    const world = await at('2026-10-16T12:00:00+09:00');
    const owner = weeks.weekly.setup.memberToken;
    const { sales } = weeks.weekly;
    await world.ask('PUT /v1/me', { token: owner, body: { email: 'owner@example.com' } });
    const body = { ...WORKFLOW, departmentId: sales };
    expect((await world.ask('POST /v1/workflows', { token: owner, body })).status).toBe(201);
    await setGoal(world, share);
    await put(world, 'appointment', { memberId: weeks.weekly.champion.memberId }, owner);
    await put(world, 'programme', { startedOn: '2026-10-19' });
  }

  /** Two meetings in a row at a goal that five of eight have reached; the second is of the 17th of November. */
  async function pass(): Promise<void> {
    await begin(0.3);
    for (const day of ['2026-11-10', '2026-11-17']) {
      await put(await at(`${day}T11:00:00+09:00`), `meetings/${day}`, { notes: '三人で試す。' });
    }
  }

  it(
    'tell the champion of a standing still, and the sponsor seven days later if it lasts',
    async () => {
      await begin();
      // No meeting for 21 days on Monday the 9th of November.
      await tickAt('2026-11-06T12:00:00+09:00');
      expect(told('standstill')).toHaveLength(0);
      await tickAt('2026-11-09T08:59:00+09:00');
      expect(told('standstill')).toHaveLength(0);
      await tickAt('2026-11-09T09:00:00+09:00');
      await tickAt('2026-11-10T09:00:00+09:00');
      expect(told('standstill').map(({ to }) => to)).toEqual([['hanako@example.com']]);
      const mail = told('standstill')[0]?.parsed;
      expect(mail?.subject).toBe('【リハーサル】営業の 16 週間：進みが止まっています');
      for (const said of [
        '21 日以上、定例がありません（はじめの定例はこれからです）',
        '15 分だけ',
        '11月16日(月)',
        '人事評価には使いません',
      ]) {
        expect(readAloud(mail?.text)).toContain(said);
        expect(readAloud(mail?.html)).toContain(said);
      }
      expect(mail?.headers.get('list')).toBeDefined();
      await tickAt('2026-11-13T12:00:00+09:00');
      expect(told('standstill')).toHaveLength(1);
      await tickAt('2026-11-16T09:00:00+09:00');
      await tickAt('2026-11-17T09:00:00+09:00');
      expect(told('standstill').map(({ to }) => to)).toEqual([
        ['hanako@example.com'],
        ['owner@example.com'],
      ]);
      expect(told('standstill')[1]?.parsed.text).toContain('11月9日(月)');
    },
    SLOW_MS,
  );

  it(
    'tell the sponsor of nothing that was put right',
    async () => {
      await begin();
      const world = await tickAt('2026-11-09T09:00:00+09:00');
      await put(world, 'meetings/2026-11-09', { notes: '三人で試す。' });
      await tickAt('2026-11-10T09:00:00+09:00');
      expect(told('standstill')).toHaveLength(1);
      await tickAt('2026-11-16T09:00:00+09:00');
      await tickAt('2026-11-17T09:00:00+09:00');
      // The meeting agreed on nothing: that is the champion's to hear after a week of quiet, and not the sponsor's yet.
      expect(told('standstill').map(({ to }) => to)).toEqual([
        ['hanako@example.com'],
        ['hanako@example.com'],
      ]);
    },
    SLOW_MS,
  );

  it(
    'tell the champion that the exit test was passed, within the day and once',
    async () => {
      await pass();
      const world = await at('2026-11-17T12:00:00+09:00');
      const look = createNoticeQueue(world.hub);
      const moment = (hour: string) => Date.parse(`2026-11-17T${hour}:00:00+09:00`);
      await look(moment('12'));
      await createJobs(world.hub).tick();
      await tickAt('2026-11-18T09:00:00+09:00');
      expect(told('passed').map(({ to }) => to)).toEqual([['hanako@example.com']]);
      const mail = told('passed')[0]?.parsed;
      expect(mail?.subject).toBe('【リハーサル】営業：16 週間を修了しました');
      for (const said of [
        '目標（30%）に届きました',
        '11月10日(火)（11月2日〜8日の週の割合）',
        '11月17日(火)（11月9日〜15日の週の割合）',
        '2 か月続けて下回ったときだけ',
      ]) {
        expect(mail?.text).toContain(said);
        expect(readAloud(mail?.html)).toContain(said);
      }
    },
    SLOW_MS,
  );

  it(
    'leave a pass that was told as it is when the goal is raised, until a programme begins anew',
    async () => {
      await pass();
      const world = await tickAt('2026-11-18T09:00:00+09:00');
      expect(told('passed')).toHaveLength(1);
      const aim = async (share: number) => {
        await setGoal(world, share);
        const answer = await world.ask(`GET /v1/departments/${weeks.weekly.sales}/programme`, {
          token: weeks.weekly.champion.memberToken,
        });
        const { goal, programme: view } = answer.json<ProgrammeReply>();
        return [view?.phase, goal];
      };
      expect(await aim(0.9)).toEqual(['passed', 0.3]);
      expect(await aim(0.2)).toEqual(['passed', 0.2]);
      expect(await aim(0.9)).toEqual(['passed', 0.3]);
      await put(world, 'programme', { startedOn: '2026-10-20' });
      expect(await aim(0.9)).toEqual(['running', 0.9]);
    },
    SLOW_MS,
  );

  it(
    'keep no goal of a pass that nobody was told of',
    async () => {
      await pass();
      await setGoal(await at('2026-11-17T12:00:00+09:00'), 0.9);
      const { hub } = await tickAt('2026-11-18T09:00:00+09:00');
      expect(told('passed')).toHaveLength(0);
      const all = await hub.programmes.ofOrganisation(weeks.weekly.setup.organisationId);
      expect(all.get(weeks.weekly.sales)).toMatchObject({ passedGoal: undefined });
    },
    SLOW_MS,
  );

  it(
    'tell no old news: of another day because the goal was changed, or of a month ago',
    async () => {
      await pass();
      await tickAt('2026-12-21T09:00:00+09:00');
      expect(told('passed')).toHaveLength(0);
      // Told of a day that is longer ago than news are.
      const { hub } = await at('2026-12-16T09:00:00+09:00');
      const words = { subject: '', heading: '', lead: '', sections: [] };
      const content = JSON.stringify({ department: '営業', words: { ja: words, en: words } });
      const { organisationId } = weeks.weekly.setup;
      const key = { organisationId, departmentId: weeks.weekly.sales, kind: 'passed' } as const;
      const dueAt = hub.clock.now();
      await hub.sending.slots.open({ ...key, period: '2026-11-10', dueAt, content }, [], dueAt);
      await createJobs(hub).tick();
      expect(told('passed')).toHaveLength(0);
    },
    SLOW_MS,
  );

  it(
    'look for a passed exit test again in the hours after the morning',
    async () => {
      await begin(0.3);
      await put(await at('2026-11-10T11:00:00+09:00'), 'meetings/2026-11-10', { notes: '' });
      const morning = await at('2026-11-17T09:00:00+09:00');
      const look = createNoticeQueue(morning.hub);
      await look(Date.parse('2026-11-17T09:00:00+09:00'));
      await put(morning, 'meetings/2026-11-17', { notes: '' });
      expect(await look(Date.parse('2026-11-17T09:30:00+09:00'))).toBe(0);
      expect(await look(Date.parse('2026-11-17T10:00:00+09:00'))).toBe(1);
      expect(await look(Date.parse('2026-11-17T11:00:00+09:00'))).toBe(0);
    },
    SLOW_MS,
  );

  it(
    'ring once when the share was under the goal for two months after the exit test was passed',
    async () => {
      await pass();
      // Nobody uses anything any more.
      await tickAt('2027-01-08T09:00:00+09:00');
      expect(told('alarm')).toHaveLength(0);
      await tickAt('2027-02-01T09:00:00+09:00');
      await tickAt('2027-03-01T09:00:00+09:00');
      expect(told('alarm').map(({ to }) => to)).toEqual([['hanako@example.com']]);
      for (const said of ['30%', '2026年12月', '2027年1月', '次の定例で']) {
        expect(told('alarm')[0]?.parsed.text).toContain(said);
      }
    },
    SLOW_MS,
  );

  it(
    'ring not where the exit test was never passed, and say there that it is still open',
    async () => {
      await begin();
      // The sixteen weeks end in February 2027; nobody meets.
      for (const month of ['03', '04', '05', '06']) {
        await tickAt(`2027-${month}-03T09:00:00+09:00`);
      }
      expect(told('alarm')).toHaveLength(0);
      expect(told('passed')).toHaveLength(0);
      const [mail] = told('standstill');
      expect(mail?.parsed.subject).toContain('16 週間のあと：進みが止まっています');
      expect(mail?.parsed.text).toContain(`${programme.ja.over}。${programme.ja.stillOpen}`);
    },
    SLOW_MS,
  );

  it(
    'invite to a meeting two working days before, and change or clear the same event later',
    async () => {
      const early = await at('2026-11-02T12:00:00+09:00');
      const plan = { weekday: 2, weeks: 'secondAndFourth', startsAt: 600, minutes: 30 };
      await tickAt('2026-11-20T09:00:00+09:00');
      // Nobody said when they meet.
      expect(told('meeting')).toHaveLength(0);
      await put(early, 'meeting-plan', plan);
      // The meeting is on Tuesday the 24th; Monday the 23rd is a holiday.
      await tickAt('2026-11-18T12:00:00+09:00');
      expect(told('meeting')).toHaveLength(0);
      const world = await tickAt('2026-11-19T09:00:00+09:00');
      await tickAt('2026-11-20T09:00:00+09:00');
      expect(told('meeting').map(({ to }) => to)).toEqual([['hanako@example.com']]);
      const [mail] = told('meeting');
      expect(mail?.parsed.subject).toBe('【リハーサル】AI 定例（営業）11月24日(火) 10:00');
      for (const said of ['目標と実績', '持ち越し', '5 分の準備', '新しいことをひとつ']) {
        expect(mail?.parsed.text).toContain(said);
        expect(readAloud(mail?.parsed.html)).toContain(said);
      }
      expect(icsOf('meeting')[0]).toContain('METHOD:PUBLISH');
      expect(icsOf('meeting')[0]).toContain('DTSTART:20261124T010000Z');
      expect(icsOf('meeting')[0]).toContain('SEQUENCE:0');
      await put(world, 'meeting-plan', { ...plan, startsAt: 15 * 60 });
      await tickAt('2026-11-20T10:00:00+09:00');
      await put(world, 'meeting-plan', { ...plan, weeks: 'firstAndThird' });
      await tickAt('2026-11-20T11:00:00+09:00');
      await tickAt('2026-11-20T12:00:00+09:00');
      const [first, moved, off, ...more] = icsOf('meeting');
      expect(more).toEqual([]);
      expect(moved).toContain('DTSTART:20261124T060000Z');
      expect(moved).toContain('SEQUENCE:1');
      expect(off).toContain('STATUS:CANCELLED');
      expect(off).toContain('SEQUENCE:2');
      const uid = /UID:\S+/.exec(first ?? '')?.[0];
      expect(uid).toBe(`UID:meeting-${weeks.weekly.sales}-2026-11-24@banso`);
      expect([moved, off].every((text) => text?.includes(uid ?? '-'))).toBe(true);
      expect(told('meeting')[2]?.parsed.text).toContain('次の定例は 12月1日(火)');
    },
    SLOW_MS,
  );

  it(
    'carry no question’s words, only their number',
    async () => {
      const world = await at('2026-11-18T12:00:00+09:00');
      const plan = { weekday: 2, weeks: 'secondAndFourth', startsAt: 600, minutes: 30 };
      await put(world, 'meeting-plan', plan);
      const asked = await world.ask('POST /v1/help', {
        token: weeks.weekly.member.memberToken,
        body: { id: 'question-1', text: '内緒の相談です' },
      });
      expect(asked.status).toBe(204);
      await tickAt('2026-11-19T09:00:00+09:00');
      const [mail] = told('meeting');
      expect(mail?.parsed.text).toContain('1 件あります');
      expect(`${mail?.parsed.text} ${mail?.parsed.html}`).not.toContain('内緒');
    },
    SLOW_MS,
  );

  it(
    'tell what was done in one agenda: in the next after it',
    async () => {
      const { sales, champion } = weeks.weekly;
      const token = champion.memberToken;
      const act = async (on: string, id: string, body: unknown) => {
        const world = await at(on);
        const path = `/v1/departments/${sales}/actions` as const;
        if (id === '') await world.ask(`POST ${path}`, { token, body });
        else await world.ask(`PUT ${path}/${id}`, { token, body });
        return world;
      };
      await act('2026-11-04T12:00:00+09:00', '', { id: 'sent', text: '招待を送る' });
      await act('2026-11-05T12:00:00+09:00', 'sent', { do: 'finish' });
      const meeting = await act('2026-11-10T12:00:00+09:00', '', { id: 'form', text: '型を書く' });
      await put(meeting, 'meeting-plan', {
        weekday: 2,
        weeks: 'secondAndFourth',
        startsAt: 600,
        minutes: 30,
      });
      await put(meeting, 'meetings/2026-11-10', { notes: '' });
      const later = await act('2026-11-12T12:00:00+09:00', 'form', { do: 'finish' });
      await later.ask(`POST /v1/departments/${sales}/meetings/2026-11-10/minutes`, { token });
      await tickAt('2026-11-19T09:00:00+09:00');
      const agenda = told('meeting')[0]?.parsed.text;
      expect(agenda).toContain('型を書く');
      expect(agenda).not.toContain('招待を送る');
      // The minutes of a first meeting have all of it.
      expect(told('minutes')[0]?.parsed.text).toContain('招待を送る');
    },
    SLOW_MS,
  );

  it(
    'send minutes once, as they are when they are sent, with the same id after a crash',
    async () => {
      const world = await at('2026-11-10T12:00:00+09:00');
      await put(world, 'meetings/2026-11-10', { notes: '三人で試した。\n次は請求書。' });
      const { sales, champion, member } = weeks.weekly;
      const action = { text: '型を書く', assignee: '佐藤', dueDay: '2026-11-20' };
      const token = champion.memberToken;
      await world.ask(`POST /v1/departments/${sales}/actions`, { token, body: action });
      const route = `POST /v1/departments/${sales}/meetings/2026-11-10/minutes` as const;
      expect((await world.ask(route, { token: member.memberToken })).status).toBe(403);
      const other = `POST /v1/departments/${sales}/meetings/2026-11-09/minutes` as const;
      expect((await world.ask(other, { token })).status).toBe(404);
      const sent = await world.ask(route, { token });
      expect([sent.status, sent.json()]).toEqual([201, { readers: 1 }]);
      expect((await world.ask(route, { token })).status).toBe(409);
      await put(world, 'meetings/2026-11-10', { notes: 'あとから直した' });
      weeks.server.treat((attempt) => (attempt === 0 ? 'dropInData' : 'accept'));
      await tickAt('2026-11-10T12:01:00+09:00');
      await tickAt('2026-11-10T12:10:00+09:00');
      await tickAt('2026-11-10T12:20:00+09:00');
      expect(told('minutes')).toHaveLength(1);
      const mail = told('minutes')[0]?.parsed;
      expect(mail?.subject).toContain('営業 AI 定例 2026年11月10日 の議事録');
      for (const said of [
        '三人で試した。',
        '次は請求書。',
        '型を書く（担当 佐藤、11月20日(金) まで）',
      ]) {
        expect(mail?.text).toContain(said);
        expect(readAloud(mail?.html)).toContain(said);
      }
      expect(mail?.text).not.toContain('あとから直した');
      const reply = await world.ask(`GET /v1/departments/${sales}/meetings`, { token });
      expect(reply.json<MeetingsReply>().held[0]?.minutesSentAt).toBeGreaterThan(0);
    },
    SLOW_MS,
  );
});
