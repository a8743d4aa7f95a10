import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { DayKey } from '../../lib/domain/day.ts';
import type { DrawnDay } from '../../lib/domain/drawn-days.ts';
import { drawLine } from './line-image.ts';

const LETTERS: Readonly<Record<string, DrawnDay['state']>> = {
  k: 'kept',
  m: 'missed',
  x: 'off',
  o: 'open',
  b: 'blank',
};

function days(pattern: string): DrawnDay[] {
  return [...pattern].map((letter, index) => ({
    day: `2026-11-${String(index + 1).padStart(2, '0')}` as DayKey,
    state: LETTERS[letter] ?? 'off',
  }));
}

/** The picture as rows of opacity, 0–15, read back from its chunks. */
function pixels(png: Buffer): number[][] {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + length));
  }
  const rows = inflateSync(Buffer.concat(parts));
  const rowBytes = Math.ceil(width / 2) + 1;
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (__, x) => {
      const byte = rows[y * rowBytes + 1 + (x >> 1)] ?? 0;
      return x % 2 === 0 ? byte >> 4 : byte & 15;
    }),
  );
}

/** How much ink stands on the baseline at a share of the width. */
function inkAt(pattern: string, share: number, entering = false): number {
  const rows = pixels(drawLine(days(pattern), { size: 'own', entering }).png);
  const middle = rows[Math.floor(rows.length / 2)] ?? [];
  return middle[Math.min(middle.length - 1, Math.floor(middle.length * share))] ?? 0;
}

describe('the line as a picture', () => {
  it('joins kept days, also over days off, and leaves a gap at a missed one', () => {
    expect(inkAt('kk', 0.5)).toBe(15);
    expect(inkAt('kxk', 0.42)).toBe(15);
    expect(inkAt('kmk', 0.34)).toBe(0);
  });

  it('comes in from the left when it was running before', () => {
    expect(inkAt('kk', 0.01)).toBe(0);
    expect(inkAt('kk', 0.01, true)).toBe(15);
  });

  it('keeps the room of days before it began, and draws nothing there', () => {
    expect(inkAt('bbk', 0.25)).toBe(0);
    expect(inkAt('xxk', 0.125)).toBe(15);
    expect(inkAt('bbk', 0.125)).toBe(0);
    expect(inkAt('bbk', 0.8)).toBe(15);
  });

  it('puts the days of a line that began late where an older line has them', () => {
    const secondWeek = (pattern: string) =>
      pixels(drawLine(days(pattern), { size: 'own', entering: false }).png).map((row) =>
        row.slice(row.length * 0.55),
      );
    expect(secondWeek('bbbbbbbxkmkmkx')).toEqual(secondWeek('xmmmmmxxkmkmkx'));
  });

  it('draws today before use as an open ring', () => {
    expect(inkAt('o', 0.5)).toBe(0);
    expect(inkAt('k', 0.5)).toBe(15);
  });

  it('never takes one line for another', () => {
    const patterns = ['k', 'm', 'x', 'o', 'kx', 'xk', 'ko', 'kk'];
    const pictures = patterns.flatMap((pattern) =>
      (['own', 'other'] as const).flatMap((size) =>
        [true, false].map((entering) =>
          drawLine(days(pattern), { size, entering }).png.toString('base64'),
        ),
      ),
    );
    // A day off, a missed day and an open one have nothing to come in to.
    expect(new Set(pictures).size).toBeGreaterThanOrEqual(patterns.length * 2 + 8);
    expect(drawLine(days('x'), { size: 'own', entering: false })).not.toEqual(
      drawLine(days('o'), { size: 'own', entering: false }),
    );
  });

  it('of no days at all is a clear sheet', () => {
    const { png } = drawLine([], { size: 'other', entering: false });
    expect(
      pixels(png)
        .flat()
        .every((value) => value === 0),
    ).toBe(true);
  });
});
