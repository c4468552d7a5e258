/**
 * `npm test`: types, lint and every test, on Node 24, with a closing line `N passed, N failed, N skipped`.
 * Exits 1 when anything failed or when no test ran.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'node_modules', '.bin');
const scratch = mkdtempSync(join(tmpdir(), 'regiekompas-test-'));
const environment = { ...process.env, PATH: `${bin}:${process.env.PATH}`, REGIE_TEST_SCRATCH: scratch };
const run = (command, args) => spawnSync(join(bin, command), args, { cwd: root, stdio: 'inherit', env: environment }).status === 0;

/** Starts Debian's PostgreSQL where it is installed but down; without one the tests on it say they were skipped. */
function startPostgres() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/pg_ctlcluster') || !existsSync('/etc/postgresql')) return;
  for (const version of readdirSync('/etc/postgresql')) {
    spawnSync('pg_ctlcluster', ['--skip-systemctl-redirect', version, 'main', 'start'], { stdio: 'ignore' });
  }
}

startPostgres();
const checks = [
  ['types', () => run('tsc', ['--noEmit'])],
  ['lint', () => run('oxlint', ['--quiet'])],
].map(([name, check]) => {
  const passed = check();
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${name}`);
  return passed;
});

const reportFile = join(scratch, 'report.json');
run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`, ...process.argv.slice(2)]);
const report = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, success: false };
rmSync(scratch, { recursive: true, force: true });

const passed = report.numPassedTests + checks.filter(Boolean).length;
// A file that does not load has no failed test of its own: it is counted as one, and named once more at the end.
const broken = (report.testResults ?? []).filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'));
for (const { name, message } of broken) console.log(`FAIL ${name}: ${message.split('\n', 1)[0]}`);
const failed = Math.max(report.numFailedTests + broken.length, report.success ? 0 : 1) + checks.filter((check) => !check).length;
const skipped = report.numPendingTests + (report.numTodoTests ?? 0);
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed === 0 && report.numPassedTests > 0 ? 0 : 1);
