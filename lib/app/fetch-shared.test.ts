import { beforeEach, describe, expect, it, test } from 'vitest';
import {
  createFakeShared,
  note,
  sharedWorkflow,
  usedPrompt,
  type FakeShared,
} from '../../test/support/fake-shared.ts';
import { createTeamWorld, type TeamWorld } from '../../test/support/team-world.ts';
import { sharingItem } from '../contract/shared-items.ts';
import { readItem } from './read-item.ts';
import { sharedLibraryOf } from './shared-library.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let world: TeamWorld;
let shared: FakeShared;
beforeEach(() => {
  world = createTeamWorld();
  shared = createFakeShared();
  world.hub.shared = shared;
});

const library = () => sharedLibraryOf(world.store.dump());
const promptIds = () => library()?.prompts.map(({ id }) => id);
const sharing = () => readItem(world.store, sharingItem, world.clock.nowMs);
async function syncAfter(ms: number): Promise<void> {
  world.clock.nowMs += ms;
  await world.sync().run();
}

describe('what the department shares', () => {
  it('is fetched with the lines, and afterwards only what changed', async () => {
    shared.put('prompts', usedPrompt('a'));
    shared.put('prompts', usedPrompt('b'));
    shared.put('workflows', sharedWorkflow('w'));
    shared.put('notes', note('n'));
    await world.sync().run();
    expect(library()).toMatchObject({
      department: '営業部',
      prompts: [{ id: 'a' }, { id: 'b' }],
      workflows: [{ id: 'w' }],
      notes: [{ id: 'n' }],
    });
    shared.put('prompts', usedPrompt('b', { workflowId: 'w' }));
    shared.remove('prompts', 'a');
    await syncAfter(HOUR_MS);
    expect(shared.asked.at(-2)).toMatch(/^prompts\?since=4\.a$/);
    expect(library()?.prompts).toMatchObject([{ id: 'b', workflowId: 'w' }]);
    expect(Object.keys(world.store.dump())).not.toContain('sharedPrompt/a');
  });

  it('is looked at every half hour, and at once when the person asks', async () => {
    await world.sync().run();
    expect(shared.asked).toHaveLength(3);
    await syncAfter(60_000);
    expect(shared.asked).toHaveLength(3);
    await world.sync().run(true);
    expect(shared.asked).toHaveLength(6);
  });

  it('comes page by page', async () => {
    shared.pageSize = 2;
    for (const id of ['a', 'b', 'c', 'd', 'e']) shared.put('prompts', usedPrompt(id));
    await world.sync().run();
    expect(promptIds()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('survives a month offline', async () => {
    shared.put('prompts', usedPrompt('a'));
    await world.sync().run();
    world.hub.faults.push(...Array.from({ length: 5 }, () => 'noConnection' as const));
    for (let times = 0; times < 5; times += 1) await syncAfter(6 * DAY_MS);
    expect(promptIds()).toEqual(['a']);
    shared.remove('prompts', 'a');
    shared.put('prompts', usedPrompt('b'));
    await syncAfter(DAY_MS);
    expect(promptIds()).toEqual(['b']);
  });

  it('is whole again after a restore, and once a week without one', async () => {
    shared.put('prompts', usedPrompt('a'));
    shared.put('prompts', usedPrompt('b'));
    await world.sync().run();
    // A backup without `b`, which no change tells of.
    world.hub.shared = createFakeShared();
    world.hub.shared.put('prompts', usedPrompt('a'));
    world.hub.shared.renew();
    await syncAfter(HOUR_MS);
    expect(promptIds()).toEqual(['a']);

    await world.store.remove(['sharedPrompt/a']);
    await syncAfter(HOUR_MS);
    expect(promptIds()).toEqual([]);
    await syncAfter(7 * DAY_MS);
    expect(promptIds()).toEqual(['a']);
  });

  it('is written at once: killed before the write, it is fetched again', async () => {
    shared.put('prompts', usedPrompt('a'));
    shared.put('workflows', sharedWorkflow('w'));
    for (let writes = 0; writes < 8; writes += 1) {
      world.store.killAfter(writes);
      await world
        .sync()
        .run(true)
        .catch(() => {});
      world.restart();
      const { cursors } = await sharing();
      // Never a cursor without what it stands for.
      expect(cursors.prompts === undefined || promptIds()?.length === 1).toBe(true);
    }
    await world.sync().run(true);
    expect(promptIds()).toEqual(['a']);
  });
});

describe('a hub that does not share as it should', () => {
  it('may be older: its 404 is no trouble, and days go out as ever', async () => {
    world.hub.shared = undefined;
    await world.sync().run();
    expect((await world.state()).trouble).toBeUndefined();
    expect(library()).toMatchObject({ prompts: [], notes: [] });
  });

  it('may be newer: unknown fields are passed over, an unknown kind of thing is set aside', async () => {
    shared.put('prompts', { ...usedPrompt('a'), later: 1 } as never);
    shared.put('prompts', { id: 'b', inUse: { version: 2, video: 'x' } } as never);
    shared.put('prompts', usedPrompt('c'));
    await world.sync().run();
    expect(promptIds()).toEqual(['a', 'c']);
    expect(library()?.setAside).toBe(1);
    expect(library()?.prompts[0]).toEqual(usedPrompt('a'));
    // A later build, which can read it, gets it with everything.
    shared.put('prompts', usedPrompt('d'));
    shared.asked.length = 0;
    await syncAfter(7 * DAY_MS);
    expect(shared.asked).toContain('prompts');
  });

  test.each([
    ['a page', '<!doctype html>'],
    ['nothing', null],
    ['a list of lists', [[]]],
    ['an id that is a key', { id: '__proto__' }],
    ['an id that is a path', { ...usedPrompt('x'), id: '../settings' }],
  ])('%s in a list is set aside and changes nothing else', async (_name, raw) => {
    shared.put('prompts', usedPrompt('a'));
    const { answer } = shared;
    shared.answer = (list, since) => {
      const page = answer(list, since) as Record<string, unknown[]>;
      return list === 'prompts' ? { ...page, prompts: [raw, ...(page['prompts'] ?? [])] } : page;
    };
    await world.sync().run();
    expect(promptIds()).toEqual(['a']);
    expect(library()?.setAside).toBe(1);
    expect((await world.state()).trouble).toBeUndefined();
  });

  it('answers garbage for a list: what was fetched before stays', async () => {
    shared.put('prompts', usedPrompt('a'));
    shared.put('notes', note('n'));
    await world.sync().run();
    const { answer } = shared;
    shared.answer = (list, since) =>
      list === 'prompts' ? { cursor: 7, prompts: 'none' } : answer(list, since);
    shared.put('notes', note('m', { month: '2026-10' }));
    await syncAfter(8 * DAY_MS);
    expect(promptIds()).toEqual(['a']);
    expect(library()?.notes).toHaveLength(2);
    expect((await world.state()).trouble).toBeUndefined();
  });

  it('is away in the middle: noted as ever, and nothing is half there', async () => {
    shared.put('workflows', sharedWorkflow('w'));
    const { answer } = shared;
    shared.answer = (list, since) => {
      if (list === 'prompts') throw new TypeError('network changed');
      return answer(list, since);
    };
    await world.sync().run();
    expect((await world.state()).trouble).toMatchObject({ kind: 'unreachable' });
    expect(library()?.workflows).toEqual([]);
  });
});
