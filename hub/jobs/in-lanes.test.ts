import { describe, expect, it } from 'vitest';
import { setTimeout as wait } from 'node:timers/promises';
import { inLanes } from './in-lanes.ts';

describe('a list worked through in lanes', () => {
  it('does everything once, in order, and never more at once than it has lanes', async () => {
    const begun: number[] = [];
    let busy = 0;
    let most = 0;
    await inLanes([5, 1, 3, 1, 1], 2, async (ms, index) => {
      begun.push(index);
      busy += 1;
      most = Math.max(most, busy);
      await wait(ms);
      busy -= 1;
    });
    expect(begun).toEqual([0, 1, 2, 3, 4]);
    expect(most).toBe(2);
  });

  it('ends what is under way, begins nothing new and throws the first error', async () => {
    const ended: string[] = [];
    const failing = inLanes(['slow', 'broken', 'never'], 2, async (name) => {
      if (name === 'broken') throw new Error('broken');
      await wait(5);
      ended.push(name);
    });
    await expect(failing).rejects.toThrow('broken');
    expect(ended).toEqual(['slow']);
  });

  it('does nothing with an empty list', async () => {
    const nothing = inLanes([], 4, () => Promise.reject(new Error('never called')));
    await expect(nothing).resolves.toBeUndefined();
  });
});
