import { defineConfig } from '@playwright/test';

/**
 * Half a minute of use takes half a minute: these stories wait, most of them for a minute and more. Those of `page-mischief`
 * and `firefox` wait less; they are here so that both projects end at about the same time.
 */
const WAITING = ['**/counting*.spec.ts', '**/page-mischief.spec.ts', '**/firefox.spec.ts'];

/**
 * Stories in a real Chromium with the built extension (`test/support/browser.ts`). A story that passes at
 * the second try is a defect, of the product or of the story, and is told as flaky; on a loaded CI machine it does not
 * hold up the others' work. The stories that wait have a worker of their own
 * beside the two of the others, so that no core stands idle for them and none has three busy browsers to share.
 */
export default defineConfig({
  testDir: 'test/e2e',
  workers: 3,
  projects: [
    { name: 'waiting', testMatch: WAITING, workers: 1 },
    { name: 'busy', testMatch: '**/*.spec.ts', testIgnore: WAITING, workers: 2 },
  ],
  retries: process.env['CI'] ? 1 : 0,
  // A story is long, not slow: each of its expectations has ten seconds. A busy machine takes a minute for the longest.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  outputDir: 'test-results/e2e',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
});
