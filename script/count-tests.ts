import { readFileSync } from 'node:fs';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numFailedTestSuites: number;
  readonly testResults: readonly File[];
}

interface File {
  readonly name: string;
  readonly status: string;
  readonly message: string;
  readonly assertionResults: readonly Test[];
}

interface Test {
  readonly fullName: string;
  readonly status: string;
  readonly failureMessages: readonly string[] | null;
}

/**
 * Adds the reports up and ends with `N passed, N failed`; what failed is told once more before it, so that whoever sees only the end of
 * a long run knows where to look. A step that failed without a failed test counts as one.
 */
const [status, ...paths] = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const path of paths) {
  const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
  passed += report.numPassedTests;
  failed += report.numFailedTests || Math.min(report.numFailedTestSuites, 1);
  if (report.numPendingTests > 0) failed += report.numPendingTests;
  for (const file of report.testResults) tellFailures(file);
}
if (paths.length < 2) failed += 2 - paths.length;
if (status !== '0' && failed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

function tellFailures({ name, status: state, message, assertionResults }: File): void {
  const amiss = assertionResults.filter((test) => test.status !== 'passed');
  for (const test of amiss)
    console.log(`✗ ${name}\n  ${test.fullName} (${test.status})\n${firstLines(test.failureMessages ?? [])}`);
  if (state === 'failed' && amiss.length === 0) console.log(`✗ ${name}\n${firstLines([message])}`);
}

function firstLines(messages: readonly string[]): string {
  const lines = messages.flatMap((message) => message.split('\n')).filter((line) => !line.includes('node_modules'));
  return lines
    .slice(0, 30)
    .map((line) => `    ${line}`)
    .join('\n');
}
