import { describe, expect, it, test } from 'vitest';
import {
  createCommandWorld,
  promptDraft,
  workflowDraft,
} from '../../test/support/command-world.ts';
import { sharedWorkflow, storedShared, usedPrompt } from '../../test/support/fake-shared.ts';
import { entryOf } from '../contract/envelope.ts';
import type { SharedPrompt } from '../contract/hub/sharing.ts';
import { payloadsItem, teamTokenItem } from '../contract/team.ts';
import type { Prompt, Workflow } from '../domain/workflow.ts';
import type { HubAnswer, HubRequest } from './hub-port.ts';
import { readItem } from './read-item.ts';
import { carryOutSharing } from './share-prompt.ts';
import { shareRequest } from './share-request.ts';

const ID = '6f1c2d3e-4b5a-4c6d-8e7f-901234567892';
const WORK_ID = '6f1c2d3e-4b5a-4c6d-8e7f-901234567891';
const stamps = { createdAt: 1, updatedAt: 1 };
const prompt: Prompt = {
  ...promptDraft(),
  ...stamps,
  id: ID,
  workflowId: WORK_ID,
  versions: [{ title: '前', body: '前の文', variables: [], replacedAt: 1 }],
};
const workflow: Workflow = {
  ...workflowDraft({ site: 'https://mail.example.com', tool: 'claude' }),
  ...stamps,
  id: WORK_ID,
};
const input = {
  prompt,
  workflow,
  shared: [],
  held: undefined,
  named: false,
  withWorkflow: true,
};
const text = { title: prompt.title, body: prompt.body, variables: prompt.variables };
const mine: SharedPrompt = {
  id: ID,
  mine: { version: 1, state: 'submitted', named: false, text: text as never },
};

describe('what is sent when a prompt is shared', () => {
  it('is its text and its workflow, and nothing else', () => {
    expect(shareRequest(input)).toEqual({
      method: 'POST',
      path: '/v1/prompts',
      body: {
        id: ID,
        text,
        named: false,
        workflow: {
          id: WORK_ID,
          name: '見積もりの返信',
          kind: 'sales',
          rhythm: { kind: 'everyWorkday' },
          tool: 'claude',
          minutes: 15,
        },
      },
    });
  });

  it.each([
    ['the workflow stays at home when the person wants it so', { withWorkflow: false }, {}],
    ['there is none', { workflow: undefined }, {}],
    ['the department has it', { shared: [sharedWorkflow(WORK_ID)] }, { workflowId: WORK_ID }],
  ])('%s', (_name, change, part) => {
    expect(shareRequest({ ...input, ...change })?.body).toEqual({
      id: ID,
      text,
      named: false,
      ...part,
    });
  });

  it('is a revision of one’s own', () => {
    expect(shareRequest({ ...input, held: mine, named: true })).toEqual({
      method: 'PUT',
      path: `/v1/prompts/${ID}`,
      body: { do: 'revise', text, named: true },
    });
  });

  it('is a better text for a colleague’s', () => {
    expect(shareRequest({ ...input, held: usedPrompt(ID) })?.body).toEqual({
      improves: ID,
      text,
      named: false,
    });
  });

  it('is nothing that the hub would not take', () => {
    expect(shareRequest({ ...input, prompt: { ...prompt, id: 'from/elsewhere' } })).toBeUndefined();
  });
});

function createWorld(answer: HubAnswer<unknown>) {
  const world = createCommandWorld({
    ...storedShared({}),
    ...Object.fromEntries([entryOf(teamTokenItem, { token: 't' })]),
    [`prompt/${ID}`]: { v: 2, data: prompt },
    [`workflow/${WORK_ID}`]: { v: 2, data: workflow },
  });
  const asked: HubRequest<unknown>[] = [];
  const openHub = () => ({
    ask: async <T>(request: HubRequest<T>) => {
      asked.push(request);
      return answer as HubAnswer<T>;
    },
  });
  const { store, clock, queue } = world;
  return {
    ...world,
    asked,
    carryOut: (command: Parameters<typeof carryOutSharing>[1]) =>
      carryOutSharing({ store, clock, queue, openHub }, command),
    payloads: () => readItem(store, payloadsItem, clock.nowMs),
  };
}

const share = { type: 'sharePrompt', promptId: ID, named: false, withWorkflow: true } as const;

describe('sharing', () => {
  it('keeps what the hub said, and shows what was sent', async () => {
    const { carryOut, asked, person, payloads } = createWorld({ ok: true, value: mine });
    await carryOut(share);
    expect(asked).toHaveLength(1);
    expect(person().shared?.prompts).toEqual([mine]);
    expect((await payloads()).share).toMatchObject({ method: 'POST', body: { id: ID } });
  });

  test.each([
    ['unreachable', undefined, 'hubUnreachable'],
    ['busy', undefined, 'hubBusy'],
    ['refused', 'conflict', 'hubChanged'],
    ['refused', 'invalid', 'hubRefused'],
  ] as const)('%s (%s) changes nothing and says so', async (kind, code, expected) => {
    const trouble = { kind, ...(code === undefined ? {} : { code }) };
    const { carryOut, store } = createWorld({ ok: false, trouble });
    const before = store.dump();
    await expect(carryOut(share)).rejects.toMatchObject({ code: expected });
    expect(store.dump()).toEqual(before);
  });

  it('sends no prompt that is not there', async () => {
    const { carryOut, asked } = createWorld({ ok: true, value: mine });
    await expect(carryOut({ ...share, promptId: 'none' })).rejects.toMatchObject({
      code: 'notFound',
    });
    expect(asked).toEqual([]);
  });

  it('taken back leaves no trace but the person’s own prompt', async () => {
    const { carryOut, store, held } = createWorld({ ok: true, value: {} });
    await store.write(storedShared({ prompts: [mine] }));
    await carryOut({ type: 'withdrawPrompt', promptId: ID });
    expect(Object.keys(store.dump())).not.toContain(`sharedPrompt/${ID}`);
    expect(held().prompts).toHaveLength(1);
  });
});
