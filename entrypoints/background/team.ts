import { createTeamMembership } from '../../lib/app/team-membership.ts';
import { createTeamSync, type TeamSync } from '../../lib/app/sync-outbox.ts';
import type { DepartmentInvites, TeamCommand } from '../../lib/contract/commands.ts';
import { browser } from '../../lib/platform/browser.ts';
import { createHostAccess } from '../../lib/platform/host-access.ts';
import { createHubClient } from '../../lib/platform/hub-client.ts';
import type { Background } from './background.ts';
import { createRefresh } from './refresh-loop.ts';

const TEAM_ALARM = 'team';
/** Set before an attempt, so that a worker killed in the middle of it is followed by another. */
const AFTER_A_KILL_MS = 15 * 60_000;
/**
 * Session storage: no attempt before this instant of the device. An attempt that could not be noted (a full disk) would else be made
 * again at once, by every worker that starts.
 */
const REST_KEY = 'teamRestUntilMs';

/** The team's side of the background: what pages ask for, and sending when it is time. */
export interface TeamRunner {
  readonly carryOut: (command: TeamCommand) => Promise<readonly DepartmentInvites[] | undefined>;
  /** Sets the one alarm for the next attempt, or clears it. Call it after every change of storage; cheap without a team. */
  plan(): Promise<void>;
  /** To be called with every alarm. */
  onAlarm(name: string): Promise<void>;
}

/** Puts the team's parts together over the browser. */
export function createTeamRunner({
  local: store,
  session,
  clock,
  queue,
}: Pick<Background, 'local' | 'session' | 'clock' | 'queue'>): TeamRunner {
  const openHub = createHubClient;
  const sync: TeamSync = createTeamSync({ store, clock, queue, openHub, random: Math.random });
  const access = createHostAccess();

  async function planOnce(): Promise<void> {
    await clock.ready;
    const at = await sync.nextAt();
    if (at === undefined) {
      await browser.alarms.clear(TEAM_ALARM);
      return;
    }
    const rest = Number((await session.read([REST_KEY]))[REST_KEY]) || 0;
    const when = Math.max(Date.now() + (at - clock.now()), rest);
    const set = await browser.alarms.get(TEAM_ALARM);
    // One that comes sooner stays: the wait must not begin anew with every change.
    if (set !== undefined && set.scheduledTime <= when + 1_000) return;
    await browser.alarms.create(TEAM_ALARM, { when });
  }

  const runner: TeamRunner = {
    carryOut: createTeamMembership({ store, clock, queue, openHub, access, sync }),
    plan: createRefresh(planOnce),
    async onAlarm(name) {
      if (name !== TEAM_ALARM) return;
      await browser.alarms.create(TEAM_ALARM, { when: Date.now() + AFTER_A_KILL_MS });
      await clock.ready;
      try {
        await sync.run();
      } catch {
        await session.write({ [REST_KEY]: Date.now() + AFTER_A_KILL_MS });
      }
      await browser.alarms.clear(TEAM_ALARM);
      await runner.plan();
    },
  };
  return runner;
}
