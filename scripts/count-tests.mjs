// Prints "N passed, N failed", added up from the reports that the test runners left in test-results/. Plain JavaScript,
// so that it runs even where the set-up itself failed. A report that was expected and is missing counts as a failure.
import { existsSync, readFileSync } from 'node:fs';

const expected = JSON.parse(readIfThere('test-results/steps.json') ?? '[]');
let passed = 0;
let failed = expected.length === 0 ? 1 : 0;
for (const step of expected) {
  const report = JSON.parse((step.report && readIfThere(step.report)) || 'null');
  const counts =
    report === null
      ? plainStep(step)
      : 'numPassedTests' in report
        ? vitest(report)
        : playwright(report);
  passed += counts.passed;
  // A runner that ended badly without a failed test (a crash, an unhandled error) must not look green.
  failed += step.ok ? counts.failed : Math.max(1, counts.failed);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

function plainStep(step) {
  if (step.report) return { passed: 0, failed: 1 };
  return step.ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function vitest(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numFailedTestSuites,
  };
}

function playwright(report) {
  return { passed: report.stats.expected, failed: report.stats.unexpected + report.errors.length };
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
