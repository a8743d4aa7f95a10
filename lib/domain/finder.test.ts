import { describe, expect, it } from 'vitest';
import { createFinder, type Findable } from './finder.ts';
import type { Moment } from './suggestion.ts';

const moment: Moment = { nowMs: 1_790_000_000_000, utcOffsetMinutes: 540, tool: 'chatgpt' };

function prompt(id: string, title: string, due = false): Findable {
  return {
    candidate: { id, workflowId: id, due, registered: true },
    text: { title, workflow: '', body: `${title}を書いてください。` },
  };
}

function finderOf(...prompts: Findable[]) {
  const finder = createFinder(moment);
  finder.add(prompts);
  return finder;
}

const ids = (found: { id: string }[]) => found.map(({ id }) => id);

describe('search and suggestion as one list', () => {
  const finder = finderOf(
    prompt('minutes', '議事録の要約'),
    prompt('quote', '見積への返信'),
    prompt('delay', '納期遅れのおわび', true),
    prompt('compare', '相見積の比較'),
  );

  it('without a query shows what is suggested, due work first', () => {
    expect(ids(finder.find({ query: '', draft: '', limit: 10 }))[0]).toBe('delay');
    expect(finder.find({ query: '', draft: '', limit: 10 })).toHaveLength(4);
  });

  it('lets a draft that plainly asks for a prompt lead, with its reason', () => {
    const [first] = finder.find({ query: '', draft: '先方の見積への返信を書きたい', limit: 10 });
    expect(first).toMatchObject({ id: 'quote', reason: 'matchesDraft' });
  });

  it('lets what is typed decide what may show, whatever is due', () => {
    expect(ids(finder.find({ query: '見積', draft: '', limit: 10 }))).toEqual(['quote', 'compare']);
  });

  it('puts a title that begins with the query before one that holds it', () => {
    expect(ids(finder.find({ query: '見', draft: '', limit: 10 }))[0]).toBe('quote');
  });

  it('gives no more than asked for, and takes prompts that come later', () => {
    const growing = finderOf(prompt('a', '見積一'));
    expect(growing.find({ query: '見積', draft: '', limit: 5 })).toHaveLength(1);
    growing.add([prompt('b', '見積二'), prompt('c', '見積三')]);
    expect(growing.size).toBe(3);
    expect(growing.find({ query: '見積', draft: '', limit: 2 })).toHaveLength(2);
    expect(growing.find({ query: '', draft: '見積三', limit: 5 })[0]?.id).toBe('c');
  });

  it('finds nothing for what is nowhere', () => {
    expect(finder.find({ query: '宇宙旅行', draft: '', limit: 10 })).toEqual([]);
  });
});
