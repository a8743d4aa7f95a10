import { describe, expect, it } from 'vitest';
import { createDiskRoom } from './disk-room.ts';
import { createRateLimit } from './rate-limit.ts';

describe('a rate limit', () => {
  it('gives what it allows, says how long to wait, and fills at an even pace', () => {
    let now = 0;
    const limit = createRateLimit({ most: 3, withinMs: 30_000 }, () => now);
    expect([1, 2, 3].map(() => limit.take('a'))).toEqual([0, 0, 0]);
    expect(limit.take('a')).toBe(10);
    expect(limit.look('a')).toBe(10);
    expect(limit.take('b')).toBe(0);
    now = 9_999;
    expect(limit.take('a')).toBe(1);
    now = 10_000;
    expect(limit.take('a')).toBe(0);
    expect(limit.take('a')).toBe(10);
    now = 3_600_000;
    expect([1, 2, 3].map(() => limit.take('a'))).toEqual([0, 0, 0]);
    expect(limit.take('a')).toBe(10);
  });

  it('does not grow for ever under ever new keys', () => {
    const limit = createRateLimit({ most: 1, withinMs: 1000 }, () => 0);
    limit.take('first');
    for (let index = 0; index < 50_001; index += 1) limit.take(`key${index}`);
    expect(limit.look('first')).toBe(0);
    expect(limit.look('key50000')).toBe(1);
  });
});

describe('room on the disk', () => {
  it('is looked at every five seconds at most, and an unknown disk counts as roomy', async () => {
    let now = 0;
    let looks = 0;
    let free: number | undefined = 10;
    const hasRoom = createDiskRoom(
      async () => {
        looks += 1;
        return free;
      },
      () => now,
    );
    expect(await hasRoom()).toBe(false);
    free = 1e12;
    expect(await hasRoom()).toBe(false);
    expect(looks).toBe(1);
    now = 5000;
    expect(await hasRoom()).toBe(true);
    free = undefined;
    now = 10_000;
    expect(await hasRoom()).toBe(true);
  });
});
