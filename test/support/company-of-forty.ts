import { expect } from 'vitest';
import { createJobs } from '../../hub/jobs/jobs.ts';
import type { JoinReply } from '../../lib/contract/hub/people.ts';
import type { MeetingsReply } from '../../lib/contract/hub/meetings.ts';
import type { AttachmentReply, ProgrammeReply } from '../../lib/contract/hub/programme.ts';
import { addDays, type DayKey } from '../../lib/domain/day.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { dayOfUse, joinAll, setUp, type HubWorld, type HubWorlds } from './hub-world.ts';

/** The Monday on which all sixteen weeks begin. */
export const START = '2026-04-06' as DayKey;

/** Those who run it, in the order of their departments. */
const CHAMPIONS = {
  ja: ['佐藤 桜', '鈴木 実', '高橋 翼', '田中 薫'],
  en: ['Sakura Sato', 'Minoru Suzuki', 'Tsubasa Takahashi', 'Kaoru Tanaka'],
} as const;

/** Somebody's habit: whether they come in a numbered week, and what they run on each of its days. */
export interface Habit {
  comes(week: number): boolean;
  runs?(week: number): Readonly<Record<string, number>>;
}

/** A department, its people beside the champion by habit, and the champion. */
export interface PlayedDepartment {
  readonly id: string;
  readonly champion: JoinReply;
  readonly people: readonly { readonly token: string; readonly habit: Habit }[];
}

/** The company as it is played: by its routes alone, at instants that the story names. */
export interface Company {
  readonly owner: string;
  readonly departments: Readonly<Record<string, PlayedDepartment>>;
  /** The hub at an instant; its jobs have run once. */
  at(instant: string): Promise<HubWorld>;
  /** Everybody's devices deliver a week, on its Saturday. */
  week(number: number): Promise<void>;
}

/** Brings a company in, a habit a person; the owner belongs to the first department and has none. */
export async function createCompanyOfForty(
  worlds: HubWorlds,
  habits: Readonly<Record<string, readonly Habit[]>>,
  {
    env,
    language,
  }: { readonly env: Readonly<Record<string, string>>; readonly language: Language },
): Promise<Company> {
  const first = await worlds.fresh(`${START}T07:00:00+09:00`);
  const world = { ...first, env: { ...first.env, ...env } };
  const setup = await setUp(world, Object.keys(habits), language);
  const owner = setup.memberToken;
  const departments: Record<string, PlayedDepartment> = {};
  for (const [index, { id, name, invites }] of setup.departments.entries()) {
    const joined = await world.ask('POST /v1/join', {
      body: {
        invite: invites.champion,
        displayName: CHAMPIONS[language][index] ?? name,
        email: `champion-${index}@example.com`,
      },
    });
    const members = await joinAll(world, invites.member, (habits[name]?.length ?? 0) - 1);
    const champion = joined.json<JoinReply>();
    const people = [champion, ...members].map(({ memberToken }, at) => ({
      token: memberToken,
      habit: habits[name]?.[at] ?? { comes: () => false },
    }));
    departments[name] = { id, champion, people };
  }
  const deliver = async ({ ask }: HubWorld, week: number): Promise<void> => {
    for (const { people } of Object.values(departments)) {
      for (const { token, habit } of people.filter((each) => each.habit.comes(week))) {
        const days = [0, 1, 2, 3, 4].map((day) =>
          dayOfUse(addDays(START, (week - 1) * 7 + day), { runs: habit.runs?.(week) ?? {} }),
        );
        const sent = await ask('PUT /v1/usage', { token, body: { deviceId: 'device', days } });
        expect(sent.status).toBe(200);
      }
    }
  };
  return {
    owner,
    departments,
    async at(instant) {
      const there = await worlds.beside(world, instant);
      await createJobs(there.hub).tick();
      return there;
    },
    async week(number) {
      const saturday = addDays(START, number * 7 - 2);
      await deliver(await worlds.beside(world, `${saturday}T10:00:00+09:00`), number);
    },
  };
}

/** What the board of a department shows its champion. */
export function boardOf({ ask }: HubWorld, { id, champion }: PlayedDepartment) {
  const token = champion.memberToken;
  const at = `GET /v1/departments/${id}` as const;
  return {
    programme: async () => (await ask(`${at}/programme`, { token })).json<ProgrammeReply>(),
    meetings: async () => (await ask(`${at}/meetings`, { token })).json<MeetingsReply>(),
    attachment: async () => (await ask(`${at}/attachment`, { token })).json<AttachmentReply>(),
  };
}

/** The champion writes to a department's path; anything but a yes fails the story. */
export async function write(
  { ask }: HubWorld,
  { id, champion }: PlayedDepartment,
  [method, path, body]: readonly ['PUT' | 'POST', string, unknown],
): Promise<void> {
  const token = champion.memberToken;
  const answer = await ask(`${method} /v1/departments/${id}/${path}`, { token, body });
  expect([path, answer.status < 300, answer.text]).toEqual([path, true, expect.anything()]);
}
