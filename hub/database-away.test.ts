import { describe, expect, it } from 'vitest';
import { hubWorlds } from '../test/support/hub-world.ts';
import { postgresInstalled, startPostgres } from '../test/support/postgres.ts';

describe.skipIf(!postgresInstalled())('a hub whose PostgreSQL goes away', () => {
  let url = '';
  const worlds = hubWorlds(async () => ({ url, remove: async () => undefined }));

  it('says so with 503 and when to come again, and lives on', async () => {
    const server = await startPostgres();
    url = server?.url ?? '';
    const { hub, ask } = await worlds.fresh();
    expect((await ask('GET /readyz')).status).toBe(200);
    await server?.stop();
    // The first question may still meet the connection that broke, the second a server that is not there.
    for (let tries = 0; tries < 2; tries += 1) {
      const answer = await ask('GET /readyz');
      expect(answer.status).toBe(503);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    const asked = await ask('GET /v1/me', { token: `banso_${'a'.repeat(16)}_${'b'.repeat(43)}` });
    expect(asked.json()['code']).toBe('unavailable');
    expect((await ask('GET /healthz')).status).toBe(200);
    expect(hub.config.databaseUrl).toBe(url);
  });
});
