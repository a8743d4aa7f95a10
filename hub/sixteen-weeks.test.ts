import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, type DayKey } from '../lib/domain/day.ts';
import { shortDay } from '../lib/i18n/day-words.ts';
import type { HelpQueue } from '../lib/contract/hub/help.ts';
import {
  boardOf,
  createCompanyOfForty,
  START,
  write,
  type Company,
  type Habit,
} from '../test/support/company-of-forty.ts';
import { keptWeekOf, weekKeeper } from '../test/support/kept-weeks.ts';
import { hubWorlds, type HubWorlds } from '../test/support/hub-world.ts';
import { startSmtpServer, type TestSmtpServer } from '../test/support/smtp-server.ts';

/** Set when the story is played to be looked at, in Japanese or in English. */
const keeper = weekKeeper();
const language = keeper?.language ?? 'ja';
/** To be looked at it goes through every morning. */
const TIMEOUT_MS = keeper === undefined ? 60_000 : 300_000;

/** What the people of the company write. */
const SAID = {
  ja: {
    departments: ['営業', '総務', '製造', '経理'],
    quotes: '見積書の作成',
    minutes: '議事録の作成',
    goal: '見積もりを半分の時間で返す',
    notes: '三人で試す。',
    attempt: '三人で一週間ためす',
    later: '請求書の型を書く',
    question: '表を貼ると崩れます。',
    answer: '表は CSV で。',
  },
  en: {
    departments: ['Sales', 'Affairs', 'Works', 'Office'],
    quotes: 'Writing quotations',
    minutes: 'Writing minutes',
    goal: 'Quotations in half the time',
    notes: 'Three of us try it.',
    attempt: 'Three of us try it for a week',
    later: 'Write down how an invoice looks',
    question: 'A table that I paste falls apart.',
    answer: 'Paste tables as CSV.',
  },
}[language];
const [SALES = '', AFFAIRS = '', WORKS = '', OFFICE = ''] = SAID.departments;

/** Meets on the first and third Tuesday at ten. The 5th of May is a holiday, so that meeting is on the 7th. */
const PLAN = { weekday: 2, weeks: 'firstAndThird', startsAt: 600, minutes: 30 };
const MEETINGS = [
  '2026-04-07',
  '2026-04-21',
  '2026-05-07',
  '2026-05-19',
  '2026-06-02',
  '2026-06-16',
  '2026-07-07',
  '2026-07-21',
];

const MAY_7 = '2026-05-07' as DayKey;
const MAY_19 = '2026-05-19' as DayKey;

const inSixteen = (week: number): boolean => week <= 16;
/** Every week of the programme. */
const steady: Habit = { comes: inSixteen };
/** Goes on when it is over. */
const lasting: Habit = { comes: () => true };
/** Runs the quotations from the second week on. */
const quoting: Habit = { comes: inSixteen, runs: (week) => (week >= 2 ? { quotes: 1 } : {}) };
/** Alone with one piece of work, every week. */
const alone: Habit = { comes: inSixteen, runs: () => ({ minutes: 1 }) };
/** Comes from the third week on but for two: nine weeks of twelve by the end of the thirteenth, never four of four before. */
const late: Habit = { comes: (week) => inSixteen(week) && week >= 3 && week !== 5 && week !== 10 };
const never: Habit = { comes: () => false };
/** Every third week. */
const seldom: Habit = { comes: (week) => week % 3 === 0 };
const times = (count: number, habit: Habit): Habit[] => Array.from({ length: count }, () => habit);

/** Forty people with the owner, who is of 営業. */
const HABITS = {
  [SALES]: [
    ...times(3, quoting),
    alone,
    ...times(2, steady),
    ...times(2, lasting),
    ...times(3, late),
  ],
  [AFFAIRS]: [...times(4, steady), ...times(6, seldom)],
  [WORKS]: [...times(2, steady), ...times(4, seldom), ...times(4, never)],
  [OFFICE]: [...times(1, steady), ...times(7, never)],
};

async function begin(company: Company): Promise<void> {
  const { owner, departments } = company;
  const world = await company.at(`${START}T08:00:00+09:00`);
  const all = Object.values(departments);
  await world.ask('PUT /v1/me', { token: owner, body: { email: 'owner@example.com' } });
  for (const [index, { id }] of all.entries()) {
    for (const [work, name] of [
      ['quotes', SAID.quotes],
      ['minutes', SAID.minutes],
    ]) {
      const body = {
        id: index === 0 ? work : `${work}-${index}`,
        name,
        kind: 'sales',
        rhythm: { kind: 'everyWorkday' },
        minutes: 20,
        departmentId: id,
      };
      expect((await world.ask('POST /v1/workflows', { token: owner, body })).status).toBe(201);
    }
  }
  const goal = {
    purpose: 'hands',
    sentence: SAID.goal,
    share: 0.75,
    by: '2026-09-30',
    departmentIds: all.map(({ id }) => id),
    workflowIds: ['quotes'],
  };
  expect((await world.ask('PUT /v1/goal', { token: owner, body: goal })).status).toBe(200);
  for (const department of all) {
    const body = { memberId: department.champion.memberId };
    const path = `PUT /v1/departments/${department.id}/appointment` as const;
    expect((await world.ask(path, { token: owner, body })).status).toBe(204);
    await write(world, department, ['PUT', 'programme', { startedOn: START }]);
    await write(world, department, ['PUT', 'meeting-plan', PLAN]);
  }
}

