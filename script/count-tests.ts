import { readFileSync } from 'node:fs';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numFailedTestSuites: number;
}

/** Adds the reports up and ends with `N passed, N failed`. A step that failed without a failed test counts as one. */
const [status, ...paths] = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const path of paths) {
  const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
  passed += report.numPassedTests;
  failed += report.numFailedTests || Math.min(report.numFailedTestSuites, 1);
  if (report.numPendingTests > 0) failed += report.numPendingTests;
}
if (paths.length < 2) failed += 2 - paths.length;
if (status !== '0' && failed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
