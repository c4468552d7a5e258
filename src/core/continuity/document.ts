/** The answers as the JSON of `simulation/1` (engine.md §11, library/schemas/simulation-1.schema.json). */
import type { Id } from '../landscape/document.ts';
import type { Rankable } from './alone.ts';
import type { Concentration } from './concentration.ts';
import type { Ranking } from './rank.ts';
import { figures, type Figure } from './recovery.ts';
import { removalText } from './scenario.ts';
import type { Restoration, Simulation } from './simulate.ts';

export const simulationFormat = 'simulation/1';

export const simulationDocument = (simulation: Simulation) => ({
  regiekompas: simulationFormat,
  reading: simulation.reading,
  scenario: simulation.scenario.map(removalText),
  removed: {
    providers: Object.fromEntries(simulation.removed.providers),
    countries: [...simulation.removed.countries],
    systems: [...simulation.removed.systems],
    layers: Object.fromEntries([...simulation.removed.layers].map(([id, layers]) => [id, [...layers]])),
  },
  hit: [...simulation.hit.keys()],
  hitBy: Object.fromEntries(simulation.hit),
  unknown: [...simulation.unknown.keys()],
  unknownBecause: Object.fromEntries(simulation.unknown),
  failed: simulation.failed,
  failedBecause: Object.fromEntries(simulation.reasons),
  failedIfUnknownHit: simulation.failedIfUnknownHit,
  restoreHours: byFigure(simulation, ({ hours }) => hoursDocument(hours)),
  waitsFor: byFigure(simulation, ({ waitsFor }) => Object.fromEntries(waitsFor)),
  breaches: byFigure(simulation, ({ breaches }) => breaches),
  restoreFirst: simulation.restoreFirst.map((step) => ({
    ...step,
    maxDowntimeHours: hoursOrNever(step.maxDowntimeHours),
    declaredHours: hoursOrNever(step.declaredHours),
    testedHours: hoursOrNever(step.testedHours),
  })),
});

export const rankingDocument = ({ of, ranking, unknown }: Ranking<Rankable>, reading: Simulation['reading'], layers: readonly Concentration[]) => ({
  regiekompas: simulationFormat,
  reading,
  rank: of,
  ranking,
  unknown,
  concentration: Object.fromEntries(layers.map(({ layer, ...rest }) => [layer, rest])),
});

const byFigure = <T>({ restoration }: Simulation, of: (restoration: Restoration) => T): Readonly<Record<Figure, T>> => {
  const [declared, tested] = figures;
  return { declared: of(restoration[declared]), tested: of(restoration[tested]) };
};

const hoursDocument = (hours: ReadonlyMap<Id, number>): Readonly<Record<Id, number | null>> =>
  Object.fromEntries([...hours].map(([id, value]) => [id, hoursOrNever(value)]));

/** JSON has no infinity: null = never, or nobody knows how long. */
const hoursOrNever = (hours: number): number | null => (Number.isFinite(hours) ? hours : null);
