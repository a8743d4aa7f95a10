import { expect, it } from 'vitest';
import { addDays, dayRange } from '../lib/domain/day.ts';
import { joinAll, onBothHubs } from '../test/support/hub-world.ts';
import {
  at,
  begin,
  boardOf,
  createCompany,
  programmeOf,
  run,
  START,
} from '../test/support/goal-company.ts';

onBothHubs('the attachment board', (worlds) => {
  it('moves by runs, names the one to push, and falls back when they stop', async () => {
    const company = await createCompany(worlds);
    const { world, sales, champion, people, register } = company;
    await begin(company);
    await register(sales, 'minutes', '議事録の作成');
    const four = dayRange(START, addDays(START, 27));
    const later = await worlds.beside(world, at(addDays(START, 28)));
    for (const { memberToken } of people.slice(0, 5)) await run(later, memberToken, 'quotes', four);
    const board = await boardOf(later, champion.token, sales);
    expect(board).toMatchObject({
      coverage: { count: 1, of: 2 },
      push: { id: 'minutes', why: 'firstTrial' },
    });
    expect(board.cards.map(({ id, state, carriesGoal }) => [id, state, carriesGoal])).toEqual([
      ['quotes', 'attached', true],
      ['minutes', 'proposed', false],
    ]);
    // 5 people × 28 runs are told as at least 100; 20 minutes each, declared.
    expect(board.cards[0]).toMatchObject({ proposedBy: 'owner', minutes: 20, savedMinutes: 2000 });

    const fell = await worlds.beside(world, at(addDays(START, 42)));
    const after = await boardOf(fell, champion.token, sales);
    expect(after.cards[0]).toMatchObject({
      state: 'trial',
      fellBack: true,
      fellSince: addDays(START, 42),
    });
    expect(after.push).toEqual({ id: 'quotes', why: 'fellBack' });

    // Weeks later nobody runs it: still what fell back, and since when it stands where it fell to.
    const gone = await worlds.beside(world, at(addDays(START, 77)));
    const long = await boardOf(gone, champion.token, sales);
    expect(long.cards[0]).toMatchObject({
      state: 'proposed',
      fellBack: true,
      fellSince: addDays(START, 56),
    });
    expect(long.cards[1]).not.toHaveProperty('fellSince');
  });

  it('tells no state of a department under the floor, nor of weeks in which it was', async () => {
    const company = await createCompany(worlds);
    const { world, owner, sales, people, champion } = company;
    await begin(company);
    for (const { memberToken } of people.slice(3)) {
      await world.ask('DELETE /v1/me?rows=later', { token: memberToken });
    }
    await world.ask(`PUT /v1/members/${champion.id}`, {
      token: owner,
      body: { move: { departmentId: company.office } },
    });
    const later = await worlds.beside(world, at(addDays(START, 28)));
    // In the first week all eight still counted.
    const days = dayRange(addDays(START, 7), addDays(START, 27));
    for (const { memberToken } of people.slice(0, 3)) await run(later, memberToken, 'quotes', days);
    const small = await boardOf(later, owner, sales);
    expect(small).toMatchObject({ hiddenBecause: 'fewerThanFloor' });
    expect(small.cards[0]).not.toHaveProperty('state');
    expect(small).not.toHaveProperty('coverage');
    const programme = await programmeOf(later, owner, sales);
    expect(programme.programme?.actual).not.toHaveProperty('work');
    // Two newcomers today do not uncover what the three did.
    const [link] = (
      await later.ask(`POST /v1/departments/${sales}/invites`, {
        token: owner,
        body: { role: 'member', maxUses: 9 },
      })
    ).text.match(/https:[^"]+/) ?? [''];
    await joinAll(later, link, 4);
    const grown = await boardOf(later, owner, sales);
    expect(grown.cards[0]?.state).toBe('proposed');
  });

  it('keeps what was agreed, and only those who manage the department write it', async () => {
    const company = await createCompany(worlds);
    const { world, sales, champion, stranger, people } = company;
    await begin(company);
    const agreement = { agreed: '月曜の朝に使う', nextStep: '三人で試す', nextOn: '2026-04-20' };
    const put = async (token: string | undefined, body: unknown, id = 'quotes') =>
      (await world.ask(`PUT /v1/workflows/${id}/agreement`, { token, body })).status;
    expect(await put(champion.token, agreement)).toBe(204);
    expect(await put(stranger, agreement)).toBe(403);
    expect(await put(people[0]?.memberToken, agreement)).toBe(403);
    expect(await put(champion.token, agreement, 'none')).toBe(404);
    expect(await put(champion.token, { state: 'settled' })).toBe(422);
    expect((await boardOf(world, champion.token, sales)).cards[0]).toMatchObject(agreement);
    expect(await put(champion.token, { agreed: 'そのまま' })).toBe(204);
    const [card] = (await boardOf(world, champion.token, sales)).cards;
    expect(card).toMatchObject({ agreed: 'そのまま' });
    expect(card).not.toHaveProperty('nextOn');
  });

  it('spreads an attached workflow to a department with one like it, once', async () => {
    const company = await createCompany(worlds);
    const { world, sales, office, champion, stranger, people, register } = company;
    await begin(company);
    await register(office, 'theirs', '見積書を作成');
    const later = await worlds.beside(world, at(addDays(START, 28)));
    const days = dayRange(START, addDays(START, 27));
    for (const { memberToken } of people.slice(0, 5)) await run(later, memberToken, 'quotes', days);
    expect((await boardOf(later, champion.token, sales)).spreads).toEqual([
      { id: 'quotes', departmentId: office, departmentName: '経理' },
    ]);
    const spread = async (token: string, departmentId = office) =>
      later.ask('POST /v1/workflows/quotes/spread', { token, body: { departmentId } });
    expect((await spread(stranger)).status).toBe(403);
    expect((await spread(champion.token, sales)).status).toBe(422);
    expect((await spread(champion.token, 'elsewhere')).status).toBe(404);
    const made = await Promise.all([spread(champion.token), spread(champion.token)]);
    expect(made.map(({ status }) => status)).toEqual([201, 201]);
    expect(made[0]?.json()).toEqual(made[1]?.json());
    const theirs = await boardOf(later, stranger, office);
    expect(theirs.cards).toMatchObject([
      { id: 'theirs', waiting: false },
      {
        name: '見積書の作成',
        waiting: true,
        state: 'proposed',
        spreadFrom: '営業',
        proposedBy: 'champion',
      },
    ]);
    expect((await boardOf(later, champion.token, sales)).spreads).toEqual([]);
  });

  it('calls nothing fallen because of weeks in which too few were there to be told of', async () => {
    const company = await createCompany(worlds);
    const { world, owner, sales, people, champion } = company;
    await begin(company);
    const full = await worlds.beside(world, at(addDays(START, 28)));
    const first = dayRange(START, addDays(START, 27));
    for (const { memberToken } of people) await run(full, memberToken, 'quotes', first);
    for (const { memberToken: token } of people.slice(2)) {
      await full.ask('DELETE /v1/me?rows=later', { token });
    }
    const later = await worlds.beside(world, at(addDays(START, 70)));
    const since = dayRange(addDays(START, 28), addDays(START, 69));
    for (const token of [...people.slice(0, 2).map((each) => each.memberToken), champion.token]) {
      await run(later, token, 'quotes', since);
    }
    expect(await boardOf(later, champion.token, sales)).toHaveProperty('hiddenBecause');
    const invite = await later.ask(`POST /v1/departments/${sales}/invites`, {
      token: owner,
      body: { role: 'member', maxUses: 2 },
    });
    await joinAll(later, invite.json<{ link: string }>().link, 2);
    const [card] = (await boardOf(later, champion.token, sales)).cards;
    expect(card).toMatchObject({ state: 'proposed', fellBack: false });
  });

  it.each([
    ['ran it', 1],
    ['never did', 5],
  ])('tells of a fall no more once somebody is erased who %s', async (_, index) => {
    const company = await createCompany(worlds);
    const { world, sales, people, champion } = company;
    await begin(company);
    const runs = await worlds.beside(world, at(addDays(START, 28)));
    for (const token of [...people.slice(0, 2).map((each) => each.memberToken), champion.token]) {
      await run(runs, token, 'quotes', dayRange(START, addDays(START, 27)));
    }
    const later = await worlds.beside(world, at(addDays(START, 77)));
    const cardNow = async () => (await boardOf(later, champion.token, sales)).cards[0];
    expect(await cardNow()).toMatchObject({ state: 'proposed', fellBack: true });
    await later.ask('DELETE /v1/me?rows=now', { token: people[index]?.memberToken });
    const after = await cardNow();
    expect(after).toMatchObject({ state: 'proposed', fellBack: false });
    expect(after).not.toHaveProperty('fellSince');
  });
});
