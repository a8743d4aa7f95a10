import fc from 'fast-check';
import { expect, it } from 'vitest';
import { onBothEngines } from '../../test/support/engines.ts';
import { mergeEntries } from '../../lib/domain/ledger.ts';
import { eachUse, PROMPT, SELF_REPORTED, VISITED, type DayUses } from './day-uses.ts';
import { createMarks } from './marks.ts';
import { createUsage, type Usage, type UsageRow } from './usage.ts';

const ORGANISATION = 'org';
const number = fc.integer({ min: 0, max: 5 });
const rowArbitrary = fc.record({
  organisationId: fc.constant(ORGANISATION),
  day: fc.integer({ min: 20_600, max: 20_602 }),
  memberId: fc.constantFrom('a', 'b'),
  deviceId: fc.constantFrom('one', 'two'),
  tool: fc.constantFrom('chatgpt', 'claude'),
  visits: number,
  engagedSeconds: number,
  promptsStarted: number,
  selfReported: fc.boolean(),
  runs: fc.dictionary(fc.constantFrom('w1', 'w2'), number, { maxKeys: 2 }),
});

const keyOf = (row: UsageRow) => [row.day, row.memberId, row.deviceId, row.tool].join(' ');

/** The largest of each number by key, without a database. */
function reference(rows: readonly UsageRow[]): Map<string, UsageRow> {
  const held = new Map<string, UsageRow>();
  for (const row of rows) {
    const before = held.get(keyOf(row));
    held.set(keyOf(row), before ? { ...row, ...mergeEntries(before, row) } : row);
  }
  return held;
}

function unique(rows: readonly UsageRow[]): UsageRow[] {
  return [...reference(rows).values()];
}

