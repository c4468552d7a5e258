/**
 * Makes a clone ready to run: installs what the lock file names, checks the Node that came with it, builds.
 * Runs on whatever Node the machine has (plain JavaScript, no dependency); everything after it runs on ours.
 *
 *   node scripts/prepare.mjs [--build] [--force] [--browser] [--quiet]
 *
 * Says on standard error what it does, so that standard output stays that of the command it prepares.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const wants = (flag) => process.argv.includes(flag);
const say = (text) => process.stderr.write(`[regiekompas] ${text}\n`);
const ourNode = join(root, 'node_modules', '.bin', 'node');

function run(command, args, what) {
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (done.status === 0) return;
  say(`${what} did not succeed: \`${command} ${args.join(' ')}\` ended with ${done.status ?? done.error?.message}. Nothing was started.`);
  process.exit(1);
}

/** The lock file as it was at the last install; anything else means: install again. */
function installWhatIsMissing() {
  const stamp = join(root, 'node_modules', '.regiekompas-lock');
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock && existsSync(ourNode)) return;
  say('Installing the libraries named in package-lock.json (about a minute, once) …');
  // No install script of a library runs here: none is needed, and one of them reports to its maker.
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], 'Installing');
  // Except this one, which puts the binary in its place, out of a package that has arrived already.
  if (!existsSync(ourNode)) run('npm', ['rebuild', 'node', '--ignore-scripts=false', '--foreground-scripts'], 'Installing Node');
  checkNode();
  writeFileSync(stamp, lock);
}

function checkNode() {
  const version = execFileSync(ourNode, ['--version'], { encoding: 'utf8' }).trim();
  if (Number(version.slice(1).split('.')[0]) >= 24) return;
  say(`Regiekompas needs Node 24 or newer; node_modules/.bin/node says ${version}. Remove node_modules and try again.`);
  process.exit(1);
}

function newest(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), found.mtimeMs);
}

function buildWhatIsStale() {
  const stamp = join(root, 'dist', '.built');
  const sources = ['src', 'library', 'scripts/build.mjs', 'package-lock.json'].map((name) => join(root, name));
  const builtAt = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
  if (!wants('--force') && sources.every((source) => newest(source) <= builtAt)) return;
  const startedAt = Date.now();
  say('Building …');
  run(ourNode, ['scripts/build.mjs'], 'Building');
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, '');
  say(`Built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
}

const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Browser tests use the system's Chromium; as root on Debian it is installed here, elsewhere it is asked for. */
function installBrowser() {
  if ([process.env.CHROMIUM_PATH, ...browsers].some((path) => path && existsSync(path))) return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    say('No Chromium found: the browser tests will say that they were skipped. Install Chromium or set CHROMIUM_PATH.');
    return;
  }
  say('Installing Chromium from Debian for the browser tests (once) …');
  run('apt-get', ['update', '-qq'], 'Reading the package list');
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], 'Installing Chromium');
}

installWhatIsMissing();
if (wants('--browser')) installBrowser();
if (wants('--build')) buildWhatIsStale();
