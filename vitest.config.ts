import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Unit, contract and architecture tests. Browser stories are Playwright's (`playwright.config.ts`). */
export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: [
      '{lib,components,content,scripts,hub}/**/*.test.{ts,tsx}',
      'test/{arch,contract}/**/*.test.ts',
    ],
    setupFiles: ['test/support/set-up.ts'],
    // happy-dom is asked for by the files that draw (`// @vitest-environment happy-dom`).
    environment: 'node',
    // Files share their worker and what it has loaded and started (`test/support/ready-databases.ts`): a process for each took
    // half of the time of those without a database. None may leave a global changed; those that replace one put it back.
    isolate: false,
    // Left alone, the runner keeps one core for itself, which on a machine of two is half of it.
    maxWorkers: '100%',
    // Real databases and processes are started here; a slow machine is no defect.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Pure code must give the same answers everywhere; `scripts/test.ts` runs all of it again under another zone.
    env: { TZ: process.env['TZ'] ?? 'Asia/Tokyo' },
  },
});
