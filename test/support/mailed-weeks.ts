import { afterEach, beforeEach } from 'vitest';
import { createJobs } from '../../hub/jobs/jobs.ts';
import type { HubWorld, HubWorlds } from './hub-world.ts';
import { startSmtpServer, type ReceivedMail, type TestSmtpServer } from './smtp-server.ts';
import { hubAt, weeklyWorld, type WeeklyWorld } from './weekly-world.ts';

/** A weekly world and the server that takes its mails; both are new before each test. */
export interface MailedWeeks {
  readonly server: TestSmtpServer;
  readonly weekly: WeeklyWorld;
  /** The hub at an instant. */
  at(clock: string): Promise<HubWorld>;
  /** The same, after its jobs ran once. */
  tickAt(clock: string): Promise<HubWorld>;
  /** Mails of a kind, `meeting`, `sponsor`…, in the order of arriving. */
  told(kind: string): ReceivedMail[];
}

/** For the top of a `describe`. */
export function mailedWeeks(worlds: HubWorlds): MailedWeeks {
  let server: TestSmtpServer;
  let weekly: WeeklyWorld;
  beforeEach(async () => {
    server = await startSmtpServer();
    weekly = await weeklyWorld(worlds);
  });
  afterEach(async () => {
    await server.close();
  });
  const at = (clock: string) => hubAt(worlds, weekly, { at: clock, smtpPort: server.port });
  return {
    get server() {
      return server;
    },
    get weekly() {
      return weekly;
    },
    at,
    async tickAt(clock) {
      const world = await at(clock);
      await createJobs(world.hub).tick();
      return world;
    },
    told: (kind) => server.mails.filter(({ parsed }) => parsed.messageId?.startsWith(`<${kind}.`)),
  };
}
