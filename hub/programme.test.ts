import { expect, it } from 'vitest';
import type { CompanyGoal, GoalReply } from '../lib/contract/hub/programme.ts';
import { addDays, dayRange, type DayKey } from '../lib/domain/day.ts';
import { at, begin, createCompany, programmeOf, run, START } from '../test/support/goal-company.ts';
import { onBothHubs } from '../test/support/hub-world.ts';

onBothHubs('the goal', (worlds) => {
  it('is set by the owner, read by everybody, and is the summary’s number', async () => {
    const { world, sales, owner, champion, people, goal } = await createCompany(worlds);
    expect((await world.ask('GET /v1/goal', { token: owner })).json()).toEqual({});
    const set = { token: owner, body: goal() };
    expect((await world.ask('PUT /v1/goal', set)).status).toBe(200);
    expect((await world.ask('PUT /v1/goal', { ...set, token: champion.token })).status).toBe(403);
    const read = await world.ask('GET /v1/goal', { token: people[0]?.memberToken });
    expect(read.json<GoalReply>().goal).toMatchObject({ share: 0.6, departmentIds: [sales] });
    const organisation = await world.ask('GET /v1/organisation', { token: owner });
    expect(organisation.json()).toMatchObject({ goals: { habitual: 0.6 } });
    // The number is one: changed in the settings, it is changed here.
    await world.ask('PUT /v1/organisation', { token: owner, body: { goals: { habitual: 0.01 } } });
    expect((await world.ask('GET /v1/goal', { token: owner })).json<GoalReply>().goal?.share).toBe(
      0.01,
    );
    await world.ask('PUT /v1/organisation', { token: owner, body: { goals: {} } });
    expect((await world.ask('GET /v1/goal', { token: owner })).json()).toEqual({});
  });

  it('names departments and workflows that are there', async () => {
    const { world, owner, register, sales, goal } = await createCompany(worlds);
    await register(sales, 'quotes');
    const put = async (change: Partial<CompanyGoal>) =>
      (await world.ask('PUT /v1/goal', { token: owner, body: goal(change) })).json();
    expect(await put({ departmentIds: ['elsewhere'] })).toMatchObject({ field: 'departmentIds.0' });
    expect(await put({ workflowIds: ['quotes', 'none'] })).toMatchObject({
      field: 'workflowIds.1',
    });
    expect(await put({ share: 1.2 })).toMatchObject({ code: 'invalid', field: 'share' });
    expect(await put({ workflowIds: ['quotes'] })).toHaveProperty('goal');
  });
});

onBothHubs('a champion', (worlds) => {
  it('is appointed only once there is a goal and a workflow, in that order', async () => {
    const { world, owner, sales, office, champion, register, goal } = await createCompany(worlds);
    const appoint = async (department = sales) =>
      world.ask(`PUT /v1/departments/${department}/appointment`, {
        token: owner,
        body: { memberId: champion.id },
      });
    const start = async () =>
      world.ask(`PUT /v1/departments/${sales}/programme`, {
        token: owner,
        body: { startedOn: START },
      });
    expect((await programmeOf(world, owner, sales)).missing).toEqual([
      'goal',
      'workflow',
      'champion',
      'start',
    ]);
    const early = await appoint();
    expect([early.status, early.json()['detail']]).toEqual([
      409,
      expect.stringContaining('goal first'),
    ]);
    await world.ask('PUT /v1/goal', { token: owner, body: goal() });
    expect((await appoint()).json()['detail']).toContain('Register a workflow');
    await register(sales, 'quotes');
    expect((await start()).json()['detail']).toContain('Appoint a champion');
    expect((await appoint()).status).toBe(204);
    // The goal does not name the other department.
    await register(office, 'theirs');
    expect((await appoint(office)).status).toBe(409);
    expect(await programmeOf(world, owner, sales)).toMatchObject({
      missing: ['start'],
      goal: 0.6,
      champion: { name: 'メンバー' },
    });
    expect((await start()).json()).toMatchObject({
      missing: [],
      startedOn: START,
      programme: { phase: 'running', week: 1, actual: { meetings: 0 } },
    });
  });

  it('gets a champion’s rights by being appointed, and keeps other departments', async () => {
    const { world, owner, sales, people, champion, office, register, goal } =
      await createCompany(worlds);
    await register(sales, 'quotes');
    await register(office, 'theirs');
    await world.ask('PUT /v1/goal', {
      token: owner,
      body: goal({ departmentIds: [sales, office] }),
    });
    const [member] = people;
    for (const [department, memberId] of [
      [sales, member?.memberId],
      [office, champion.id],
    ]) {
      const request = `PUT /v1/departments/${department ?? ''}/appointment` as const;
      expect((await world.ask(request, { token: owner, body: { memberId } })).status).toBe(204);
    }
    const me = async (token: string | undefined) =>
      (await world.ask('GET /v1/me', { token })).json();
    expect(await me(member?.memberToken)).toMatchObject({
      role: 'champion',
      championOf: [{ id: sales }],
    });
    expect((await me(champion.token))['championOf']).toHaveLength(2);
    const unknown = { token: owner, body: { memberId: 'nobody' } };
    expect(
      (await world.ask(`PUT /v1/departments/${sales}/appointment`, unknown)).json(),
    ).toMatchObject({ field: 'memberId' });
  });

  it('who is erased is named nowhere, and the programme asks for another', async () => {
    const company = await createCompany(worlds);
    const { world, owner, sales, champion } = company;
    await begin(company);
    expect((await world.ask('DELETE /v1/me?rows=now', { token: champion.token })).status).toBe(204);
    const after = await programmeOf(world, owner, sales);
    expect(after.missing).toEqual(['champion']);
    expect(after).not.toHaveProperty('champion');
    expect(after.programme?.phase).toBe('running');
    const stored = await world.hub.programmes.ofDepartment({
      organisationId: company.organisationId,
      departmentId: sales,
    });
    expect(stored?.championId).toBeUndefined();
  });
});