onBothEngines('days of use', (open, engine) => {
  it('are the largest of each number, in whatever order and however often they come', async () => {
    const { database, another } = await open();
    const hubs = [createUsage(database), createUsage(another())];
    let round = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(rowArbitrary, { maxLength: 6 }), { maxLength: 6 }),
        async (deliveries) => {
          round += 1;
          const organisationId = `${ORGANISATION}${round}`;
          const own = deliveries.map((rows) =>
            unique(rows.map((row): UsageRow => ({ ...row, organisationId }))),
          );
          const expected = [...reference(own.flat()).values()];
          // Everything, and all of it again backwards, half of it by another hub: the second time mends what the first broke.
          for (const half of [own, own.toReversed()]) {
            for (const [index, rows] of half.entries()) await hubs[index % 2]?.merge(rows);
            expect(await heldBy(hubs[0], organisationId)).toEqual(
              new Map(expected.map((row) => [keyOf(row), withoutNothing(row)])),
            );
          }
          const days = await hubs[0]?.ofDays({ organisationId, fromDay: 20_600, toDay: 20_602 });
          expect(usesOf(days ?? [])).toEqual(expectedUses(expected));
        },
      ),
      { numRuns: engine === 'sqlite' ? 60 : 25 },
    );
  });

  it('come in from two hubs at once without one waiting for ever', async () => {
    const { database, another } = await open();
    const hubs = [createUsage(database), createUsage(another())];
    const row = (index: number): UsageRow => ({
      organisationId: ORGANISATION,
      day: 20_600 + (index % 7),
      memberId: `m${index % 11}`,
      deviceId: 'd',
      tool: 'chatgpt',
      visits: index,
      engagedSeconds: 0,
      promptsStarted: 0,
      selfReported: false,
      runs: {},
    });
    const deliveries = Array.from({ length: 40 }, (_, turn) =>
      Array.from({ length: 77 }, (_empty, index) => row((index * 31 + turn) % 77)).map((each) => ({
        ...each,
        visits: turn,
      })),
    );
    const merge = async (rows: UsageRow[], index: number) => hubs[index % 2]?.merge(unique(rows));
    if (engine === 'postgres') await Promise.all(deliveries.map(merge));
    else for (const [index, rows] of deliveries.entries()) await merge(rows, index);
    const days = await hubs[0]?.ofDays({
      organisationId: ORGANISATION,
      fromDay: 20_600,
      toDay: 20_606,
    });
    expect(usesOf(days ?? [])).toHaveLength(77);
    const own = await hubs[0]?.ofMember({
      organisationId: ORGANISATION,
      memberId: 'm3',
      fromDay: 20_600,
      toDay: 20_606,
    });
    expect(own).toHaveLength(7);
    expect(own?.every(({ visits }) => visits === 39)).toBe(true);
  });

  it('come in whole when more of them waited than one statement takes', async () => {
    const { database } = await open();
    const usage = createUsage(database);
    const rows = Array.from({ length: 2600 }, (_, index): UsageRow => ({
      organisationId: ORGANISATION,
      day: 20_600 + (index % 26),
      memberId: `m${index % 100}`,
      deviceId: `d${index}`,
      tool: 'chatgpt',
      visits: 1,
      engagedSeconds: 0,
      promptsStarted: 1,
      selfReported: false,
      runs: { w1: 1, w2: 1 },
    }));
    await usage.merge(rows);
    const query = { organisationId: ORGANISATION, fromDay: 20_600, toDay: 20_625 };
    const runs = await usage.runsOfDays(query);
    expect(runs.reduce((sum, each) => sum + each.runs, 0)).toBe(5200);
    const own = await usage.ofMember({ ...query, memberId: 'm99' });
    expect(own).toHaveLength(26);
    expect([...(await createMarks(database.db).of(ORGANISATION)).keys()]).toHaveLength(26);
  });

  it('mark a day when something changed, and not when it was said again', async () => {
    const { database } = await open();
    const usage = createUsage(database);
    const marks = createMarks(database.db);
    const row: UsageRow = {
      organisationId: ORGANISATION,
      day: 20_600,
      memberId: 'a',
      deviceId: 'd',
      tool: 'chatgpt',
      visits: 2,
      engagedSeconds: 60,
      promptsStarted: 1,
      selfReported: false,
      runs: { w1: 1 },
    };
    await usage.merge([row]);
    const before = await marks.of(ORGANISATION);
    expect([...before.keys()]).toEqual([20_600]);
    await usage.merge([row]);
    await usage.merge([{ ...row, visits: 1 }]);
    expect(await marks.of(ORGANISATION)).toEqual(before);
    await usage.merge([{ ...row, visits: 3 }]);
    const then = (await marks.of(ORGANISATION)).get(20_600) ?? 0;
    expect(then).toBeGreaterThan(before.get(20_600) ?? 0);
    await usage.merge([{ ...row, visits: 3, runs: { w1: 2 } }]);
    expect((await marks.of(ORGANISATION)).get(20_600)).toBeGreaterThan(then);
  });
});

/** Every row of the two members, by key. */
async function heldBy(usage: Usage | undefined, organisationId: string) {
  const found: UsageRow[] = [];
  for (const memberId of ['a', 'b']) {
    const query = { organisationId, memberId, fromDay: 20_600, toDay: 20_602 };
    found.push(...((await usage?.ofMember(query)) ?? []));
  }
  return new Map(found.map((row) => [keyOf(row), withoutNothing(row)]));
}

/** `day member use` of everybody, sorted. */
function usesOf(days: readonly DayUses[]): string[] {
  const uses: string[] = [];
  for (const { day, text } of days) {
    eachUse(text, (from, to, use) => uses.push(`${day} ${text.slice(from, to)} ${use}`));
  }
  return uses.toSorted();
}

/** The same from the rows: all devices and tools together. */
function expectedUses(rows: readonly UsageRow[]): string[] {
  return [...Map.groupBy(rows, ({ day, memberId }) => `${day} ${memberId}`)]
    .map(([key, own]) => {
      const prompts = own.reduce((sum, { promptsStarted }) => sum + promptsStarted, 0);
      const visited = own.some(({ visits }) => visits > 0) ? VISITED : 0;
      const byHand = own.some(({ selfReported }) => selfReported) ? SELF_REPORTED : 0;
      return `${key} ${prompts * PROMPT + byHand + visited}`;
    })
    .toSorted();
}

/** Runs of none are the same as no run. */
function withoutNothing(row: UsageRow): UsageRow {
  const runs = Object.entries(row.runs).filter(([, count]) => count > 0);
  return { ...row, runs: Object.fromEntries(runs) };
}
