import type { DaysOff } from '../../lib/domain/calendar.ts';
import { addDays, dayRange, epochDay, type DayKey, type WeekKey } from '../../lib/domain/day.ts';
import type { UseRow } from '../../lib/domain/department-count.ts';
import type { Stay } from '../../lib/domain/stay.ts';
import { weekNumberOf } from '../../lib/domain/week-number.ts';
import { shownOf, type Company } from './department-world.ts';

/** What a member may have done: days used, each with its prompts. The attacker knows that it was one of these. */
export type History = Readonly<Record<string, number>>;

/** A company of which the attacker knows everything but what its members did. */
export interface Secret {
  readonly stays: readonly Stay[];
  /** Each member's possible histories. */
  readonly histories: Readonly<Record<string, readonly History[]>>;
  /** The only scheduled days; on all others everybody is away, except on `leave`. */
  readonly scheduled: readonly string[];
  readonly leave?: Readonly<Record<string, readonly string[]>>;
  readonly settings?: Company['settings'];
  readonly target?: number;
  /** Every week that is looked at. When does not matter: what a week shows never changes (`privacy-floor.test.ts`). */
  readonly weeks: readonly string[];
  readonly today: string;
}

/** What the attacker got to know for certain about somebody else. */
export interface Finding {
  /** The member whose own days the attacker knows, undefined for an outsider. */
  readonly viewer: string | undefined;
  readonly member: string;
  /** What was asked, and the answer. */
  readonly fact: string;
}

/** What anybody is shown of a company. */
export type Show = (company: Company, weeks: readonly WeekKey[], today: DayKey) => unknown;

/** Members who differ in nothing but their name, and what each of them may have done. */
interface Kind {
  readonly members: readonly string[];
  readonly histories: readonly History[];
  readonly facts: readonly (readonly [string, readonly boolean[]])[];
}

/** A company that could be: for each kind how many of its members had each history. */
type World = readonly (readonly number[])[];

/**
 * The attacker with all the time in the world: goes through every company that could be, keeps those that would show
 * exactly the same everywhere, and says which facts about a member are the same in all of them, for an outsider and for a
 * member who adds the own days. No fact may be. Facts are "was active in week n" and "started prompts in week n".
 * Members of one kind are interchangeable, so one stands for all.
 */
export function findPinned(secret: Secret, show: Show = shownOf): Finding[] {
  const kinds = kindsOf(secret);
  const classes = Map.groupBy(worldsOf(kinds), (world) =>
    showWorld(secret, { kinds, world }, show),
  );
  const findings = new Map<string, Finding>();
  for (const same of classes.values()) {
    for (const { viewer, candidates } of viewsOf(kinds, same)) {
      kinds.forEach(({ facts, members }, index) => {
        const member = members.find((each) => each !== viewer);
        if (member === undefined) return;
        for (const [fact, holds] of facts) {
          const answers = new Set(
            candidates.flatMap((world) =>
              holds.filter((_, choice) => (world[index]?.[choice] ?? 0) > 0),
            ),
          );
          if (answers.size !== 1) continue;
          const finding = { viewer, member, fact: `${fact}: ${String([...answers][0])}` };
          findings.set(JSON.stringify(finding), finding);
        }
      });
    }
  }
  return [...findings.values()];
}

/** What an outsider, and a member of each kind with each history of their own, still holds possible of the others. */
function* viewsOf(
  kinds: readonly Kind[],
  same: readonly World[],
): Generator<{ viewer: string | undefined; candidates: readonly World[] }> {
  yield { viewer: undefined, candidates: same };
  for (const [index, { members, histories }] of kinds.entries()) {
    for (const own of histories.keys()) {
      const candidates = same
        .filter((world) => (world[index]?.[own] ?? 0) > 0)
        .map((world) =>
          world.map((counts, kind) =>
            kind === index ? counts.with(own, (counts[own] ?? 0) - 1) : counts,
          ),
        );
      if (candidates.length > 0) yield { viewer: members[0], candidates };
    }
  }
}

