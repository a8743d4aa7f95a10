import { dayRange, weekdayOf, type DayKey } from '../../lib/domain/day.ts';
import type { JoinReply } from '../../lib/contract/hub/people.ts';
import { joinAll, setUp, type HubWorld, type HubWorlds } from './hub-world.ts';

const FOUNDED = '2026-04-20T09:00:00+09:00';
/** A Monday; the four weeks that ended the day before are told. */
export const GAP_TOLD = '2026-06-01T09:00:00+09:00';
const DAYS = dayRange('2026-04-27' as DayKey, '2026-05-31' as DayKey).filter(
  (day) => weekdayOf(day) <= 5,
);

/** A department of which only some came in the last weeks; its owner is one of those who did not. */
export interface GapWorld {
  readonly world: HubWorld;
  readonly departmentId: string;
  readonly otherId: string;
  readonly owner: string;
  readonly champion: string;
  readonly advisor: string;
  readonly members: readonly JoinReply[];
}

/** 営業 with an owner, a champion and `members`, of whom the first `active` and the champion came every day. */
export async function gapWorld(
  worlds: HubWorlds,
  { members: count, active }: { readonly members: number; readonly active: number },
): Promise<GapWorld> {
  const founded = await worlds.fresh(FOUNDED);
  const setup = await setUp(founded, ['営業', '総務']);
  const [sales, office] = setup.departments;
  if (!sales || !office) throw new Error('two departments');
  const champions = await joinAll(founded, sales.invites.champion);
  const members = await joinAll(founded, sales.invites.member, count);
  const advising = await founded.ask(`POST /v1/departments/${sales.id}/invites`, {
    token: setup.memberToken,
    body: { role: 'advisor' },
  });
  const [advisor] = await joinAll(founded, advising.json<{ link: string }>().link);
  const world = await worlds.beside(founded, GAP_TOLD);
  for (const [at, { memberToken }] of [...members.slice(0, active), ...champions].entries()) {
    const days = DAYS.map((day) => ({
      day,
      tool: 'chatgpt',
      visits: 1,
      engagedSeconds: 60,
      promptsStarted: 1,
      selfReported: false,
      runs: {},
    }));
    const body = { deviceId: `device-${at}`, days };
    const sent = await world.ask('PUT /v1/usage', { token: memberToken, body });
    if (sent.status !== 200) throw new Error(sent.text);
  }
  return {
    world,
    departmentId: sales.id,
    otherId: office.id,
    owner: setup.memberToken,
    champion: champions[0]?.memberToken ?? '',
    advisor: advisor?.memberToken ?? '',
    members,
  };
}
