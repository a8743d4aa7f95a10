import { defineConfig } from '@playwright/test';

/**
 * Stories in a real Chromium with the built extension (`test/support/browser.ts`). No retries at a desk: a story that
 * passes at the second try is a defect, of the product or of the story. A build machine that stalls gets one, and the report
 * then says "flaky".
 */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  workers: 2,
  retries: process.env['CI'] ? 1 : 0,
  // A story is long, not slow: each of its expectations has ten seconds. A busy machine takes a minute for the longest.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  outputDir: 'test-results/e2e',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
});
