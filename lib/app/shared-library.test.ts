import { describe, expect, it } from 'vitest';
import { createCommandWorld, promptDraft } from '../../test/support/command-world.ts';
import { sharedWorkflow, storedShared, usedPrompt } from '../../test/support/fake-shared.ts';
import type { SharedPrompt } from '../contract/hub/sharing.ts';
import type { Prompt } from '../domain/workflow.ts';

const ID = 'reply';
const WORKFLOW = 'quotes';

function world(change: Parameters<typeof storedShared>[0] = {}) {
  return createCommandWorld(
    storedShared({
      prompts: [usedPrompt(ID, { workflowId: WORKFLOW })],
      workflows: [sharedWorkflow(WORKFLOW)],
      ...change,
    }),
  );
}

const draftOf = ({ title, body, variables, source, workflowId }: Prompt, change: object = {}) =>
  ({ title, body, variables: [...variables], source, workflowId, ...change }) as never;

describe('the one list', () => {
  it('holds the department’s prompts with their source', () => {
    const { person } = world();
    expect(person().prompts).toMatchObject([
      {
        id: ID,
        workflowId: WORKFLOW,
        source: { kind: 'department', department: '営業部', version: 1 },
      },
    ]);
    expect(person().shared?.offered).toEqual(new Set([ID]));
  });

  it('holds nothing that is not in use', () => {
    const waiting: SharedPrompt = {
      id: ID,
      mine: {
        version: 1,
        state: 'submitted',
        named: false,
        text: { title: 'a', body: 'b', variables: [] },
      },
    };
    expect(world({ prompts: [waiting] }).person().prompts).toEqual([]);
  });

  it('is the person’s alone without a company', () => {
    const stored = storedShared({ prompts: [usedPrompt(ID)] });
    delete stored['team'];
    expect(createCommandWorld(stored).person()).not.toHaveProperty('shared');
  });
});

describe('an edit of the department’s prompt', () => {
  it('makes an own copy, with the department’s text as its version, in the same place of the list', async () => {
    const { person, done, held, store } = world();
    const before = store.dump();
    const [prompt] = person().prompts;
    await done({
      type: 'savePrompt',
      id: ID,
      prompt: draftOf(prompt!, { body: '短く書いてください。' }),
    });
    expect(person().prompts).toHaveLength(1);
    expect(person().shared?.offered.size).toBe(0);
    expect(held().prompts).toMatchObject([
      {
        id: ID,
        body: '短く書いてください。',
        source: { kind: 'department', version: 1 },
        versions: [{ body: '返信を書いてください。' }],
      },
    ]);
    // What the hub said is as it was.
    expect(store.dump()[`sharedPrompt/${ID}`]).toEqual(before[`sharedPrompt/${ID}`]);
  });

  it('is not written over by a later version, which stays beside it', async () => {
    const { person, done, store } = world();
    await done({
      type: 'savePrompt',
      id: ID,
      prompt: draftOf(person().prompts[0]!, { body: '短く。' }),
    });
    const text = { title: '新しい題', body: 'もっとよい文', variables: [] };
    await store.write(
      storedShared({ prompts: [usedPrompt(ID, { inUse: { version: 2, text, approvedAt: 2 } })] }),
    );
    expect(person().prompts).toMatchObject([{ body: '短く。', source: { version: 1 } }]);
    expect(person().shared?.prompts[0]?.inUse?.version).toBe(2);
  });

  it('can be deleted, and the department’s is there again', async () => {
    const { person, done } = world();
    const edit = () =>
      done({
        type: 'savePrompt',
        id: ID,
        prompt: draftOf(person().prompts[0]!, { body: '短く。' }),
      });
    await edit();
    await done({ type: 'deletePrompt', id: ID });
    expect(person().prompts.map(({ deletedAt }) => deletedAt === undefined)).toEqual([true, false]);
    expect(person().shared?.offered.has(ID)).toBe(true);
    await edit();
    expect(person().prompts).toHaveLength(1);
  });

  it('is refused where there is nothing to edit', async () => {
    const { send } = world();
    expect(await send({ type: 'savePrompt', id: 'none', prompt: promptDraft() })).toMatchObject({
      code: 'notFound',
    });
  });

  it('opens with its prompt though nothing was registered', async () => {
    const { done, opened } = world({ workflows: [sharedWorkflow(WORKFLOW, { tool: 'claude' })] });
    await done({ type: 'openWithPrompt', promptId: ID });
    expect(opened[0]).toContain('claude.ai');
  });
});

describe('a workflow taken over', () => {
  it('keeps the hub’s id, so that its runs count there', async () => {
    const { done, held, person } = world();
    expect(await done({ type: 'takeOverWorkflow', id: WORKFLOW })).toBe(WORKFLOW);
    expect(held().workflows).toMatchObject([
      { id: WORKFLOW, name: '見積対応', source: { kind: 'department', department: '営業部' } },
    ]);
    await done({ type: 'tickWorkflow', id: WORKFLOW });
    const [day] = Object.values(person().ledger);
    expect(Object.values(day ?? {})[0]?.runs).toEqual({ [WORKFLOW]: 1 });
  });

  it('twice is once, and lives again after it was deleted, as the person had it', async () => {
    const { done, held } = world();
    await done({ type: 'takeOverWorkflow', id: WORKFLOW });
    const { source } = held().workflows[0]!;
    const workflow = {
      name: '見積',
      kind: 'sales',
      rhythm: { kind: 'onDemand' },
      minutes: 5,
      source,
    };
    await done({ type: 'saveWorkflow', id: WORKFLOW, workflow: workflow as never });
    await done({ type: 'takeOverWorkflow', id: WORKFLOW });
    await done({ type: 'deleteWorkflow', id: WORKFLOW });
    await done({ type: 'takeOverWorkflow', id: WORKFLOW });
    expect(held().workflows).toMatchObject([{ id: WORKFLOW, name: '見積', minutes: 5 }]);
    expect(held().workflows[0]).not.toHaveProperty('deletedAt');
  });

  it('brings a pack’s prompts where it came from a pack', async () => {
    const source = { pack: 'sales', item: 'quote' };
    const { done, held } = world({ workflows: [sharedWorkflow(WORKFLOW, { source })] });
    await done({ type: 'takeOverWorkflow', id: WORKFLOW });
    expect(held().prompts.map(({ title, workflowId }) => [title, workflowId])).toEqual([
      ['one', WORKFLOW],
      ['two', WORKFLOW],
    ]);
  });

  it('takes the place of the same pack’s workflow, whose prompts and settings it keeps', async () => {
    const source = { pack: 'sales', item: 'quote' };
    const { done, held } = world({ workflows: [sharedWorkflow(WORKFLOW, { source })] });
    const twin = await done({ type: 'adoptWorkflow', pack: 'sales', workflow: 'quote' });
    const prompts = held().prompts.map(({ id }) => id);
    await done({ type: 'takeOverWorkflow', id: WORKFLOW });
    const byId = new Map(held().workflows.map((each) => [each.id, each]));
    expect(byId.get(twin)?.deletedAt).toBeDefined();
    expect(byId.get(WORKFLOW)).toMatchObject({ minutes: 15, tool: 'claude' });
    expect(held().prompts.map(({ id, workflowId }) => [id, workflowId])).toEqual(
      prompts.map((id) => [id, WORKFLOW]),
    );
  });

  it('is refused when the department does not have it', async () => {
    const { send } = world();
    expect(await send({ type: 'takeOverWorkflow', id: 'none' })).toMatchObject({
      code: 'notFound',
    });
  });
});