function kindsOf(secret: Secret): Kind[] {
  const byKind = Map.groupBy(Object.keys(secret.histories), (member) => kindOf(secret, member));
  return [...byKind.values()].map((members) => {
    const histories = secret.histories[members[0] ?? ''] ?? [];
    return { members, histories, facts: factsOf(histories) };
  });
}

/** Every way to spread each kind's members over its histories. */
function worldsOf(kinds: readonly Kind[]): World[] {
  return kinds.reduce<World[]>(
    (worlds, { members, histories }) =>
      worlds.flatMap((world) =>
        spreads(members.length, histories.length).map((counts) => [...world, counts]),
      ),
    [[]],
  );
}

function spreads(people: number, places: number): number[][] {
  if (places === 1) return [[people]];
  return Array.from({ length: people + 1 }, (_, first) =>
    spreads(people - first, places - 1).map((rest) => [first, ...rest]),
  ).flat();
}

/** All combinations of used days, each with as many prompts. */
export function anyOf(days: readonly string[], prompts = 0): History[] {
  return days.reduce<History[]>(
    (all, day) => all.flatMap((history) => [history, { ...history, [day]: prompts }]),
    [{}],
  );
}

/** Facts that are not decided by the histories alone, with the answer for each history. */
function factsOf(histories: readonly History[]): [string, boolean[]][] {
  const weeks = new Set(
    histories.flatMap((history) => Object.keys(history).map((day) => weekNumberOf(day as DayKey))),
  );
  return [...weeks]
    .flatMap((week): [string, boolean[]][] => {
      const inWeek = (history: History): [string, number][] =>
        Object.entries(history).filter(([day]) => weekNumberOf(day as DayKey) === week);
      return [
        [`active in ${week}`, histories.map((history) => inWeek(history).length > 0)],
        [
          `prompts in ${week}`,
          histories.map((history) => inWeek(history).some(([, prompts]) => prompts > 0)),
        ],
      ];
    })
    .filter(([, answers]) => new Set(answers).size > 1);
}

function showWorld(
  secret: Secret,
  { kinds, world }: { readonly kinds: readonly Kind[]; readonly world: World },
  show: Show,
): string {
  const use = kinds.flatMap(({ members, histories }, index): UseRow[] => {
    const spread = (world[index] ?? []).flatMap((count, choice) =>
      Array.from({ length: count }, () => histories[choice] ?? {}),
    );
    return members.flatMap((memberId, at) =>
      Object.entries(spread[at] ?? {}).map(([day, prompts]) => ({
        memberId,
        day: epochDay(day as DayKey),
        visits: 1,
        promptsStarted: prompts,
        selfReported: false,
      })),
    );
  });
  const members = Object.keys(secret.histories);
  const company: Company = {
    stays: secret.stays,
    use,
    leave: leaveOf(secret, members),
    target: secret.target ?? 0.5,
    settings: secret.settings ?? { floor: 5 },
  };
  return JSON.stringify(show(company, secret.weeks as WeekKey[], secret.today as DayKey));
}

function leaveOf(secret: Secret, members: readonly string[]): Map<string, DaysOff[]> {
  const days = secret.scheduled.toSorted() as DayKey[];
  const [first = '2026-01-01' as DayKey] = days;
  const off = dayRange(addDays(first, -7), addDays(days.at(-1) ?? first, 7))
    .filter((day) => !days.includes(day))
    .map((day): DaysOff => ({ from: day, to: day }));
  return new Map(
    members.map((member) => [
      member,
      [
        ...off,
        ...(secret.leave?.[member] ?? []).map((day): DaysOff => ({
          from: day as DayKey,
          to: day as DayKey,
        })),
      ],
    ]),
  );
}

function kindOf(secret: Secret, member: string): string {
  const stays = secret.stays
    .filter(({ memberId }) => memberId === member)
    .map(({ departmentId, fromDay, toDay }) => [departmentId, fromDay, toDay]);
  return JSON.stringify([stays, secret.leave?.[member], secret.histories[member]]);
}
