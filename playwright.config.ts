import { defineConfig } from '@playwright/test';

/**
 * Stories in a real Chromium with the built extension (`test/support/browser.ts`). No retries: a story that passes at the
 * second try is a defect, of the product or of the story.
 */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: 'test-results/e2e',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
});
