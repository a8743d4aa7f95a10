import { describe, expect, it } from 'vitest';
import { heldGroups } from './held-groups.ts';

const raw = {
  device: { v: 1, data: { id: 'd-1', createdAt: 1, startedOn: '2026-10-01' } },
  'ledger/d-1/2026-10': { v: 1, data: { '2026-10-30': { claude: { visits: 9 } } } },
  'ledger/d-1/2026-11': {
    v: 1,
    data: {
      '2026-11-02': {
        chatgpt: {
          visits: 2,
          engagedSeconds: 90,
          promptsStarted: 4,
          selfReported: false,
          runs: {},
        },
      },
    },
  },
  'workflow/w1': { v: 1, data: {} },
  'workflow/w2': { v: 1, data: {} },
  health: { v: 1, data: { a: 1, b: 2 } },
  somethingNew: 5,
  'quarantine/settings/1': { v: 1, data: { foundAt: 1, reason: 'x', value: 3 } },
};

describe('heldGroups', () => {
  const groups = heldGroups(raw, 'ja');
  const group = (id: string) => groups.find((one) => one.id === id);

  it('shows every stored key in exactly one group', () => {
    const shown = groups.flatMap((one) => Object.keys(one.raw));
    expect(shown.toSorted()).toEqual(Object.keys(raw).toSorted());
  });

  it('shows the real values of the latest day', () => {
    expect(group('days')?.fields.map(({ value }) => value)).toEqual([
      '2',
      '90',
      '4',
      'false',
      '{}',
    ]);
    expect(group('days')).toMatchObject({
      count: 2,
      example: 'いちばん新しい日の例：2026-11-02 chatgpt',
    });
  });

  it('gives every field a purpose, in both languages', () => {
    for (const language of ['ja', 'en'] as const) {
      const fields = heldGroups(raw, language).flatMap((one) => one.fields);
      expect(fields.every(({ name, purpose }) => name !== '' && purpose !== '')).toBe(true);
    }
  });

  it('shows what no kind claims rather than hiding it', () => {
    expect(group('other')?.raw).toEqual({ somethingNew: 5 });
  });

  it('stands an empty and a damaged store', () => {
    expect(heldGroups({}, 'en').every(({ count }) => count === 0)).toBe(true);
    const damaged = { device: 'x', 'ledger/d/2026-11': [null, 3], settings: null, health: 7 };
    expect(() => heldGroups(damaged, 'ja')).not.toThrow();
  });
});
