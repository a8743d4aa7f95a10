import { expect, it } from 'vitest';
import type {
  NotesReply,
  PromptVersionsReply,
  SharedPrompt,
  SharedWorkflowDraft,
  SharedWorkflowsReply,
} from '../lib/contract/hub/sharing.ts';
import { onBothHubs } from '../test/support/hub-world.ts';
import {
  approvePrompt,
  createSharingWorld,
  promptText,
  type SharingWorld,
} from '../test/support/sharing-world.ts';
import { tidyUp } from './services/tidy-up.ts';

const WORK: SharedWorkflowDraft = {
  name: '見積対応',
  kind: 'sales',
  rhythm: { kind: 'weekdays', weekdays: [1, 4] },
  minutes: 20,
};
const better = promptText({ body: '{{取引先}}への返信を、三つの段落で書いてください。' });

onBothHubs('a prompt that is shared', (worlds) => {
  it('waits for the champion, then is in everyone’s list', async () => {
    const sharing = await createSharingWorld(worlds);
    const { tokens, submit, act, prompts, library } = sharing;
    const sent = await submit(tokens.author, { id: 'reply', named: true });
    expect(sent.status).toBe(201);
    expect(sent.json<SharedPrompt>().mine).toMatchObject({ version: 1, state: 'submitted' });
    // Nobody else sees it yet.
    expect((await prompts(tokens.colleague)).prompts).toEqual([]);
    expect((await prompts(tokens.author)).prompts).toHaveLength(1);
    expect((await library()).prompts).toMatchObject([
      { id: 'reply', state: 'waiting', open: { version: 1, state: 'submitted' } },
    ]);

    expect(await act(tokens.champion, 'reply', { do: 'approve', version: 1 })).toBe(200);
    const [seen] = (await prompts(tokens.colleague)).prompts;
    expect(seen).toMatchObject({ id: 'reply', inUse: { version: 1, text: promptText() } });
    expect(seen).not.toHaveProperty('mine');
    expect(seen?.inUse?.author).toBe('山田');
    expect((await prompts(tokens.author)).prompts[0]?.mine?.state).toBe('approved');
    expect((await prompts(tokens.stranger)).prompts).toEqual([]);
  });

  it('comes back with a word, and may be sent again', async () => {
    const { tokens, submit, act, prompts } = await createSharingWorld(worlds);
    await submit(tokens.author, { id: 'reply' });
    const word = '取引先の名前は空欄にしてください。\nほかはこのままで。';
    expect(await act(tokens.champion, 'reply', { do: 'return', version: 1, word })).toBe(200);
    expect((await prompts(tokens.author)).prompts[0]?.mine).toMatchObject({
      state: 'returned',
      word,
    });
    expect((await prompts(tokens.colleague)).prompts).toEqual([]);
    expect(await act(tokens.champion, 'reply', { do: 'approve', version: 1 })).toBe(409);
    expect(await act(tokens.author, 'reply', { do: 'revise', text: better, named: false })).toBe(
      200,
    );
    expect(await act(tokens.champion, 'reply', { do: 'approve', version: 1 })).toBe(409);
    expect(await act(tokens.champion, 'reply', { do: 'approve', version: 2 })).toBe(200);
    expect((await prompts(tokens.colleague)).prompts[0]?.inUse).toMatchObject({
      version: 2,
      text: better,
    });
  });

  it('stays in use while a better one waits, and a colleague may propose it', async () => {
    const sharing = await createSharingWorld(worlds);
    const { tokens, submit, act, prompts, world, sales } = sharing;
    const id = await approvePrompt(sharing);
    // Not by changing it.
    expect(await act(tokens.colleague, id, { do: 'revise', text: better, named: false })).toBe(403);
    const sent = await submit(tokens.colleague, { improves: id, text: better, named: true });
    expect(sent.json<SharedPrompt>()).toMatchObject({
      id,
      inUse: { version: 1 },
      mine: { version: 2, state: 'submitted' },
    });
    expect((await prompts(tokens.author)).prompts[0]?.inUse?.version).toBe(1);
    // The author waits for the answer.
    expect(await act(tokens.author, id, { do: 'revise', text: promptText(), named: false })).toBe(
      409,
    );
    expect(await act(tokens.champion, id, { do: 'approve', version: 2 })).toBe(200);
    const [seen] = (await prompts(tokens.author)).prompts;
    expect(seen?.inUse).toMatchObject({ version: 2, text: better, author: '鈴木' });

    const { versions } = (
      await world.ask(`GET /v1/departments/${sales}/prompts/${id}/versions`, {
        token: tokens.champion,
      })
    ).json<PromptVersionsReply>();
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(await act(tokens.champion, id, { do: 'reuse', version: 1 })).toBe(200);
    expect((await prompts(tokens.colleague)).prompts[0]?.inUse).toMatchObject({
      version: 3,
      text: promptText(),
    });
    expect(await act(tokens.champion, id, { do: 'reuse', version: 9 })).toBe(404);
  });

  it('is retired, never lost, and comes back', async () => {
    const sharing = await createSharingWorld(worlds);
    const { tokens, act, prompts, library } = sharing;
    const id = await approvePrompt(sharing);
    const { cursor } = await prompts(tokens.colleague);
    expect(await act(tokens.champion, id, { do: 'retire' })).toBe(200);
    expect(await prompts(tokens.colleague, cursor)).toMatchObject({
      complete: false,
      prompts: [],
      gone: [id],
    });
    expect((await prompts(tokens.author, cursor)).prompts[0]?.mine?.state).toBe('retired');
    expect((await library()).prompts[0]).toMatchObject({ state: 'retired', inUse: { version: 1 } });
    expect(await act(tokens.champion, id, { do: 'reuse', version: 1 })).toBe(200);
    expect((await prompts(tokens.colleague)).prompts).toHaveLength(1);
  });

  it('is taken back before it was read, and leaves nothing', async () => {
    const { tokens, submit, act, prompts, library } = await createSharingWorld(worlds);
    await submit(tokens.author, { id: 'reply', workflow: { id: 'quotes', ...WORK } });
    const { cursor } = await prompts(tokens.author);
    expect(await act(tokens.colleague, 'reply', { do: 'withdraw' })).toBe(403);
    expect(await act(tokens.author, 'reply', { do: 'withdraw' })).toBe(200);
    expect((await prompts(tokens.author, cursor)).gone).toEqual(['reply']);
    expect(await library()).toEqual({ workflows: [], prompts: [], notes: [], offers: [] });
    // The same prompt may be shared later.
    expect((await submit(tokens.author, { id: 'reply' })).json<SharedPrompt>().mine?.version).toBe(
      2,
    );
  });

  it('brings its workflow along, under the id that its author’s runs have', async () => {
    const { tokens, submit, act, world } = await createSharingWorld(worlds);
    const workflows = async (token: string) =>
      (await world.ask('GET /v1/workflows', { token })).json<SharedWorkflowsReply>().workflows;
    await submit(tokens.author, { id: 'reply', workflow: { id: 'quotes', ...WORK } });
    expect(await workflows(tokens.colleague)).toEqual([]);
    await act(tokens.champion, 'reply', { do: 'approve', version: 1 });
    expect(await workflows(tokens.colleague)).toMatchObject([{ id: 'quotes', ...WORK }]);
  });

  it('is one, however often it is sent', async () => {
    const { tokens, submit, prompts } = await createSharingWorld(worlds);
    const first = (await submit(tokens.author, { id: 'reply' })).json();
    expect((await submit(tokens.author, { id: 'reply' })).json()).toEqual(first);
    expect((await prompts(tokens.author)).prompts).toHaveLength(1);
    expect((await submit(tokens.colleague, { id: 'reply' })).status).toBe(409);
    expect((await submit(tokens.stranger, { id: 'reply' })).status).toBe(409);
  });

  it('is stale after 90 days, or when its tool changed, until somebody looked', async () => {
    const sharing = await createSharingWorld(worlds, '2026-06-03T09:00:00+09:00');
    const { tokens, world, sales } = sharing;
    const id = await approvePrompt(sharing);
    const later = await worlds.beside(world, '2026-09-01T10:00:00+09:00');
    const stale = async () =>
      (await later.ask(`GET /v1/departments/${sales}/library`, { token: tokens.champion })).json<{
        prompts: { stale?: string }[];
      }>().prompts[0]?.stale;
    expect(await stale()).toBe('age');
    const put = await later.ask(`PUT /v1/prompts/${id}`, {
      token: tokens.champion,
      body: { do: 'keep' },
    });
    expect(put.status).toBe(200);
    expect(await stale()).toBeUndefined();
    await later.ask('POST /v1/notes', {
      token: tokens.champion,
      body: {
        tool: 'claude',
        month: '2026-09',
        title: '新しい型',
        changed: '変わりました。',
        meaning: '見直しましょう。',
        asksReview: true,
      },
    });
    expect(await stale()).toBe('tool');
  });
});

