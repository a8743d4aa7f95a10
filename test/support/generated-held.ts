import * as fc from 'fast-check';
import { entryOf } from '../../lib/contract/envelope.ts';
import { DEFAULT_CALENDAR, DEFAULT_SETTINGS } from '../../lib/contract/settings.ts';
import {
  calendarItem,
  deviceItem,
  healthItem,
  ledgerItem,
  promptItem,
  rememberedItem,
  settingsItem,
  tasteItem,
  workflowItem,
} from '../../lib/contract/stored-items.ts';
import { dayOfEpoch, monthOf, type DayKey } from '../../lib/domain/day.ts';
import type { LedgerDay } from '../../lib/domain/ledger.ts';
import type { Prompt, Workflow } from '../../lib/domain/workflow.ts';
import { promptDraft, workflowDraft } from './command-world.ts';

const IDS = ['a', 'b', 'sales/quote.1'];
const instant = fc.integer({ min: 1, max: 5 });
const day = fc.integer({ min: 20_000, max: 20_090 }).map(dayOfEpoch);
const deletion = fc.option(instant, { nil: undefined });

const entry = fc.record({
  visits: fc.nat(5),
  engagedSeconds: fc.nat(4000),
  promptsStarted: fc.nat(9),
  selfReported: fc.boolean(),
  runs: fc.dictionary(fc.constantFrom(...IDS), fc.nat(3), { maxKeys: 2 }),
});
const ledgerDays = fc.uniqueArray(
  fc.record({ day, tool: fc.constantFrom('chatgpt', 'gemini', 'new-tool'), entry }),
  { selector: (each) => each.day, maxLength: 8 },
);

/** A prompt with this id; few enough texts and instants that two of them often clash. */
export const generatedPrompt = (id: string): fc.Arbitrary<Prompt> =>
  fc
    .record({
      body: fc.constantFrom('one', 'two', '三'),
      title: fc.constantFrom('題', 'title'),
      createdAt: instant,
      updatedAt: instant,
      deletedAt: deletion,
      versions: fc.array(
        fc.record({ body: fc.constantFrom('one', 'old', '四'), replacedAt: instant }),
        { maxLength: 3 },
      ),
    })
    .map(({ body, title, deletedAt, versions, ...rest }) => {
      const { source, ...text } = promptDraft({ body, title });
      return {
        ...text,
        ...rest,
        id,
        source,
        ...(deletedAt === undefined ? {} : { deletedAt }),
        versions: versions.map((version) => ({ ...text, ...version })),
      };
    });

/** A workflow with this id. */
export const generatedWorkflow = (id: string): fc.Arbitrary<Workflow> =>
  fc
    .record({
      minutes: fc.integer({ min: 1, max: 3 }),
      createdAt: instant,
      updatedAt: instant,
      deletedAt: deletion,
    })
    .map(({ minutes, deletedAt, ...rest }) => ({
      ...workflowDraft({ minutes }),
      ...rest,
      id,
      ...(deletedAt === undefined ? {} : { deletedAt }),
    }));

const someOf = <T>(make: (id: string) => fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.subarray(IDS).chain((ids) => fc.tuple(...ids.map(make)));

/** What a browser may have stored after some use: all kinds of items, damaged ones set aside among them. */
export const generatedStorage: fc.Arbitrary<Record<string, unknown>> = fc
  .record({
    startedOn: day,
    weeklyGoal: fc.integer({ min: 1, max: 7 }),
    email: fc.option(fc.constant('a@example.co.jp'), { nil: undefined }),
    closures: fc.uniqueArray(day, { maxLength: 3 }),
    devices: fc.dictionary(fc.constantFrom('dev-1', 'dev-2', 'dev-3'), ledgerDays, { maxKeys: 3 }),
    workflows: someOf(generatedWorkflow),
    prompts: someOf(generatedPrompt),
    remembered: fc.dictionary(
      fc.constantFrom(...IDS),
      fc.dictionary(fc.constantFrom('相手', 'x'), fc.string({ maxLength: 5 })),
    ),
    taste: fc.dictionary(
      fc.constantFrom(...IDS),
      fc.record(
        {
          uses: fc.nat(9),
          passedOver: fc.nat(9),
          lastUsedAt: instant,
          verdict: fc.constantFrom('helped' as const, 'missed' as const),
          answeredAt: instant,
          invitedAt: instant,
        },
        { requiredKeys: ['uses', 'passedOver', 'lastUsedAt'] },
      ),
    ),
    health: fc.dictionary(fc.constantFrom('chatgpt:composer:0', 'claude:send:1'), fc.nat(9)),
    // As storage would hold it: JSON has no negative zero.
    quarantined: fc.dictionary(
      fc.constantFrom('prompt/a', 'settings'),
      fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value))),
      { maxKeys: 2 },
    ),
  })
  .map((made) =>
    Object.fromEntries([
      entryOf(deviceItem, {
        id: '6f1c2d3e-4b5a-4c6d-8e7f-901234567890',
        createdAt: 1,
        startedOn: made.startedOn,
      }),
      entryOf(settingsItem, {
        ...DEFAULT_SETTINGS,
        weeklyGoal: made.weeklyGoal,
        ...(made.email === undefined ? {} : { championEmail: made.email }),
      }),
      entryOf(calendarItem, {
        ...DEFAULT_CALENDAR,
        closures: made.closures.map((from) => ({ from, to: from })),
      }),
      entryOf(tasteItem, made.taste),
      entryOf(healthItem, made.health),
      ...Object.entries(made.devices).flatMap(([id, days]) => ledgerEntries(id, days)),
      ...made.workflows.map((each) => entryOf(workflowItem(each.id), each)),
      ...made.prompts.map((each) => entryOf(promptItem(each.id), each)),
      ...Object.entries(made.remembered).map(([id, values]) => entryOf(rememberedItem(id), values)),
      ...Object.entries(made.quarantined).map(([key, value]) => [
        `quarantine/${key}/7`,
        { v: 1, data: { foundAt: 7, reason: 'made', value } },
      ]),
    ]),
  );

function ledgerEntries(
  deviceId: string,
  days: readonly { day: DayKey; tool: string; entry: LedgerDay[string] }[],
): [string, unknown][] {
  const months = Map.groupBy(days, (each) => monthOf(each.day));
  return [...months].map(([month, ofMonth]) =>
    entryOf(
      ledgerItem(deviceId, month),
      Object.fromEntries(ofMonth.map((each) => [each.day, { [each.tool]: each.entry }])),
    ),
  );
}
