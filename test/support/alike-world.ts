import { openDatabase } from '../../hub/db/open-database.ts';
import type { UsageRow } from '../../hub/repositories/usage.ts';
import { dayRange, epochDay, weekdayOf, type DayKey } from '../../lib/domain/day.ts';
import { PULSE_QUESTIONS } from '../../lib/domain/pulse.ts';
import { promptRunId } from '../../lib/domain/prompt-run.ts';
import type { JoinReply } from '../../lib/contract/hub/people.ts';
import { joinAll, setUp, type HubWorld, type HubWorlds } from './hub-world.ts';
import { promptText } from './sharing-world.ts';

/** Somebody who looks at everything they can reach. */
export interface Reader {
  readonly name: string;
  readonly token: string;
}

/** A company whose readers' own days are known and whose others' are a secret. */
export interface AlikeWorld {
  readonly world: HubWorld;
  readonly departmentIds: readonly string[];
  /** Everybody who is still there: readers, and those whose days are a secret. */
  readonly memberIds: readonly string[];
  readonly promptId: string;
  readonly readers: readonly Reader[];
  /** Puts one of the possible pasts into the database, in place of the one before, with nothing sent yet. */
  happen(past: Past): Promise<void>;
}

/**
 * A possible past: who of each secret group stayed away all the time (the last so many), and who ran the shared prompt. The
 * prompts of those who stayed away are spread over the first of the group, so that the sums are the same.
 */
export interface Past {
  readonly away: number;
  readonly ran: number;
}

/** What nine of 営業 said in May, and how many of 総務 answered: by who stayed away. The floor tells them alike. */
const PULSES = [
  { sales: [0, 1, 1, 5, 2], office: 4 },
  { sales: [1, 0, 1, 2, 5], office: 3 },
  { sales: [0, 0, 2, 5, 2], office: 0 },
] as const;

/** Pasts of which the privacy floor tells the same: "all or nearly all came", and the shared prompt's step of five. */
export const PASTS: readonly Past[] = [
  { away: 0, ran: 6 },
  { away: 1, ran: 5 },
  { away: 2, ran: 5 },
];

/** Golden Week is over; four weeks to the Monday on which the last of them is told. */
const FOUNDED = '2026-05-04T09:00:00+09:00';
const MIDWAY = '2026-05-20T09:00:00+09:00';
/** The Monday on which the four weeks are told. */
export const TOLD_AT = '2026-06-01T12:00:00+09:00';
/** The weeks with anything in them, and one that runs. */
export const WEEKS = ['2026-W19', '2026-W20', '2026-W21', '2026-W22', '2026-W23'] as const;
const DAYS = dayRange('2026-05-07' as DayKey, '2026-05-29' as DayKey).filter(
  (day) => weekdayOf(day) <= 5,
);
const PROMPTS = 4;

/**
 * 営業 is shown alone; 総務 is under the floor and takes 製造 into Other. One leaves and one joins in the third week. Readers of
 * every role and both languages, with the same days in every past.
 */
