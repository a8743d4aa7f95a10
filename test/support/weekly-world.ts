import type { JoinReply, SetupReply } from '../../lib/contract/hub/people.ts';
import { dayRange, weekdayOf, type DayKey } from '../../lib/domain/day.ts';
import { joinAll, setUp, use, type HubWorld, type HubWorlds } from './hub-world.ts';

/** A company with weeks of use behind it, whose Monday mail is near. */
export interface WeeklyWorld {
  readonly world: HubWorld;
  readonly setup: SetupReply;
  readonly champion: JoinReply;
  readonly member: JoinReply;
  /** Id of 営業, which has people; 経理 has nobody. */
  readonly sales: string;
  readonly office: string;
}

/** The Monday at nine, Tokyo, on which the week 2026-W46 is due. */
export const MONDAY = '2026-11-16T09:00:00+09:00';

/** 営業 with a champion who reads mail, seven members and five weeks of use; joined on 2026-10-12. */
export async function weeklyWorld(worlds: HubWorlds): Promise<WeeklyWorld> {
  const world = await worlds.fresh('2026-10-12T08:00:00+09:00');
  const setup = await setUp(world);
  const [sales, office] = setup.departments;
  const invite = sales?.invites.champion ?? '';
  const joined = await world.ask('POST /v1/join', {
    body: { invite, displayName: '推進 花子', email: 'hanako@example.com' },
  });
  const members = await joinAll(world, sales?.invites.member ?? '', 7);
  const later = await worlds.beside(world, '2026-11-15T12:00:00+09:00');
  const days = dayRange('2026-10-12' as DayKey, '2026-11-13' as DayKey).filter(
    (day) => weekdayOf(day) <= 5,
  );
  for (const [index, { memberToken }] of members.entries()) {
    await use(later, memberToken, index < 5 ? days : days.slice(-8));
  }
  return {
    world,
    setup,
    champion: joined.json<JoinReply>(),
    member: members[0] as JoinReply,
    sales: sales?.id ?? '',
    office: office?.id ?? '',
  };
}

/** A further hub on the same database, at an instant, that sends by an SMTP server. */
export async function hubAt(
  worlds: HubWorlds,
  { world }: WeeklyWorld,
  options: {
    readonly at: string;
    readonly smtpPort?: number;
    readonly env?: Record<string, string>;
  },
): Promise<HubWorld> {
  const smtp =
    options.smtpPort === undefined ? {} : { SMTP_URL: `smtp://127.0.0.1:${options.smtpPort}` };
  return worlds.beside({ ...world, env: { ...world.env, ...smtp, ...options.env } }, options.at);
}
