import { describe, expect, it } from 'vitest';
import { readPacks } from '../../content/read-packs.ts';
import { outlineOf } from '../../lib/contract/pack.ts';
import { proposeWorkflows } from './propose.ts';

const PACKS = readPacks().map(outlineOf);
const work = (id: string, kind: 'everyWorkday' | 'onDemand', level: 'first' | 'standard') => ({
  ...PACKS[0]!.workflows[0]!,
  id,
  rhythm: { kind },
  prompts: PACKS[0]!.workflows[0]!.prompts.map((prompt) => ({ ...prompt, level })),
});

describe('work proposed at the first run', () => {
  it.each(PACKS.map((pack) => [pack.id, pack] as const))('is three of %s', (_, pack) => {
    const proposed = proposeWorkflows(pack);
    expect(new Set(proposed.map(({ id }) => id)).size).toBe(3);
    expect(pack.workflows).toEqual(expect.arrayContaining([...proposed]));
  });

  it('begins with a first step, then what comes round soonest', () => {
    const pack = {
      ...PACKS[0]!,
      workflows: [
        work('rare', 'onDemand', 'standard'),
        work('daily', 'everyWorkday', 'standard'),
        work('easy', 'onDemand', 'first'),
      ],
    };
    expect(proposeWorkflows(pack).map(({ id }) => id)).toEqual(['easy', 'daily', 'rare']);
  });
});