export async function alikeWorld(worlds: HubWorlds): Promise<AlikeWorld> {
  const world = await worlds.fresh(FOUNDED);
  const setup = await setUp(world, ['営業', '製造', '総務']);
  const [sales, works, office] = setup.departments;
  if (!sales || !works || !office) throw new Error('three departments');
  const [champion] = await joinAll(world, sales.invites.champion);
  const secretSales = await joinAll(world, sales.invites.member, 8);
  const [member] = await joinAll(world, works.invites.member);
  const secretWorks = await joinAll(world, works.invites.member, 6);
  const [small] = await joinAll(world, office.invites.champion);
  const [clerk] = await joinAll(world, office.invites.member);
  const secretOffice = await joinAll(world, office.invites.member, 2);
  const advising = await world.ask(`POST /v1/departments/${works.id}/invites`, {
    token: setup.memberToken,
    body: { role: 'advisor' },
  });
  const [advisor] = await joinAll(world, advising.json<{ link: string }>().link);
  const midway = await worlds.beside(world, MIDWAY);
  const leaver = secretSales[3];
  await midway.ask('DELETE /v1/me', { token: leaver?.memberToken });
  const [newcomer] = await joinAll(midway, sales.invites.member);
  const readers = [
    { name: 'owner', token: setup.memberToken, language: 'ja' },
    { name: 'champion', token: champion?.memberToken ?? '', language: 'en' },
    { name: 'member', token: member?.memberToken ?? '', language: 'ja' },
    { name: 'champion of a small department', token: small?.memberToken ?? '', language: 'ja' },
    { name: 'member of a small department', token: clerk?.memberToken ?? '', language: 'en' },
    { name: 'advisor', token: advisor?.memberToken ?? '', language: 'en' },
  ] as const;
  for (const { name, token, language } of readers) {
    const body = { language, email: `${name.replaceAll(' ', '.')}@example.com` };
    await world.ask('PUT /v1/me', { token, body });
  }
  await world.ask('POST /v1/prompts', {
    token: champion?.memberToken,
    body: { id: 'reply', text: promptText() },
  });
  const approved = await world.ask('PUT /v1/prompts/reply', {
    token: champion?.memberToken,
    body: { do: 'approve', version: 1 },
  });
  if (approved.status !== 200) throw new Error(approved.text);

  const me = await world.ask('GET /v1/me', { token: setup.memberToken });
  const owner = me.json<{ memberId: string }>().memberId;
  const known = [owner, ...idsOf([champion, member, small, clerk])];
  const groups = [
    idsOf(secretSales.filter((each) => each !== leaver)),
    idsOf([...secretOffice, ...secretWorks]),
  ];
  const [organisationId = ''] = await world.hub.organisations.ids();
  return {
    world,
    departmentIds: [sales.id, works.id, office.id],
    memberIds: [...known, ...groups.flat()],
    promptId: 'reply',
    readers,
    async happen({ away, ran }) {
      await forget(world);
      const row = (memberId: string, day: DayKey, promptsStarted: number, runs = 0): UsageRow => ({
        organisationId,
        day: epochDay(day),
        memberId,
        deviceId: 'device',
        tool: 'chatgpt',
        visits: 1 + away,
        engagedSeconds: 600 + 60 * away,
        promptsStarted,
        selfReported: false,
        runs: runs === 0 ? {} : { [promptRunId('reply')]: runs },
      });
      const rows = [
        // The readers' own, which each of them sees exactly.
        ...known.flatMap((id) =>
          DAYS.map((day) => ({ ...row(id, day, PROMPTS), visits: 1, engagedSeconds: 600 })),
        ),
        ...idsOf([leaver]).flatMap((id) => DAYS.slice(0, 9).map((day) => row(id, day, PROMPTS))),
        ...idsOf([newcomer]).flatMap((id) => DAYS.slice(-6).map((day) => row(id, day, PROMPTS))),
        ...groups.flatMap((group, index) =>
          group.slice(0, group.length - away).flatMap((id, at) =>
            DAYS.map((day) => {
              const runs = index === 0 && at < ran && day === DAYS[0] ? 2 : 0;
              return row(id, day, at === 0 ? PROMPTS * (1 + away) : PROMPTS, runs);
            }),
          ),
        ),
      ];
      await world.hub.usage.merge(rows);
      await said(world, {
        organisationId,
        departmentIds: [sales.id, office.id],
        // Who answered June's so far, of whom nothing is told before the middle of the month.
        answeredJune: groups.flat().slice(away),
        ...(PULSES[away] ?? PULSES[0]),
      });
    },
  };
}

function idsOf(people: readonly (JoinReply | undefined)[]): string[] {
  return people.flatMap((person) => (person ? [person.memberId] : []));
}

async function forget({ env }: HubWorld): Promise<void> {
  const { db, close } = openDatabase({ dataDir: env['DATA_DIR'] ?? '', databaseUrl: undefined });
  for (const table of [
    'usage_days',
    'usage_runs',
    'deliveries',
    'slots',
    'gap_offers',
    'pulse_answered',
    'pulse_counts',
  ] as const) {
    await db.deleteFrom(table).execute();
  }
  await close();
}

/** An offer that stands in both departments, and what was said in May and June. */
async function said(
  { env }: HubWorld,
  past: {
    readonly organisationId: string;
    readonly departmentIds: readonly [string, string];
    readonly sales: readonly number[];
    readonly office: number;
    readonly answeredJune: readonly string[];
  },
): Promise<void> {
  const { db, close } = openDatabase({ dataDir: env['DATA_DIR'] ?? '', databaseUrl: undefined });
  const { organisationId: organisation_id, departmentIds } = past;
  const [salesId] = departmentIds;
  const offered_day = epochDay('2026-05-28' as DayKey);
  await db
    .insertInto('gap_offers')
    .values(departmentIds.map((department_id) => ({ organisation_id, department_id, offered_day })))
    .execute();
  const answers = [past.sales, [0, 0, past.office, 0, 0]].flatMap((counts, index) =>
    PULSE_QUESTIONS.flatMap((question) =>
      counts.map((count, at) => ({
        organisation_id,
        department_id: departmentIds[index] ?? salesId,
        month: '2026-05',
        question,
        points: at + 1,
        answers: count,
      })),
    ),
  );
  const june = { question: 'quality', points: 3, answers: past.answeredJune.length };
  await db
    .insertInto('pulse_counts')
    .values([...answers, { organisation_id, department_id: salesId, month: '2026-06', ...june }])
    .execute();
  await db
    .insertInto('pulse_answered')
    .values(
      past.answeredJune.map((member_id) => ({ organisation_id, member_id, month: '2026-06' })),
    )
    .execute();
  await close();
}
