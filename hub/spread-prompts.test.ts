import { expect, it } from 'vitest';
import type { DepartmentLibrary, PromptOffer, WorkflowAct } from '../lib/contract/hub/sharing.ts';
import { joinAll, onBothHubs, setUp, type HubWorlds } from '../test/support/hub-world.ts';
import { promptText } from '../test/support/sharing-world.ts';

const QUOTES = {
  name: '見積書の作成',
  kind: 'sales',
  rhythm: { kind: 'everyWorkday' },
  minutes: 20,
};

/** 営業 has a workflow with two prompts in use and one that waits; its champion proposed it to 経理. */
async function createCompany(worlds: HubWorlds) {
  const world = await worlds.fresh();
  const { memberToken: owner, departments } = await setUp(world);
  const [sales, office] = departments;
  if (!sales || !office) throw new Error('two departments');
  const [author, newcomer] = await joinAll(world, sales.invites.member, 2);
  const [seller] = await joinAll(world, sales.invites.champion);
  const [clerk] = await joinAll(world, office.invites.member);
  const [keeper] = await joinAll(world, office.invites.champion);
  const tokenOf = (person: { memberToken: string } | undefined) => person?.memberToken ?? '';
  const sent = async (request: `${'PUT' | 'POST'} /${string}`, token: string, body: object) => {
    const answer = await world.ask(request, { token, body });
    if (answer.status >= 300) throw new Error(`${request}: ${answer.text}`);
    return answer;
  };
  await sent('PUT /v1/me', tokenOf(author), { displayName: '山田' });
  await sent('POST /v1/workflows', tokenOf(seller), { ...QUOTES, id: 'quotes' });
  const share = async (id: string, workflowId?: string, approved = true) => {
    const text = promptText({ title: id });
    const body = { id, text, named: true, ...(workflowId === undefined ? {} : { workflowId }) };
    await sent('POST /v1/prompts', tokenOf(author), body);
    if (approved)
      await sent(`PUT /v1/prompts/${id}`, tokenOf(seller), { do: 'approve', version: 1 });
  };
  await share('first', 'quotes');
  await share('second', 'quotes');
  await share('waiting', 'quotes', false);
  await share('beside');
  const spread = async () =>
    (
      await sent('POST /v1/workflows/quotes/spread', tokenOf(seller), { departmentId: office.id })
    ).json<{ id: string }>().id;
  const library = async (token: string, departmentId = office.id) =>
    world.ask(`GET /v1/departments/${departmentId}/library`, { token });
  return {
    world,
    sales: sales.id,
    tokens: {
      owner,
      seller: tokenOf(seller),
      author: tokenOf(author),
      newcomer: tokenOf(newcomer),
      keeper: tokenOf(keeper),
      clerk: tokenOf(clerk),
    },
    spread,
    library,
    read: async (token: string, departmentId = office.id) =>
      (await library(token, departmentId)).json<DepartmentLibrary>(),
    decide: async (token: string, id: string, act: WorkflowAct) =>
      (await world.ask(`PUT /v1/workflows/${id}`, { token, body: act })).status,
    sent,
  };
}

const chosenOf = ([offer]: readonly PromptOffer[], ...ids: readonly string[]) =>
  (offer?.prompts ?? [])
    .filter(({ id }) => ids.includes(id))
    .map(({ id, version }) => ({ id, version }));

