/**
 * All checks, in the order in which they are cheapest to fail: format, lint, types, unused code, unit and architecture
 * tests (twice, in two time zones), the built extension, stories in a real browser. Every step runs even when one
 * before it failed, so that one run tells everything; the exit code is that of the worst.
 *
 *   npm test                 everything
 *   npm test -- unit types   only the named steps
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { ensureBrowser } from './support/ensure-browser.ts';

interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** JSON report of a test runner; a step without one counts as one check. */
  readonly report?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly before?: () => void;
}

const UNIT_REPORT = 'test-results/unit.json';
const ZONE_REPORT = 'test-results/unit-second-zone.json';
const STORIES_REPORT = 'test-results/e2e.json';

const STEPS: readonly Step[] = [
  { name: 'prepare', command: ['wxt', 'prepare'] },
  { name: 'format', command: ['oxfmt', '--check', '.'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--max-warnings=0'] },
  { name: 'types', command: ['tsc', '--noEmit', '-p', '.'] },
  { name: 'unused', command: ['knip'] },
  {
    name: 'unit',
    command: [
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${UNIT_REPORT}`,
    ],
    report: UNIT_REPORT,
  },
  {
    name: 'unit in a second time zone',
    command: [
      'vitest',
      'run',
      'lib',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${ZONE_REPORT}`,
    ],
    report: ZONE_REPORT,
    env: { TZ: 'America/Los_Angeles' },
  },
  { name: 'build', command: ['wxt', 'build'] },
  { name: 'build for Firefox', command: ['wxt', 'build', '-b', 'firefox'] },
  {
    name: 'stories',
    command: ['playwright', 'test'],
    report: STORIES_REPORT,
    before: () => void ensureBrowser(),
  },
];

const chosen = process.argv.slice(2);
const steps = chosen.length === 0 ? STEPS : STEPS.filter((step) => chosen.includes(step.name));

rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results', { recursive: true });

const results = steps.map((step) => {
  console.log(`\n— ${step.name}`);
  const started = Date.now();
  const ok = runStep(step);
  return {
    name: step.name,
    ok,
    seconds: Math.round((Date.now() - started) / 1000),
    report: step.report,
  };
});

writeFileSync('test-results/steps.json', JSON.stringify(results, null, 2));
console.log('');
for (const result of results) {
  console.log(`${result.ok ? 'passed' : 'FAILED'}  ${result.name} (${result.seconds} s)`);
}
process.exitCode = results.every((result) => result.ok) ? 0 : 1;

function runStep(step: Step): boolean {
  try {
    step.before?.();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
  const [command, ...args] = step.command;
  if (command === undefined) return false;
  const run = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...step.env },
    shell: process.platform === 'win32',
  });
  return run.status === 0;
}
