import { expect } from 'vitest';
import type {
  AttachmentReply,
  CompanyGoal,
  ProgrammeReply,
} from '../../lib/contract/hub/programme.ts';
import type { SharedWorkflowDraft } from '../../lib/contract/hub/sharing.ts';
import type { DayKey } from '../../lib/domain/day.ts';
import { dayOfUse, joinAll, setUp, type HubWorld, type HubWorlds } from './hub-world.ts';

/** A Monday. */
export const START = '2026-04-06' as DayKey;
/** Noon in Japan on a day. */
export const at = (day: DayKey): string => `${day}T12:00:00+09:00`;
const QUOTES: SharedWorkflowDraft = {
  name: '見積書の作成',
  kind: 'sales',
  rhythm: { kind: 'everyWorkday' },
  minutes: 20,
};

/** 営業 of eight people with two workflows, 経理 of six with one like the first; nothing has run yet. */
export async function createCompany(worlds: HubWorlds) {
  const world = await worlds.fresh(at(START));
  const { memberToken: owner, organisationId, departments } = await setUp(world);
  const [sales, office] = departments;
  if (!sales || !office) throw new Error('two departments');
  const people = await joinAll(world, sales.invites.member, 6);
  const [champion] = await joinAll(world, sales.invites.champion);
  await joinAll(world, office.invites.member, 6);
  const [stranger] = await joinAll(world, office.invites.champion);
  const register = async (departmentId: string, id: string, name = QUOTES.name): Promise<void> => {
    const body = { ...QUOTES, name, id, departmentId };
    const answer = await world.ask('POST /v1/workflows', { token: owner, body });
    expect(answer.status).toBe(201);
  };
  return {
    world,
    organisationId,
    sales: sales.id,
    office: office.id,
    owner,
    champion: { token: champion?.memberToken ?? '', id: champion?.memberId ?? '' },
    stranger: stranger?.memberToken ?? '',
    people,
    register,
    goal: (change: Partial<CompanyGoal> = {}): CompanyGoal => ({
      purpose: 'hands',
      sentence: '見積もりを半分の時間で返す',
      share: 0.6,
      by: '2026-09-30' as DayKey,
      departmentIds: [sales.id],
      workflowIds: [],
      ...change,
    }),
  };
}

type Company = Awaited<ReturnType<typeof createCompany>>;

/** The goal, the workflow, the champion and the start, in the order that works. */
export async function begin(company: Company): Promise<void> {
  const { world, sales, owner, champion, register, goal } = company;
  await register(sales, 'quotes');
  await world.ask('PUT /v1/goal', { token: owner, body: goal({ workflowIds: ['quotes'] }) });
  const body = { memberId: champion.id };
  const appointed = await world.ask(`PUT /v1/departments/${sales}/appointment`, {
    token: owner,
    body,
  });
  expect(appointed.status).toBe(204);
  const started = await world.ask(`PUT /v1/departments/${sales}/programme`, {
    token: champion.token,
    body: { startedOn: START },
  });
  expect(started.status).toBe(200);
}

/** One run of a workflow on each of some days, with a visit. */
export async function run(
  { ask }: HubWorld,
  token: string | undefined,
  id: string,
  days: readonly DayKey[],
): Promise<void> {
  const body = {
    deviceId: 'device',
    days: days.map((day) => dayOfUse(day, { runs: { [id]: 1 } })),
  };
  expect((await ask('PUT /v1/usage', { token, body })).status).toBe(200);
}

/** The attachment board as this reader gets it. */
export const boardOf = async ({ ask }: HubWorld, token: string, department: string) =>
  (await ask(`GET /v1/departments/${department}/attachment`, { token })).json<AttachmentReply>();
/** The programme as this reader gets it. */
export const programmeOf = async ({ ask }: HubWorld, token: string, department: string) =>
  (await ask(`GET /v1/departments/${department}/programme`, { token })).json<ProgrammeReply>();