onBothHubs('a programme', (worlds) => {
  it('shows its weeks, the share the floor lets out, and what stands still', async () => {
    const company = await createCompany(worlds);
    const { world, sales, champion, people } = company;
    await begin(company);
    const today = addDays(START, 7 * 9 + 2);
    const later = await worlds.beside(world, at(today));
    for (const { memberToken } of people.slice(0, 5)) {
      await run(later, memberToken, 'quotes', dayRange(START, addDays(today, -1)));
    }
    const { programme, goal } = await programmeOf(later, champion.token, sales);
    expect(goal).toBe(0.6);
    expect(programme).toMatchObject({
      phase: 'running',
      week: 10,
      expected: { stage: 'spread', meetings: 5, attached: 1 },
      actual: {
        meetings: 0,
        share: { shown: true, low: 5, high: 5, of: 8 },
        onCourse: 'yes',
        work: { tried: 1, attached: 1, registered: 1 },
      },
      exit: { passed: false, because: 'tooFewMeetings' },
      stalled: { reasons: [{ reason: 'noMeeting', since: addDays(START, 21) }], tells: 'sponsor' },
    });
    expect(programme?.weeks.map(({ state }) => state).slice(0, 11)).toEqual([
      ...Array.from({ length: 9 }, () => 'kept'),
      'open',
      'ahead',
    ]);
  });

  it('marks the meetings the department planned, on its own working days', async () => {
    const company = await createCompany(worlds);
    const { world, sales, champion } = company;
    await begin(company);
    const plan = { weekday: 3, weeks: 'firstAndThird', startsAt: 600, minutes: 30 };
    const path = `PUT /v1/departments/${sales}/meeting-plan` as const;
    const put = await world.ask(path, { token: champion.token, body: plan });
    expect(put.status).toBe(204);
    const { programme } = await programmeOf(world, champion.token, sales);
    // The first Wednesday of May 2026 is 振替休日, so the meeting is on the Thursday of the same week.
    expect(programme?.weeks.map(({ meeting }) => meeting ?? '-').join(' ')).toBe(
      '- planned - - planned - planned - planned - planned - planned - planned -',
    );
    expect(programme?.expected.meetings).toBe(0);
  });

  it('is judged by the meetings that were held, what was agreed in them, and open questions', async () => {
    const company = await createCompany(worlds);
    const { world, sales, champion, people } = company;
    await begin(company);
    for (const { memberToken } of people.slice(0, 5)) {
      await run(world, memberToken, 'quotes', dayRange(START, addDays(START, 7 * 9)));
    }
    const on = async (day: DayKey) => worlds.beside(world, at(day));
    const hold = async (day: DayKey) => {
      const { ask } = await on(day);
      const path = `PUT /v1/departments/${sales}/meetings/${day}` as const;
      const held = await ask(path, { token: champion.token, body: { notes: '' } });
      expect(held.status).toBe(204);
    };
    const [first, second, third] = [3, 45, 59].map((days) => addDays(START, days));
    if (first === undefined || second === undefined || third === undefined) throw new Error('days');
    await hold(first);
    const after = await on(addDays(START, 10));
    const { programme: early } = await programmeOf(after, champion.token, sales);
    expect(early?.stalled.reasons).toEqual([{ reason: 'noOpenAction', since: first }]);
    const agreed = await after.ask(`POST /v1/departments/${sales}/actions`, {
      token: champion.token,
      body: { text: '三人で試す' },
    });
    expect(agreed.status).toBe(201);
    const asked = { id: 'question', text: 'どう書けばよいですか' };
    await after.ask('POST /v1/help', { token: people[0]?.memberToken, body: asked });
    // Asked on a Thursday at noon: sixteen working hours are over on Monday.
    const monday = await on(addDays(START, 15));
    const { programme: slow } = await programmeOf(monday, champion.token, sales);
    expect(slow?.stalled.reasons).toEqual([{ reason: 'slowHelp', since: addDays(START, 14) }]);

    await hold(second);
    await hold(third);
    const { programme: passed } = await programmeOf(await on(third), champion.token, sales);
    expect(passed).toMatchObject({
      phase: 'passed',
      exit: { passed: true, on: third },
      stalled: { reasons: [] },
    });
  });

  it('begins within three months, and not long ago', async () => {
    const company = await createCompany(worlds);
    const { world, sales, owner } = company;
    await begin(company);
    const start = async (startedOn: DayKey) =>
      (
        await world.ask(`PUT /v1/departments/${sales}/programme`, {
          token: owner,
          body: { startedOn },
        })
      ).status;
    expect(await start(addDays(START, 93))).toBe(422);
    expect(await start(addDays(START, -113))).toBe(422);
    expect(await start(addDays(START, 14))).toBe(200);
    expect((await programmeOf(world, owner, sales)).programme?.phase).toBe('waiting');
  });

  it('is nobody’s of another department to see, and no member’s', async () => {
    const company = await createCompany(worlds);
    const { world, sales, stranger, people } = company;
    await begin(company);
    for (const part of ['programme', 'attachment']) {
      for (const token of [stranger, people[0]?.memberToken]) {
        const { status } = await world.ask(`GET /v1/departments/${sales}/${part}` as 'GET /', {
          token,
        });
        expect(status).toBe(403);
      }
    }
  });
});
