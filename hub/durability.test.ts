import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canCutPower, cutPower } from '../test/support/durability/cut-power.ts';
import { killUnderLoad } from '../test/support/durability/kill-under-load.ts';
import { postgresInstalled, startPostgres } from '../test/support/postgres.ts';

// The short form; `npm run bench -- durability` kills fifty times and cuts ten.
const KILLS = 3;
const CUTS = 1;
const TIMEOUT_MS = 120_000;

describe('what a hub has acknowledged', () => {
  it('outlives kill -9 on SQLite', { timeout: TIMEOUT_MS }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'banso-kill-'));
    try {
      const { acknowledged, missing } = await killUnderLoad({ DATA_DIR: folder }, KILLS);
      expect(missing).toEqual([]);
      expect(acknowledged).toBeGreaterThan(KILLS);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it.skipIf(!postgresInstalled())(
    'outlives kill -9 on PostgreSQL',
    { timeout: TIMEOUT_MS },
    async () => {
      const server = await startPostgres();
      try {
        const settings = { DATABASE_URL: server?.url ?? '', DATA_DIR: tmpdir() };
        const { acknowledged, missing } = await killUnderLoad(settings, KILLS);
        expect(missing).toEqual([]);
        expect(acknowledged).toBeGreaterThan(KILLS);
      } finally {
        await server?.stop();
      }
    },
  );

  it.skipIf(!canCutPower())(
    'outlives a power cut on SQLite, which what was not synced does not',
    { timeout: TIMEOUT_MS },
    async () => {
      const { acknowledged, missing, control } = await cutPower(CUTS);
      expect(missing).toEqual([]);
      expect(acknowledged).toBeGreaterThan(CUTS);
      expect(control).toBe(CUTS);
    },
  );
});
