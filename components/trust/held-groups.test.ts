import { describe, expect, it } from 'vitest';
import { ledgerEntrySchema } from '../../lib/contract/ledger.ts';
import { calendarSchema, settingsSchema } from '../../lib/contract/settings.ts';
import { promptSchema, workflowSchema } from '../../lib/contract/workflow.ts';
import { heldFields } from '../../lib/i18n/held-fields.ts';
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
  'workflow/w1': { v: 1, data: { name: 'old', updatedAt: 1 } },
  'workflow/w2': { v: 1, data: { name: 'new', updatedAt: 2, surprise: 3 } },
  health: { v: 1, data: { a: 1, b: 2 } },
  somethingNew: 5,
  'quarantine/settings/1': { v: 1, data: { foundAt: 1, reason: 'x', value: 3 } },
};

describe('heldGroups', () => {
  const groups = heldGroups(raw, 'ja');
  const group = (id: string) => groups.find((one) => one.id === id);
  const valueOf = (id: string, code: string) =>
    group(id)?.fields.find((field) => field.code === code)?.value;

  it('shows every stored key in exactly one group', () => {
    const shown = groups.flatMap((one) => Object.keys(one.raw));
    expect(shown.toSorted()).toEqual(Object.keys(raw).toSorted());
  });

  it('shows the real values of the latest day', () => {
    const values = group('days')?.fields.map(({ value }) => value);
    expect(values).toEqual(['2', '90', '4', 'false', '{}']);
    expect(group('days')).toMatchObject({ count: 2, example: '2026-11-02 chatgpt' });
  });

  it('shows the newest of several, and fields that have no words under their own name', () => {
    expect(valueOf('workflows', 'name')).toBe('new');
    expect(valueOf('workflows', 'surprise')).toBe('3');
    expect(valueOf('workflows', 'site')).toBe('なし');
  });

  it.each([
    ['ledger', ledgerEntrySchema],
    ['settings', settingsSchema],
    ['calendar', calendarSchema],
    ['workflow', workflowSchema],
    ['prompt', promptSchema],
  ] as const)(
    'tells the purpose of every stored field of %s, in both languages',
    (kind, schema) => {
      for (const language of ['ja', 'en'] as const) {
        const told = heldFields[language][kind];
        expect(Object.keys(told).toSorted()).toEqual(Object.keys(schema.shape).toSorted());
        for (const { name, purpose } of Object.values(told)) expect(name && purpose).not.toBe('');
      }
    },
  );

  it('shows what no kind claims rather than hiding it', () => {
    expect(group('other')?.raw).toEqual({ somethingNew: 5 });
  });

  it('stands an empty and a damaged store', () => {
    expect(heldGroups({}, 'en').every(({ count }) => count === 0)).toBe(true);
    const damaged = {
      device: 'x',
      'ledger/d/2026-11': [null, 3],
      settings: null,
      health: 7,
      taste: 'x',
    };
    expect(() => heldGroups(damaged, 'ja')).not.toThrow();
  });
});
