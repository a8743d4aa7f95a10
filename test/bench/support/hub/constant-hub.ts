/**
 * The hub with one thing missing: what it takes in it does not store. The rest (routes, token, limits, schema) is the
 * product's own, so the difference to `hub/main.ts` is what storing costs.
 */
import { serve } from '@hono/node-server';
import { createApp } from '../../../../hub/app.ts';
import { readConfig } from '../../../../hub/config.ts';
import { openHub } from '../../../../hub/hub.ts';

const result = readConfig(process.env);
if (!result.ok) throw new Error(result.problems.join(' '));
const hub = await openHub(result.config);
const app = createApp({
  ...hub,
  usageWriter: { write: () => Promise.resolve(), waiting: () => 0 },
});
serve({ fetch: app.fetch, port: result.config.port, hostname: result.config.host });
process.once('SIGINT', () => process.exit(0));
process.once('SIGTERM', () => process.exit(0));
