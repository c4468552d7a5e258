/**
 * `npm run bench`: every benchmark, one after the other, each in a process of its own; writes docs/benchmarks.md
 * after each, so that what was seen stands there even where a later one is stopped. `npm run bench -- policy` runs
 * those whose file has that in its name. Exits 1 when one misses its target or its peers disagree with it.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const benchmarks = [
  { title: 'The cloud policy as a decision diagram', command: ['benchmarks/policy.ts'] },
  { title: 'Assessing a landscape', command: ['benchmarks/assess.ts', '--large'] },
  { title: 'Ranking providers by what they take with them', command: ['benchmarks/ranking.ts'] },
  { title: 'Reading a landscape document', command: ['benchmarks/reading.ts'] },
  { title: 'Pairing people, and who can be seen', command: ['benchmarks/matching.ts'] },
  { title: 'What the log costs', command: ['benchmarks/log.ts'] },
  { title: 'The server with ten thousand systems', command: ['benchmarks/server.ts'] },
].filter(({ command }) => process.argv.length < 3 || process.argv.slice(2).some((name) => command[0].includes(name)));

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const peers = ['@cedar-policy/cedar-wasm', 'json-rules-engine', 'munkres', 'highs'].map((name) => `${name} ${manifest.devDependencies[name]}`).join(', ');
const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
const load = () => loadavg()[0].toFixed(1);

const run = ({ title, command }) => {
  console.log(`\n== ${title}`);
  const before = load();
  const ran = spawnSync(join(root, 'node_modules/.bin/tsx'), command, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26, env: { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}` } });
  process.stdout.write(ran.stdout + ran.stderr);
  const verdict = ran.status === 0 ? 'within its targets' : '**misses a target**';
  const section = `## ${title}\n\n\`node_modules/.bin/tsx ${command.join(' ')}\` – ${verdict}. Load average before ${before}, after ${load()}.\n\n\`\`\`\n${ran.stdout.trim()}\n\`\`\`\n`;
  return { section, passed: ran.status === 0 };
};

const page = (sections) => `# Benchmarks

Written by \`npm run bench\`; the figures are those of the run, not of a wish. Each benchmark states its data set and seed, and runs its peers in the same process. Trust the ratios: absolute figures move with the machine. A load average above the number of cores means that other work shared the machine: times are then too long, and a target in milliseconds may be missed for that reason alone.

Machine: ${machine}. Peers: ${peers}. Date: ${new Date().toISOString().slice(0, 10)}.

${sections.join('\n')}`;

const done = [];
for (const benchmark of benchmarks) {
  done.push(run(benchmark));
  writeFileSync(join(root, 'docs/benchmarks.md'), page(done.map(({ section }) => section)));
}
process.exit(done.every(({ passed }) => passed) ? 0 : 1);
