import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, vi } from 'vitest';
import { createApp } from '../../hub/app.ts';
import { readConfig, type Config } from '../../hub/config.ts';
import { SQLITE_FILE } from '../../hub/db/open-database.ts';
import { openHub, type Hub } from '../../hub/hub.ts';
import type { JoinReply, SetupReply } from '../../lib/contract/hub/people.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { postgresInstalled } from './postgres.ts';
import { postgresDatabase, writeMigratedSqlite, type OwnDatabase } from './ready-databases.ts';

/** What a request was answered with. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON, which the test says the type of; throws when it is none. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters
  json<T = Record<string, unknown>>(): T;
}

/** A request by method and path, with a token and a JSON body. */
export type Ask = (
  request: `${'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS'} /${string}`,
  options?: {
    readonly token?: string | undefined;
    readonly body?: unknown;
    readonly headers?: Record<string, string>;
  },
) => Promise<Answer>;

/** A hub on a database of its own, asked through its real router. */
export interface HubWorld {
  readonly hub: Hub;
  readonly ask: Ask;
  /** Environment that other hubs on the same database start with. */
  readonly env: Readonly<Record<string, string>>;
}

/** Opens hubs for one test; all are closed after it. */
export interface HubWorlds {
  /** A hub on an empty database whose clock stands at an instant. */
  fresh(clock?: string): Promise<HubWorld>;
  /** An empty database that no hub has opened yet, and how to start one on it. */
  emptied(): Promise<{ readonly config: Config; start(clock: string): Promise<HubWorld> }>;
  /** A further hub on the same database, as after a restart or beside the first. */
  beside(world: HubWorld, clock?: string): Promise<HubWorld>;
}

/** The setup code of every hub here. */
export const SETUP_CODE = 'setup-code-of-the-test';
const CLOCK = '2026-06-03T09:00:00+09:00';
const START_MS = 60_000;

/** Runs a suite on hubs with SQLite and with PostgreSQL, which is skipped where it is not installed. */
export function onBothHubs(
  name: string,
  suite: (worlds: HubWorlds, engine: 'sqlite' | 'postgres') => void,
): void {
  describe(`${name} on SQLite`, () => {
    suite(hubWorlds(), 'sqlite');
  });
  describe.skipIf(!postgresInstalled())(`${name} on PostgreSQL`, () => {
    suite(hubWorlds(postgresDatabase), 'postgres');
  });
}

/** Hubs on SQLite files, or on the databases that are made for them. */
export function hubWorlds(
  makeDatabase?: (from: 'empty' | 'migrated') => Promise<OwnDatabase>,
): HubWorlds {
  const cleanUps: (() => unknown)[] = [];
  // Databases on a busy machine take their time.
  vi.setConfig({ testTimeout: START_MS, hookTimeout: START_MS });
  afterEach(async () => {
    for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
  });

  const start = async (env: Record<string, string>, clock: string): Promise<HubWorld> => {
    const hub = await openHub(configOf({ ...env, CLOCK: clock }));
    cleanUps.push(() => hub.close());
    await hub.setupCodes.offer(SETUP_CODE);
    return { hub, env, ask: asker(hub) };
  };

  const environment = async (from: 'empty' | 'migrated'): Promise<Record<string, string>> => {
    const folder = mkdtempSync(join(tmpdir(), 'banso-hub-'));
    cleanUps.push(() => rmSync(folder, { recursive: true, force: true }));
    const own = await makeDatabase?.(from);
    if (own) cleanUps.push(() => own.remove());
    else if (from === 'migrated') await writeMigratedSqlite(join(folder, SQLITE_FILE));
    return {
      DATA_DIR: folder,
      LOG_LEVEL: 'silent',
      PUBLIC_URL: 'https://hub.example',
      ...(own === undefined ? {} : { DATABASE_URL: own.url }),
    };
  };

  return {
    fresh: async (clock = CLOCK) => start(await environment('migrated'), clock),
    async emptied() {
      const env = await environment('empty');
      return { config: configOf(env), start: (clock) => start(env, clock) };
    },
    beside: ({ env }, clock = CLOCK) => start({ ...env }, clock),
  };
}

function configOf(env: Record<string, string>): Config {
  const result = readConfig(env);
  if (!result.ok) throw new Error(result.problems.join(' '));
  return result.config;
}

function asker(hub: Hub): Ask {
  const app = createApp(hub);
  return async (request, { token, body, headers = {} } = {}) => {
    const [method = '', path = ''] = request.split(' ', 2);
    const response = await app.request(path, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      // oxlint-disable-next-line typescript/no-unnecessary-type-parameters
      json: <T>(): T => JSON.parse(text),
    };
  };
}

const NAMES = {
  ja: { company: '伴走商事', owner: '責任者' },
  en: { company: 'Banso Trading', owner: 'Sponsor' },
} as const;

/** A company with departments of these names, which is written to in this language; the owner belongs to the first. */
export async function setUp(
  { ask }: HubWorld,
  departments: readonly string[] = ['営業', '経理'],
  locale: Language = 'ja',
): Promise<SetupReply> {
  const names = NAMES[locale];
  const answer = await ask('POST /v1/setup', {
    body: {
      setupCode: SETUP_CODE,
      organisation: { name: names.company, timeZone: 'Asia/Tokyo', locale, country: 'JP' },
      departments: departments.map((name) => ({ name })),
      owner: { displayName: names.owner, email: 'owner@example.com' },
    },
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.json<SetupReply>();
}

/** Brings people in by an invite. */
export async function joinAll({ ask }: HubWorld, invite: string, count = 1): Promise<JoinReply[]> {
  const people: JoinReply[] = [];
  for (let index = 0; index < count; index += 1) {
    const answer = await ask('POST /v1/join', { body: { invite } });
    if (answer.status !== 201) throw new Error(answer.text);
    people.push(answer.json<JoinReply>());
  }
  return people;
}

/** One day of use as a device delivers it. */
export function dayOfUse(day: string, parts: Partial<Record<string, unknown>> = {}) {
  return {
    day,
    tool: 'chatgpt',
    visits: 1,
    engagedSeconds: 60,
    promptsStarted: 3,
    selfReported: false,
    runs: {},
    ...parts,
  };
}

/** Delivers days of use of one person's device. */
export async function use(
  { ask }: HubWorld,
  token: string,
  days: readonly string[],
  deviceId = 'device',
): Promise<void> {
  const answer = await ask('PUT /v1/usage', {
    token,
    body: { deviceId, days: days.map((day) => dayOfUse(day)) },
  });
  if (answer.status !== 200) throw new Error(answer.text);
}