onBothHubs('a workflow that spreads', (worlds) => {
  it('brings its prompts in use to be read: texts without names, use or days, and to those who decide alone', async () => {
    const company = await createCompany(worlds);
    const { tokens, read, library, spread } = company;
    expect((await read(tokens.keeper)).offers).toEqual([]);
    const proposal = await spread();
    const { offers, prompts } = await read(tokens.keeper);
    expect(offers).toEqual([
      {
        workflowId: proposal,
        from: '営業',
        prompts: [
          { id: 'first', version: 1, text: promptText({ title: 'first' }) },
          { id: 'second', version: 1, text: promptText({ title: 'second' }) },
        ],
      },
    ]);
    // Nothing of it is there yet, for nobody.
    expect(prompts).toEqual([]);
    const clerks = await company.world.ask('GET /v1/prompts', { token: tokens.clerk });
    expect(clerks.json()['prompts']).toEqual([]);
    expect((await library(tokens.clerk)).status).toBe(403);
    expect((await library(tokens.seller)).status).toBe(403);
    expect((await read(tokens.seller, company.sales)).offers).toEqual([]);
  });

  it('becomes the department’s with what was chosen of them, once, without the author’s name', async () => {
    const { world, tokens, read, spread, decide } = await createCompany(worlds);
    const proposal = await spread();
    const { offers } = await read(tokens.keeper);
    const act = { do: 'accept', prompts: chosenOf(offers, 'second') } as const;
    expect(await decide(tokens.clerk, proposal, act)).toBe(403);
    expect(await decide(tokens.seller, proposal, act)).toBe(403);
    const both = await Promise.all([1, 2].map(() => decide(tokens.keeper, proposal, act)));
    expect(both.toSorted()).toEqual([204, 409]);
    const after = await read(tokens.keeper);
    expect(after.offers).toEqual([]);
    expect(after.prompts).toMatchObject([
      {
        workflowId: proposal,
        state: 'inUse',
        from: '営業',
        inUse: { version: 1, text: promptText({ title: 'second' }) },
      },
    ]);
    expect(after.prompts[0]?.inUse).not.toHaveProperty('author');
    const [seen] = (await world.ask('GET /v1/prompts', { token: tokens.clerk })).json<{
      prompts: { id: string; inUse: object }[];
    }>().prompts;
    expect(seen?.inUse).not.toHaveProperty('author');
    // The champion goes on writing it. Taken off and accepted again it is still one, and still theirs.
    const revised = { do: 'revise', text: promptText({ title: '経理の見積書' }) };
    for (const body of [revised, { do: 'approve', version: 2 }]) {
      const answer = await world.ask(`PUT /v1/prompts/${seen?.id}`, { token: tokens.keeper, body });
      expect(answer.status).toBe(200);
    }
    expect(await decide(tokens.keeper, proposal, { do: 'retire' })).toBe(204);
    expect(await decide(tokens.keeper, proposal, act)).toBe(204);
    expect((await read(tokens.keeper)).prompts).toMatchObject([
      { from: '営業', inUse: { version: 2, text: { title: '経理の見積書' } } },
    ]);
    // What it was copied from stays as it was.
    const theirs = await world.ask('GET /v1/prompts', { token: tokens.newcomer });
    expect(theirs.text).toContain('"title":"second"');
    expect(theirs.text).not.toContain('経理');
  });

  it('is accepted without prompts too, and says no to what is not offered or has changed since', async () => {
    const { tokens, read, spread, decide, sent } = await createCompany(worlds);
    const proposal = await spread();
    for (const prompts of [
      [{ id: 'waiting', version: 1 }],
      [{ id: 'beside', version: 1 }],
      [{ id: 'none', version: 1 }],
      [{ id: 'first', version: 2 }],
    ]) {
      expect(await decide(tokens.keeper, proposal, { do: 'accept', prompts })).toBe(409);
    }
    const { offers } = await read(tokens.keeper);
    const text = promptText({ title: 'better' });
    await sent('POST /v1/prompts', tokens.author, { improves: 'first', text });
    await sent('PUT /v1/prompts/first', tokens.seller, { do: 'approve', version: 2 });
    const act = { do: 'accept', prompts: chosenOf(offers, 'first', 'second') } as const;
    expect(await decide(tokens.keeper, proposal, act)).toBe(409);
    // Refused means nothing was taken, the workflow neither.
    expect(await read(tokens.keeper)).toMatchObject({
      prompts: [],
      workflows: [{ state: 'proposed' }],
      offers: [{ prompts: [{ version: 2, text: { title: 'better' } }, {}] }],
    });
    expect(await decide(tokens.keeper, proposal, { do: 'accept' })).toBe(204);
    expect(await read(tokens.keeper)).toMatchObject({ prompts: [], offers: [] });
  });

  it('offers nothing more once it is declined or taken off where it came from, and nothing twice', async () => {
    const { tokens, read, spread, decide, sent, sales } = await createCompany(worlds);
    const proposal = await spread();
    expect(await decide(tokens.keeper, proposal, { do: 'withdraw' })).toBe(204);
    expect((await read(tokens.keeper)).offers).toEqual([]);
    expect(await spread()).toBe(proposal);
    const { offers } = await read(tokens.keeper);
    const first = { do: 'accept', prompts: chosenOf(offers, 'first') } as const;
    expect(await decide(tokens.seller, 'quotes', { do: 'retire' })).toBe(204);
    expect((await read(tokens.keeper)).offers).toEqual([]);
    expect(await decide(tokens.keeper, proposal, first)).toBe(409);
    expect(await decide(tokens.seller, 'quotes', { do: 'accept' })).toBe(204);
    expect(await decide(tokens.keeper, proposal, first)).toBe(204);
    // Proposed back, it brings 営業 nothing that 営業 wrote itself.
    await sent(`POST /v1/workflows/${proposal}/spread`, tokens.keeper, { departmentId: sales });
    expect((await read(tokens.seller, sales)).offers).toEqual([]);
  });

  it('keeps the department’s copy when the champion who took it over is erased', async () => {
    const { world, tokens, read, spread, decide } = await createCompany(worlds);
    const proposal = await spread();
    const { offers } = await read(tokens.keeper);
    await decide(tokens.keeper, proposal, { do: 'accept', prompts: chosenOf(offers, 'first') });
    expect((await world.ask('DELETE /v1/me?rows=now', { token: tokens.keeper })).status).toBe(204);
    const { prompts } = await read(tokens.owner);
    expect(prompts).toMatchObject([{ state: 'inUse', from: '営業' }]);
  });
});
