import type { Config } from './config.ts';
import { createHubClock, type HubClock } from './clock.ts';
import { migrate } from './db/migrate.ts';
import { openDatabase } from './db/open-database.ts';
import { createLog, type Log } from './log.ts';
import { createMeetings, type Meetings } from './repositories/meetings.ts';
import { createOrganisations, type Organisations } from './repositories/organisations.ts';
import { createPeople, type People } from './repositories/people.ts';
import { createSetupCodes, type SetupCodes } from './repositories/setup-codes.ts';
import { createAgreements, type Agreements } from './repositories/agreements.ts';
import { createClosing, type Closing } from './repositories/closing.ts';
import { createErasure, type Erasure } from './repositories/erasure.ts';
import { createFounding, type Founding } from './repositories/founding.ts';
import { createHelp, type Help } from './repositories/help.ts';
import { instanceOf } from './repositories/instance.ts';
import { createInvites, type Invites } from './repositories/invites.ts';
import { createLeaveDays, type LeaveDays } from './repositories/leave.ts';
import { createMarks, type Marks } from './repositories/marks.ts';
import { createOffers, type Offers } from './repositories/offers.ts';
import { createProgrammes, type Programmes } from './repositories/programmes.ts';
import { createPulse, type Pulse } from './repositories/pulse.ts';
import { createRoster, type Roster } from './repositories/roster.ts';
import { createShared, type Shared } from './repositories/shared.ts';
import { createTokens, type Tokens } from './repositories/tokens.ts';
import { createTold, type Told } from './repositories/told.ts';
import { createUsage, type Usage } from './repositories/usage.ts';
import { createDepartmentFigures, type DepartmentFigures } from './services/department-figures.ts';
import { freeBytesAt } from './services/disk-room.ts';
import { createSending, type Sending } from './services/sending.ts';
import { createSharedCounts, type SharedCounts } from './services/shared-counts.ts';
import { createWeekRunners, type WeekRunners } from './services/week-runners.ts';
import { createUsageWriter, type UsageWriter } from './services/usage-writer.ts';

/** Everything of a running hub that routes and jobs work with. */
export interface Hub {
  readonly config: Config;
  readonly clock: HubClock;
  readonly log: Log;
  readonly organisations: Organisations;
  readonly closing: Closing;
  readonly people: People;
  readonly setupCodes: SetupCodes;
  readonly usage: Usage;
  readonly usageWriter: UsageWriter;
  readonly founding: Founding;
  readonly invites: Invites;
  readonly roster: Roster;
  readonly tokens: Tokens;
  readonly erasure: Erasure;
  readonly agreements: Agreements;
  readonly leaveDays: LeaveDays;
  readonly marks: Marks;
  readonly told: Told;
  readonly figures: DepartmentFigures;
  readonly programmes: Programmes;
  readonly shared: Shared;
  readonly help: Help;
  readonly meetings: Meetings;
  readonly offers: Offers;
  readonly pulse: Pulse;
  readonly sharedCounts: SharedCounts;
  readonly weekRunners: WeekRunners;
  /** Channels, the outbox and what summaries leave by. */
  readonly sending: Sending;
  /** Name of the database; another one after a restore. */
  readonly instance: string;
  /** Free bytes where the embedded database lies; undefined when that cannot be told. */
  freeBytes(): Promise<number | undefined>;
  close(): Promise<void>;
}

/** Opens the database, brings it to this build's version and puts the parts together. */
export async function openHub(config: Config): Promise<Hub> {
  const log = createLog(config.logLevel);
  const database = openDatabase(config);
  const found = await migrate(database.db);
  log.info('database open', { engine: database.engine, foundVersion: found });
  const clock = createHubClock(config.clockStartMs);
  const repositories = {
    organisations: createOrganisations(database.db),
    closing: createClosing(database.db),
    people: createPeople(database.db),
    setupCodes: createSetupCodes(database.db),
    usage: createUsage(database),
    founding: createFounding(database.db),
    invites: createInvites(database.db),
    roster: createRoster(database.db),
    tokens: createTokens(database.db),
    erasure: createErasure(database.db),
    agreements: createAgreements(database.db),
    leaveDays: createLeaveDays(database.db),
    marks: createMarks(database.db),
    told: createTold(database.db),
    programmes: createProgrammes(database.db),
    shared: createShared(database.db),
    help: createHelp(database.db),
    meetings: createMeetings(database.db),
    offers: createOffers(database.db),
    pulse: createPulse(database.db),
  };
  return {
    config,
    clock,
    log,
    ...repositories,
    usageWriter: createUsageWriter(repositories.usage),
    figures: createDepartmentFigures({ ...repositories, clock }),
    sharedCounts: createSharedCounts({ ...repositories, clock }),
    weekRunners: createWeekRunners(repositories),
    sending: createSending(database.db, config),
    instance: await instanceOf(database.db),
    freeBytes: async () => (database.engine === 'sqlite' ? freeBytesAt(config.dataDir) : undefined),
    close: () => database.close(),
  };
}