onBothHubs('the cursor', (worlds) => {
  it('brings only what changed, also page by page', async () => {
    const sharing = await createSharingWorld(worlds);
    const { tokens, submit, act, prompts } = sharing;
    await approvePrompt(sharing, 'one');
    await approvePrompt(sharing, 'two');
    const all = await prompts(tokens.colleague);
    expect(all).toMatchObject({ complete: true, more: false });
    expect(all.prompts.map(({ id }) => id)).toEqual(['one', 'two']);
    const nothing = await prompts(tokens.colleague, all.cursor);
    expect(nothing).toMatchObject({ complete: false, prompts: [], gone: [], cursor: all.cursor });
    await submit(tokens.author, { id: 'two', text: better });
    await act(tokens.champion, 'two', { do: 'approve', version: 2 });
    const some = await prompts(tokens.colleague, all.cursor);
    expect(some.prompts.map(({ id, inUse }) => [id, inUse?.version])).toEqual([['two', 2]]);
  });

  it('begins anew in another department, after a restore, and when it was never given', async () => {
    const sharing = await createSharingWorld(worlds);
    const { tokens, prompts, world } = sharing;
    await approvePrompt(sharing);
    const { cursor } = await prompts(tokens.colleague);
    expect((await prompts(tokens.stranger, cursor)).complete).toBe(true);
    const [number = '', name = ''] = cursor.split('.');
    expect((await prompts(tokens.colleague, `${Number(number) + 1}.${name}`)).complete).toBe(true);
    expect((await prompts(tokens.colleague, 'x')).complete).toBe(true);
    const refused = await world.ask('GET /v1/prompts?since=%00', { token: tokens.colleague });
    expect(refused.status).toBe(422);
  });

  it('misses nothing that is written at the same time', async () => {
    const { tokens, submit, prompts, act } = await createSharingWorld(worlds);
    const seen = new Set<string>();
    let cursor: string | undefined;
    const read = async (): Promise<void> => {
      const answer = await prompts(tokens.colleague, cursor);
      for (const { id } of answer.prompts) seen.add(id);
      ({ cursor } = answer);
    };
    const write = async (index: number): Promise<void> => {
      await submit(tokens.champion, { id: `p${index}` });
      await act(tokens.champion, `p${index}`, { do: 'approve', version: 1 });
    };
    const writing = Promise.all(Array.from({ length: 12 }, (_, index) => write(index)));
    for (let round = 0; round < 10; round += 1) await read();
    await writing;
    await read();
    expect(seen.size).toBe(12);
  });
});

