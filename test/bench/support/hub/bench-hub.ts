import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { migrate } from '../../../../hub/db/migrate.ts';
import { openDatabase } from '../../../../hub/db/open-database.ts';
import { startPostgres } from '../../../support/postgres.ts';
import {
  fillOrganisation,
  type FilledOrganisation,
  type OrganisationSize,
} from './fill-organisation.ts';
import { fillProgrammes } from './fill-programmes.ts';
import type { LoadOrders, LoadResult } from './load-client.ts';
import type { MondayOrders, MondayResult } from './run-monday.ts';

/** A database of a bench: its settings for a hub, and how to get rid of it. */
export interface BenchPlace {
  readonly engine: 'SQLite' | 'PostgreSQL';
  readonly settings: Readonly<Record<string, string>>;
  /** A further empty place on the same engine. */
  another(): Promise<Readonly<Record<string, string>>>;
  remove(): Promise<void>;
}

const MS_PER_DAY = 86_400_000;

/** Today as days since 1970-01-01. */
export const TODAY = Math.floor(Date.now() / MS_PER_DAY);

/** A fresh place on each engine there is on this machine; PostgreSQL keeps its word (`fsync` on). */
export async function benchPlaces(): Promise<BenchPlace[]> {
  const folders: string[] = [];
  const folder = (): Record<string, string> => {
    const path = mkdtempSync(join(tmpdir(), 'banso-bench-'));
    folders.push(path);
    return { DATA_DIR: path };
  };
  const removeFolders = (): void => {
    for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
  };
  const sqlite: BenchPlace = {
    engine: 'SQLite',
    settings: folder(),
    another: async () => folder(),
    remove: async () => removeFolders(),
  };
  const server = await startPostgres({ durable: true });
  if (!server) return [sqlite];
  const postgres: BenchPlace = {
    engine: 'PostgreSQL',
    settings: { ...folder(), DATABASE_URL: server.url },
    another: async () => ({ ...folder(), DATABASE_URL: await server.freshDatabase() }),
    async remove() {
      removeFolders();
      await server.stop();
    },
  };
  return [sqlite, postgres];
}

/** Migrates a place and fills it with one organisation, with a programme in every department where that is wanted. */
export async function fillPlace(
  settings: Readonly<Record<string, string>>,
  {
    programmes = false,
    ...size
  }: Omit<OrganisationSize, 'today'> & { readonly programmes?: boolean },
): Promise<FilledOrganisation> {
  const database = openDatabase({
    dataDir: settings['DATA_DIR'] ?? '',
    databaseUrl: settings['DATABASE_URL'],
  });
  try {
    await migrate(database.db);
    const filled = await fillOrganisation(database.db, { ...size, today: TODAY });
    if (programmes) await fillProgrammes(database.db, filled, TODAY);
    // A server that runs for longer than minutes does it by itself.
    if (database.engine === 'postgres') await sql`VACUUM ANALYZE`.execute(database.db);
    return filled;
  } finally {
    await database.close();
  }
}

/** Runs the load generator as a process of its own. */
export async function load(orders: Omit<LoadOrders, 'today'>): Promise<LoadResult> {
  return (await ask('load-client.ts', { ...orders, today: TODAY })) as LoadResult;
}

/** Runs one Monday as a process of its own. */
export async function monday(orders: MondayOrders): Promise<MondayResult> {
  return (await ask('monday-process.ts', orders)) as MondayResult;
}

/** Starts a program beside this file, hands it its orders and reads its answer. */
async function ask(file: string, orders: unknown): Promise<unknown> {
  const program = spawn(process.execPath, [join(import.meta.dirname, file)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  program.stdin.end(JSON.stringify(orders));
  return JSON.parse(await text(program.stdout));
}
