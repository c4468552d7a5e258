/**
 * How fast all providers are ranked by blast radius: `node benchmarks/ranking.ts`. One core, one process. The
 * peer is the naive model of tests/models (a fixpoint anew for every provider), on a smaller landscape that both
 * rank in the same run, with equal answers. Exits 1 when the answers differ or the best run misses the target.
 */
import { cpus } from 'node:os';
import { concentration } from '../src/core/continuity/concentration.ts';
import { rankables } from '../src/core/continuity/alone.ts';
import { rank } from '../src/core/continuity/rank.ts';
import { settingOf } from '../src/core/continuity/setting.ts';
import { simulate } from '../src/core/continuity/simulate.ts';
import type { Landscape } from '../src/core/landscape/document.ts';
import { resolvePlates } from '../src/core/landscape/plates.ts';
import { modelRanking } from '../tests/models/continuity-model.ts';
import { landscapeOf, large, type Size } from './landscape-generator.ts';

const targetMs = 5_000;
const small: Size = { seed: 42, systems: 200, providers: 60, needs: 600 };

/** Milliseconds of one run, everything included that a command would do after reading the file. */
const timed = <T>(run: () => T): { readonly ms: number; readonly answer: T } => {
  const start = performance.now();
  const answer = run();
  return { ms: performance.now() - start, answer };
};

const whole = (landscape: Landscape, of: (typeof rankables)[number]) => rank(settingOf(landscape, resolvePlates(landscape), 'wide'), of).ranking;
const say = (what: string, ms: number): void => console.log(`${what.padEnd(64)} ${ms < 10 ? ms.toFixed(2) : ms.toFixed(0)} ms`);

const landscape = landscapeOf(large);
const needs = landscape.systems.reduce((sum, system) => sum + (system.needs?.length ?? 0), 0);
console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}`);
console.log(`Seed ${large.seed}: ${landscape.systems.length} systems, ${landscape.providers.length} providers, ${needs} needs, ${landscape.services.length} services\n`);

const first = timed(() => whole(landscape, 'providers'));
const best = [first, timed(() => whole(landscape, 'providers')), timed(() => whole(landscape, 'providers'))].reduce((a, b) => (b.ms < a.ms ? b : a));
say('All providers, plates and control included, first run', first.ms);
say('All providers, plates and control included, best of three', best.ms);
say('All countries', timed(() => whole(landscape, 'countries')).ms);
const setting = settingOf(landscape, resolvePlates(landscape), 'wide');
say('One scenario with reasons, hours and order (country:US)', timed(() => simulate(setting, [{ kind: 'country', country: 'US' }])).ms);
say('Concentration of all layers', timed(() => concentration(setting)).ms);
const lost = first.answer.map(({ systems }) => systems);
console.log(`Systems lost per provider: most ${Math.max(...lost)}, median ${lost.toSorted((a, b) => a - b)[lost.length >> 1]}\n`);

const little = landscapeOf(small);
const ours = timed(() => whole(little, 'providers'));
const naive = timed(() => modelRanking(little, 'providers', 'wide'));
console.log(`Seed ${small.seed}: ${small.systems} systems, ${small.providers} providers, ${small.needs} needs`);
say('Ours', ours.ms);
say(`Naive model (${(naive.ms / ours.ms).toFixed(0)} times as long)`, naive.ms);

const agree = JSON.stringify(ours.answer) === JSON.stringify(naive.answer);
if (!agree) console.log('The two rankings DIFFER.');
if (best.ms > targetMs) console.log(`Target missed: ${targetMs} ms.`);
process.exitCode = agree && best.ms <= targetMs ? 0 : 1;