onBothHubs('two champions who answer at once', (worlds) => {
  it('do not both: the second is told to look again', async () => {
    const { tokens, submit, act } = await createSharingWorld(worlds);
    await submit(tokens.author, { id: 'reply' });
    const answers = await Promise.all([
      act(tokens.champion, 'reply', { do: 'approve', version: 1 }),
      act(tokens.owner, 'reply', { do: 'return', version: 1, word: 'もう一度' }),
    ]);
    expect(answers.toSorted()).toEqual([200, 409]);
  });
});

onBothHubs('workflows and notes', (worlds) => {
  const post = (
    { world }: SharingWorld,
    path: 'workflows' | 'notes',
    token: string,
    body: object,
  ) => world.ask(`POST /v1/${path}`, { token, body });

  it('are registered by a champion and proposed by everybody else', async () => {
    const sharing = await createSharingWorld(worlds);
    const { tokens, world, library, sales } = sharing;
    const states = async () => (await library()).workflows.map(({ id, state }) => [id, state]);
    const put = async (token: string, id: string, body: object) =>
      (await world.ask(`PUT /v1/workflows/${id}`, { token, body })).status;
    await post(sharing, 'workflows', tokens.champion, { ...WORK, id: 'a' });
    await post(sharing, 'workflows', tokens.author, { ...WORK, id: 'b' });
    await post(sharing, 'workflows', tokens.advisor, { ...WORK, id: 'c', departmentId: sales });
    expect(await states()).toEqual([
      ['a', 'registered'],
      ['b', 'proposed'],
      ['c', 'proposed'],
    ]);
    const change = { do: 'change', workflow: { ...WORK, name: '見積もり' } };
    expect(await put(tokens.author, 'b', change)).toBe(204);
    expect(await put(tokens.colleague, 'b', change)).toBe(403);
    expect(await put(tokens.author, 'b', { do: 'accept' })).toBe(403);
    expect(await put(tokens.stranger, 'b', change)).toBe(403);
    expect(await put(tokens.champion, 'b', { do: 'accept' })).toBe(204);
    expect(await put(tokens.author, 'b', change)).toBe(403);
    expect(await put(tokens.advisor, 'c', { do: 'withdraw' })).toBe(204);
    expect(await put(tokens.champion, 'a', { do: 'retire' })).toBe(204);
    expect(await states()).toEqual([
      ['b', 'registered'],
      ['a', 'retired'],
    ]);
    const conflict = await post(sharing, 'workflows', tokens.colleague, { ...WORK, id: 'a' });
    expect(conflict.status).toBe(409);
  });

  it('tell what is new once a tool and month, with a prompt to try', async () => {
    const sharing = await createSharingWorld(worlds);
    const { tokens, world } = sharing;
    const id = await approvePrompt(sharing);
    const note = {
      id: 'june',
      tool: 'chatgpt',
      month: '2026-06',
      title: '表を読めるように',
      changed: '表のファイルを読めます。',
      meaning: '月末の集計に使えます。',
    };
    const publish = async (body: object, token = tokens.champion) =>
      (await post(sharing, 'notes', token, body)).status;
    expect(await publish({ ...note, promptId: 'none' })).toBe(422);
    expect(await publish({ ...note, promptId: id })).toBe(201);
    expect(await publish({ ...note, promptId: id })).toBe(201);
    expect(await publish({ ...note, id: 'other' })).toBe(409);
    expect(await publish({ ...note, id: 'july', month: '2026-07' }, tokens.author)).toBe(403);
    const read = async (token: string, since = '') =>
      (await world.ask(`GET /v1/notes${since}`, { token })).json<NotesReply>();
    const all = await read(tokens.author);
    expect(all.notes).toMatchObject([{ id: 'june', by: 'champion', promptId: id }]);
    expect((await read(tokens.stranger)).notes).toEqual([]);
    const act = async (token: string, body: object) =>
      (await world.ask('PUT /v1/notes/june', { token, body })).status;
    expect(await act(tokens.author, { do: 'withdraw' })).toBe(403);
    expect(await act(tokens.owner, { do: 'withdraw' })).toBe(204);
    expect((await read(tokens.author, `?since=${all.cursor}`)).gone).toEqual(['june']);
    expect(await publish({ ...note, id: 'again' })).toBe(201);
  });
});

onBothHubs('a leaver who shared', (worlds) => {
  it('takes along what waited; what is in use stays without a name', async () => {
    const sharing = await createSharingWorld(worlds);
    const { tokens, submit, act, prompts, world, library } = sharing;
    await submit(tokens.author, { id: 'used', named: true });
    await act(tokens.champion, 'used', { do: 'approve', version: 1 });
    await submit(tokens.author, { id: 'used', text: better, named: true });
    await submit(tokens.author, { id: 'waiting', workflow: { id: 'quotes', ...WORK } });
    const { cursor, prompts: before } = await prompts(tokens.colleague);
    expect(before[0]?.inUse?.author).toBe('山田');
    await world.ask('DELETE /v1/me?rows=now', { token: tokens.author });
    await tidyUp(world.hub);
    const { prompts: after } = await prompts(tokens.colleague, cursor);
    expect(after).toMatchObject([{ id: 'used', inUse: { version: 1, text: promptText() } }]);
    expect(after[0]?.inUse).not.toHaveProperty('author');
    const { prompts: kept, workflows } = await library();
    expect(kept.map(({ id }) => id)).toEqual(['used']);
    expect(kept[0]).not.toHaveProperty('open');
    expect(workflows).toEqual([]);
  });
});
