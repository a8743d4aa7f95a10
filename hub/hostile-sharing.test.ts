import { describe, expect, it } from 'vitest';
import { LIMITS } from '../lib/contract/workflow.ts';
import { hubWorlds } from '../test/support/hub-world.ts';
import { createSharingWorld, promptText } from '../test/support/sharing-world.ts';

const worlds = hubWorlds();

describe('a shared prompt that is not as the contract says', () => {
  it('is refused with the name of its field', async () => {
    const { world, tokens } = await createSharingWorld(worlds);
    const text = promptText();
    const [blank] = text.variables;
    const cases: [object, string][] = [
      [{}, 'text'],
      [{ text: { ...text, title: '' } }, 'text.title'],
      [{ text: { ...text, title: 'x'.repeat(LIMITS.nameLength + 1) } }, 'text.title'],
      [{ text: { ...text, body: 'x'.repeat(LIMITS.bodyLength + 1) } }, 'text.body'],
      [{ text: { ...text, remembered: { 取引先: '甲' } } }, 'text.remembered'],
      [{ text: { ...text, variables: [{ ...blank, value: '甲' }] } }, 'text.variables.0.value'],
      [
        { text: { ...text, variables: Array.from({ length: LIMITS.variables + 1 }, () => blank) } },
        'text.variables',
      ],
      [
        {
          text: {
            ...text,
            variables: [
              { ...blank, default: 'x'.repeat(20_000), example: 'x'.repeat(20_000) },
              { ...blank, name: 'b', default: 'x'.repeat(20_000), example: 'x'.repeat(20_000) },
            ],
          },
        },
        'text',
      ],
      [{ text, id: 'a/b' }, 'id'],
      [{ text, id: '__proto__' }, 'id'],
      [{ text, id: 'a', improves: 'b' }, 'improves'],
      [{ text, workflowId: 'none' }, 'workflowId'],
      [{ text, author: '社長' }, 'author'],
      [{ text, state: 'approved' }, 'state'],
    ];
    for (const [body, field] of cases) {
      const answer = await world.ask('POST /v1/prompts', { token: tokens.author, body });
      expect([answer.status, answer.json()['field']]).toEqual([422, field]);
    }
    const all = await world.ask('GET /v1/prompts', { token: tokens.author });
    expect(all.json()['prompts']).toEqual([]);
  });

  it('is refused in an answer to it too', async () => {
    const { submit, act, tokens } = await createSharingWorld(worlds);
    await submit(tokens.author, { id: 'reply' });
    const refused = async (body: object) =>
      expect(await act(tokens.champion, 'reply', body as never)).toBe(422);
    await refused({ do: 'approve' });
    await refused({ do: 'approve', version: 0 });
    await refused({ do: 'return', version: 1 });
    await refused({ do: 'return', version: 1, word: ' \n ' });
    await refused({ do: 'return', version: 1, word: 'x'.repeat(501) });
    await refused({ do: 'return', version: 1, word: 'a\u0000b' });
    await refused({ do: 'delete' });
    await refused({ do: 'keep', version: 1 });
  });

  it('keeps markup and SQL as the text they are', async () => {
    const { submit, act, prompts, tokens } = await createSharingWorld(worlds);
    const text = promptText({
      title: `'); DROP TABLE shared_prompts;--`,
      body: '<img src=x onerror=alert(1)> \u2028 \\" {{取引先}}',
    });
    await submit(tokens.author, { id: 'reply', text });
    await act(tokens.champion, 'reply', { do: 'approve', version: 1 });
    expect((await prompts(tokens.colleague)).prompts[0]?.inUse?.text).toEqual(text);
  });
});

describe('those who may not', () => {
  it('change nothing of another department, whatever they try', async () => {
    const { world, submit, tokens, sales, library } = await createSharingWorld(worlds);
    await submit(tokens.author, {
      id: 'reply',
      workflow: {
        id: 'quotes',
        name: '見積',
        kind: 'sales',
        rhythm: { kind: 'onDemand' },
        minutes: 5,
      },
    });
    const before = await library();
    const acts: [string, object][] = [
      ['prompts/reply', { do: 'revise', text: promptText(), named: true }],
      ['prompts/reply', { do: 'withdraw' }],
      ['prompts/reply', { do: 'approve', version: 1 }],
      ['prompts/reply', { do: 'return', version: 1, word: 'いいえ' }],
      ['prompts/reply', { do: 'retire' }],
      ['prompts/reply', { do: 'attach', workflowId: null }],
      ['workflows/quotes', { do: 'accept' }],
      ['workflows/quotes', { do: 'withdraw' }],
    ];
    for (const token of [tokens.stranger, tokens.colleague, tokens.advisor]) {
      for (const [path, body] of acts) {
        const answer = await world.ask(`PUT /v1/${path}` as 'PUT /', { token, body });
        expect([path, body, answer.status]).toEqual([path, body, 403]);
      }
    }
    const elsewhere = await world.ask('POST /v1/prompts', {
      token: tokens.stranger,
      body: { text: promptText(), departmentId: sales },
    });
    expect(elsewhere.status).toBe(403);
    expect(await library()).toEqual(before);
  });

  it('do not fill the champion’s queue', async () => {
    const { submit, tokens } = await createSharingWorld(worlds);
    const statuses: number[] = [];
    for (let index = 0; index < 21; index += 1) {
      statuses.push((await submit(tokens.author, { id: `p${index}` })).status);
    }
    expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 201));
    expect(statuses[20]).toBe(409);
    expect((await submit(tokens.colleague, { id: 'other' })).status).toBe(201);
  });

  it('are slowed down when a program sends instead of a person', async () => {
    const { submit, tokens } = await createSharingWorld(worlds);
    let last = await submit(tokens.author, { id: 'same' });
    for (let index = 0; index < 130 && last.status !== 429; index += 1) {
      last = await submit(tokens.author, { id: 'same' });
    }
    expect(last.status).toBe(429);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