const nine = (day: string): string => `${day}T09:00:00+09:00`;
const noon = (day: string): string => `${day}T12:00:00+09:00`;

describe('forty people over sixteen weeks', () => {
  const worlds: HubWorlds = hubWorlds();
  let server: TestSmtpServer;
  beforeEach(async () => {
    server = await startSmtpServer();
  });
  afterEach(async () => {
    await server.close();
  });
  const told = (kind: string, said: string) =>
    server.mails
      .filter(({ parsed }) => parsed.messageId?.startsWith(`<${kind}.`))
      .filter(({ parsed }) => parsed.text?.includes(said) ?? false);

  it(
    'pass where the habit came, stand still where nobody met, and are watched afterwards',
    async () => {
      const company = await createCompanyOfForty(worlds, HABITS, {
        env: { SMTP_URL: `smtp://127.0.0.1:${server.port}` },
        language,
      });
      await begin(company);
      const [sales, affairs, works, office] = SAID.departments.map(
        (name) => company.departments[name],
      );
      if (!sales || !affairs || !works || !office) throw new Error('four departments');
      let delivered = 0;
      /** Time goes on: the weeks before a day are delivered, then the hub is asked at that instant. */
      const then = async (instant: string) => {
        const weeks = Math.floor(
          (Date.parse(instant) - Date.parse(noon(START))) / 604_800_000 + 0.5,
        );
        for (; delivered < weeks; delivered += 1) await company.week(delivered + 1);
        return company.at(instant);
      };
      let morning = START;
      /** As `then`; who wants to see everything goes through every morning before it. */
      const at = async (instant: string) => {
        if (!keeper) return then(instant);
        for (; nine(morning) < instant; morning = addDays(morning, 1)) {
          await then(nine(morning));
          const week = keptWeekOf(morning);
          if (week !== undefined) await keeper.keep(await then(noon(morning)), week, noon(morning));
        }
        return then(instant);
      };
      const meet = async (day: string) => {
        const world = await at(noon(day));
        for (const each of [sales, affairs]) {
          await write(world, each, ['PUT', `meetings/${day}`, { notes: SAID.notes }]);
        }
        return world;
      };
      const programme = async (day: string, department = sales) =>
        (await boardOf(await at(noon(day)), department).programme()).programme;
      const quotes = async (day: string) =>
        (await boardOf(await at(noon(day)), sales).attachment()).cards.find(
          ({ id }) => id === 'quotes',
        );

      // The first meeting: each of three agrees on something; 経理 does not meet at all.
      const first = await meet('2026-04-07');
      await write(first, works, ['PUT', 'meetings/2026-04-07', { notes: '' }]);
      for (const [index, each] of [sales, affairs, works].entries()) {
        const action = { id: `try-${index}`, text: SAID.attempt, dueDay: '2026-04-17' };
        await write(first, each, ['POST', 'actions', action]);
      }
      await write(first, sales, ['POST', 'actions', { id: 'later', text: SAID.later }]);
      expect(await quotes('2026-04-13')).toMatchObject({ state: 'proposed', fellBack: false });
      expect(await quotes('2026-04-20')).toMatchObject({ state: 'trial' });

      // What was not done by the second is on the third's agenda, and is done there.
      const second = await meet('2026-04-21');
      await write(second, works, ['PUT', 'meetings/2026-04-21', { notes: '' }]);
      expect(await programme('2026-04-26', office)).toMatchObject({ stalled: { tells: 'nobody' } });
      expect(await programme('2026-04-27', office)).toMatchObject({
        stalled: {
          reasons: [{ reason: 'noMeeting', since: '2026-04-27' }],
          tells: 'champion',
          sponsorFrom: '2026-05-04',
        },
      });
      expect(await quotes('2026-04-27')).toMatchObject({ state: 'trial' });

      // Two working days before the 7th of May, over 昭和の日 and three days off.
      expect((await boardOf(await at(noon('2026-04-28')), sales).meetings()).next).toEqual({
        day: '2026-05-07',
        agendaOn: '2026-04-30',
      });
      const invitations = () => told('meeting', shortDay(MAY_7, language)).length;
      expect(invitations()).toBe(0);
      const agenda = await at(nine('2026-04-30'));
      expect(invitations()).toBeGreaterThan(0);
      const carried = told('meeting', shortDay(MAY_7, language)).filter(({ to }) =>
        to.includes('champion-0@example.com'),
      );
      expect(carried[0]?.parsed.text).toContain(SAID.attempt);
      expect((await boardOf(agenda, sales).meetings()).actions).toMatchObject([
        { id: 'try-0' },
        { id: 'later' },
      ]);
      expect(await programme('2026-05-03', office)).toMatchObject({
        stalled: { tells: 'champion' },
      });
      expect(await programme('2026-05-04', office)).toMatchObject({
        stalled: { tells: 'sponsor' },
      });
      // The sponsor's mail waits for the first working day.
      const standstills = (name: string) => told('standstill', name).flatMap(({ to }) => to);
      expect(standstills(OFFICE)).toEqual(['champion-3@example.com']);
      expect(await quotes('2026-05-04')).toMatchObject({ state: 'attached' });
      const third = await meet('2026-05-07');
      expect(standstills(OFFICE)).toEqual(['champion-3@example.com', 'owner@example.com']);
      await write(third, sales, ['PUT', 'actions/try-0', { do: 'finish' }]);
      const left = (await boardOf(third, sales).meetings()).actions;
      expect(left).toMatchObject([{ id: 'later' }, { id: 'try-0', doneAt: expect.any(Number) }]);
      expect(left[0]).not.toHaveProperty('doneAt');

      // 製造 met twice and then no more.
      expect(await programme('2026-05-11', works)).toMatchObject({ stalled: { tells: 'nobody' } });
      expect(await programme('2026-05-12', works)).toMatchObject({
        stalled: { reasons: [{ reason: 'noMeeting', since: '2026-05-12' }], tells: 'champion' },
      });
      await at(nine('2026-05-15'));
      const [next] = told('meeting', shortDay(MAY_19, language)).filter(({ to }) =>
        to.includes('champion-0@example.com'),
      );
      expect(next?.parsed.text).toContain(SAID.later);
      expect(await programme('2026-05-18', works)).toMatchObject({
        stalled: { tells: 'champion' },
      });
      expect(await programme('2026-05-19', works)).toMatchObject({ stalled: { tells: 'sponsor' } });
      expect(standstills(WORKS)).toEqual(['champion-2@example.com', 'owner@example.com']);

      for (const day of MEETINGS.slice(3, 5)) await meet(day);
      expect(await quotes('2026-06-08')).toMatchObject({ state: 'attached' });
      expect(await quotes('2026-06-15')).toMatchObject({ state: 'settled' });
      // From the third Tuesday of June to the first of July there are 21 days: who meets as planned is told of no standing still.
      await meet('2026-06-16');
      await at(nine('2026-07-07'));
      expect([...standstills(SALES), ...standstills(AFFAIRS)]).toEqual([]);
      await meet('2026-07-07');
      expect(await programme('2026-07-08')).toMatchObject({
        phase: 'running',
        exit: { passed: false, because: 'onlyOnce' },
      });

      // Asked on a Friday at four: two hours, a weekend, 海の日, and six hours of Tuesday.
      const friday = await at('2026-07-17T16:00:00+09:00');
      const asker = sales.people[1]?.token;
      const body = { id: 'question', text: SAID.question };
      expect((await friday.ask('POST /v1/help', { token: asker, body })).status).toBe(204);
      const last = await meet('2026-07-21');
      const waited = async (time: string) => {
        const { ask } = await at(`2026-07-21T${time}:00+09:00`);
        const token = sales.champion.memberToken;
        const queue = await ask(`GET /v1/departments/${sales.id}/help`, { token });
        return queue.json<HelpQueue>().questions[0];
      };
      expect(await waited('16:00')).toMatchObject({ waitedMinutes: 480, late: false });
      expect(await waited('16:01')).toMatchObject({ waitedMinutes: 481, late: true });
      await last.ask('PUT /v1/help/question', {
        token: sales.champion.memberToken,
        body: { do: 'answer', text: SAID.answer },
      });

      // Week 16.
      expect(await programme('2026-07-21')).toMatchObject({
        week: 16,
        phase: 'passed',
        exit: { passed: true, on: '2026-07-21' },
      });
      expect(await programme('2026-07-21', affairs)).toMatchObject({
        exit: { passed: false, because: 'underGoal' },
      });
      // The champion is told on the day.
      expect(told('passed', SALES).map(({ to }) => to)).toEqual([['champion-0@example.com']]);
      expect(await programme('2026-07-27', affairs)).toMatchObject({ phase: 'over' });

      // Then most stop: the work falls back, and the second month under the goal rings.
      expect(await quotes('2026-08-03')).toMatchObject({ state: 'settled', fellBack: false });
      expect(await quotes('2026-08-10')).toMatchObject({ state: 'trial', fellBack: true });
      expect(await quotes('2026-08-24')).toMatchObject({ state: 'proposed', fellBack: true });
      expect(await programme('2026-09-30')).toMatchObject({ watch: { alarm: false } });
      expect(await programme('2026-10-01')).toMatchObject({ watch: { alarm: true } });
      // Nothing fell where the exit test was not passed.
      expect(told('alarm', '').map(({ to }) => to)).toEqual([['champion-0@example.com']]);

      await keeper?.keep(await at(noon('2026-10-01')), 'after', noon('2026-10-01'));
      await keeper?.close(company, server.mails);
    },
    TIMEOUT_MS,
  );
});
