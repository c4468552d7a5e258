/**
 * How fast a landscape is assessed: `node benchmarks/assess.ts [--large]`. One core, one process, after parsing:
 * the whole document `assessment/1` as plain data, every chain, fact and figure in it. Landscapes from
 * landscape-generator.ts, the library of this repository, the 40-row table over 13 facts of benchmarks/policy.
 * The peer is the model of tests/models (the facts alone, each asked anew), on a landscape small enough for it,
 * in the same run and with equal answers. `--large` also assesses ten times the systems, once, in a process of
 * its own, so that the memory is its own. Exits 1 when the answers differ or a target is missed.
 */
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { assess, type Assessment } from '../src/core/assess.ts';
import type { Landscape } from '../src/core/landscape/document.ts';
import { compilePolicy } from '../src/core/policy/compile.ts';
import { library } from '../tests/library/read.ts';
import { modelFacts } from '../tests/models/fact-model.ts';
import { landscapeOf, large, type Size } from './landscape-generator.ts';
import { randomFrom, seed, table } from './policy/table.ts';

const targetMs = 1_000;
const targetTimes = 12;
const targetMegabytes = 1024;
const apart = '--tenfold-only';
const small: Size = { seed: 42, systems: 100, providers: 30, needs: 300 };
const huge: Size = { ...large, systems: large.systems * 10, needs: large.needs * 10 };

const policy = table(randomFrom(seed));
const compiled = compilePolicy(policy, library.facts);
const assessed = (landscape: Landscape): Assessment => assess(landscape, library, compiled);

const timed = <T>(run: () => T): { readonly ms: number; readonly answer: T } => {
  const start = performance.now();
  const answer = run();
  return { ms: performance.now() - start, answer };
};
const say = (what: string, ms: number): void => console.log(`  ${what.padEnd(60)} ${ms < 10 ? ms.toFixed(2) : ms.toFixed(0)} ms`);

type Measured = { readonly ms: number; readonly peakMegabytes: number };

const measure = (size: Size, rounds: number): Measured => {
  const landscape = landscapeOf(size);
  const needs = landscape.systems.reduce((sum, system) => sum + (system.needs?.length ?? 0), 0);
  console.log(`Seed ${size.seed}: ${size.systems} systems, ${size.providers} providers, ${needs} needs, 8 layers; ${library.measures.size} measures, ${library.clauses.size} clauses, ${policy.rules.length} rows over ${compiled.facts.length} facts`);
  const ms = Array.from({ length: rounds }, () => timed(() => Object.keys(assessed(landscape).systems).length).ms);
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  say('first run', ms[0]!);
  if (rounds > 1) say(`best of ${rounds}`, Math.min(...ms));
  console.log(`  most memory in use, landscape and library included: ${peakMegabytes} MB\n`);
  return { ms: Math.min(...ms), peakMegabytes };
};

const agreesWithModel = (): boolean => {
  const landscape = landscapeOf(small);
  const ours = timed(() => assessed(landscape));
  const model = timed(() => landscape.systems.map((system) => modelFacts(landscape, library, 'wide', system, datasetOf(landscape, system.datasets?.[0]))));
  console.log(`Seed ${small.seed}: ${small.systems} systems, ${small.providers} providers, ${small.needs} needs`);
  say('ours, whole', ours.ms);
  say(`the model, facts alone (${(model.ms / ours.ms).toFixed(0)} times as long)`, model.ms);
  return landscape.systems.every(({ id, datasets }, at) =>
    Object.entries(model.answer[at]!).every(([fact, values]) => {
      const found = ours.answer.systems[id]!.datasets[datasets?.[0] ?? '-']!.facts[fact];
      return typeof values === 'number' || found?.join() === values.join();
    }));
};

const datasetOf = ({ datasets }: Landscape, id: string | undefined) => datasets.find((dataset) => dataset.id === id);

/** The last line that the process of its own prints is what it measured. */
const measureApart = (): Measured => {
  const said = execFileSync(process.execPath, [import.meta.filename, apart], { encoding: 'utf8' }).trimEnd().split('\n');
  console.log(said.slice(0, -1).join('\n'));
  return JSON.parse(said.at(-1)!);
};

const judge = (): void => {
  console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}\n`);
  const found = measure(large, 5);
  const tenfold = process.argv.includes('--large') ? measureApart() : undefined;
  if (tenfold) console.log(`Ten times the systems take ${(tenfold.ms / found.ms).toFixed(1)} times as long.\n`);
  const agree = agreesWithModel();
  const misses = [
    ...(found.ms > targetMs ? [`more than ${targetMs} ms`] : []),
    ...(tenfold && tenfold.ms > targetTimes * found.ms ? [`more than ${targetTimes} times as long for ten times the systems`] : []),
    ...(Math.max(found.peakMegabytes, tenfold?.peakMegabytes ?? 0) > targetMegabytes ? [`more than ${targetMegabytes} MB`] : []),
    ...(agree ? [] : ['the model and ours DIFFER']),
  ];
  if (misses.length > 0) console.log(`Missed: ${misses.join('; ')}.`);
  process.exitCode = misses.length === 0 ? 0 : 1;
};

if (process.argv.includes(apart)) console.log(JSON.stringify(measure(huge, 1)));
else judge();
