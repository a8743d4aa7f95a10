import { createApp } from '../../hub/app.ts';
import type { Hub } from '../../hub/hub.ts';
import { createBoardHub } from '../../lib/app/board-hub.ts';
import type { OpenHub } from '../../lib/app/hub-port.ts';
import type { PersonState } from '../../lib/app/person-state.ts';
import { readItem } from '../../lib/app/read-item.ts';
import { momentOf, personOf } from '../../lib/app/read-person.ts';
import { createTeamSync } from '../../lib/app/sync-outbox.ts';
import { createTeamMembership } from '../../lib/app/team-membership.ts';
import { teamViewOf } from '../../lib/app/team-view.ts';
import { checkInItem } from '../../lib/contract/check-in.ts';
import type { TeamCommand } from '../../lib/contract/commands.ts';
import { deviceCodeSchema } from '../../lib/contract/hub/people.ts';
import { createHubClient } from '../../lib/platform/hub-client.ts';
import { createCommandWorld } from './command-world.ts';
import type { GapWorld } from './gap-world.ts';
import type { HubWorlds } from './hub-world.ts';

/** Browsers of a company's members, without a browser: the extension's own use-cases against the real hub, whose clock the test moves. */
export function storyBrowsers(worlds: HubWorlds, { world, champion }: GapWorld, joinedAt: string) {
  let hub: Hub = world.hub;
  const sent: string[] = [];
  let isAway = false;
  const openHub: OpenHub = (place) =>
    createHubClient(place, {
      fetch: async (input, init) => {
        if (isAway) throw new TypeError('no connection');
        const { pathname, search } = new URL(input instanceof Request ? input.url : input);
        sent.push(`${init?.method ?? 'GET'} ${pathname}`);
        return createApp(hub).request(pathname + search, init);
      },
      now: () => hub.clock.now(),
    });
  return {
    /** What went to the hub, in order. */
    sent,
    champion: createBoardHub(openHub({ hubUrl: 'https://hub.example', token: champion })),
    async at(clock: string): Promise<void> {
      ({ hub } = await worlds.beside(world, clock));
    },
    away(away: boolean): void {
      isAway = away;
    },
    /** One more browser of a member. */
    async browserOf(token: string) {
      const commands = createCommandWorld();
      const { store, clock, queue } = commands;
      clock.nowMs = Date.parse(joinedAt);
      const sync = createTeamSync({ store, clock, queue, openHub, random: () => 0 });
      const access = { has: async () => true, giveBack: async () => {} };
      const team = createTeamMembership({ store, clock, queue, openHub, access, sync });
      const made = await openHub({ hubUrl: 'https://hub.example', token }).ask({
        method: 'POST',
        path: '/v1/me/device-codes',
        answer: deviceCodeSchema,
      });
      const code = made.ok ? made.value.code : '';
      await team({ type: 'joinTeam', invite: `https://hub.example/join#device:${code}` });
      return {
        ...commands,
        team: (command: TeamCommand) => team(command),
        /** The person as the popup has them, after the hub was asked at an instant. */
        async person(at: string): Promise<PersonState> {
          clock.nowMs = Date.parse(at);
          await team({ type: 'syncTeam', asked: true });
          const raw = store.dump();
          const checkIn = await readItem(store, checkInItem, clock.nowMs);
          const view = teamViewOf(raw, clock.nowMs);
          return { ...personOf(raw, momentOf(commands)), team: view, checkIn };
        },
      };
    },
  };
}
