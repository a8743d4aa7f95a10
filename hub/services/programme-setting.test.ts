import { expect, it } from 'vitest';
import { judgingGoal } from './programme-setting.ts';

it.each([
  ['today’s before a pass was told', 0.6, undefined, 0.6],
  ['the one it passed with, once it was raised', 0.8, 0.6, 0.6],
  ['a lowered one', 0.4, 0.6, 0.4],
  ['the one it passed with where there is none today', undefined, 0.6, 0.6],
  ['none where there never was one', undefined, undefined, undefined],
] as const)('a programme is judged by %s', (_, goal, passedGoal, judged) => {
  const stored = { championId: undefined, appointedAt: undefined, startDay: 1, passedGoal };
  expect(judgingGoal({ goal, stored })).toBe(judged);
});
