// Usage: totals.cjs FOLDER [FAILED-STAGE...]. Sums vitest's JSON reports of FOLDER into one line; exits 1 if anything failed.
// A failed stage that no failed test speaks for (a linter, a file that does not load, no report at all) counts as one failure.
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const [folder, ...failedStages] = process.argv.slice(2);
const TEST_STAGES = ['test', 'real'];

const readReport = (stage) => {
  const file = join(folder, `${stage}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
};

/** Files that failed as a whole: no test of theirs ran. */
const brokenFiles = ({ testResults }) =>
  testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  ).length;

const totals = { passed: 0, failed: 0, skipped: 0 };
const accountedFor = new Set();
for (const stage of TEST_STAGES) {
  const report = readReport(stage);
  if (report === null) {
    totals.failed += 1;
    accountedFor.add(stage);
    continue;
  }
  const failed = report.numFailedTests + brokenFiles(report);
  totals.passed += report.numPassedTests;
  totals.failed += failed;
  totals.skipped += report.numPendingTests + report.numTodoTests;
  if (failed > 0) accountedFor.add(stage);
}
totals.failed += failedStages.filter((stage) => !accountedFor.has(stage)).length;

console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = totals.failed === 0 ? 0 : 1;
