/** The figures of many systems as one, beside what the board strives for (engine.md §6). */
import { dimensions, technicalLayers, type Ambition, type Criticality } from '../landscape/document.ts';
import { remember } from '../remember.ts';
import type { Assurance, ByDimension, ByLayer } from './assurance.ts';
import type { Interval } from './interval.ts';

/** `met`: reached for sure; `missed`: out of reach even if all that is unknown is in place; `open`: nobody can tell yet. */
export type AmbitionReading = 'met' | 'open' | 'missed';

/** `systems`: how many have a figure at all. */
export type AggregateFigure = Interval & {
  readonly systems: number;
  readonly ambition?: number;
  readonly reading?: AmbitionReading;
};

export type AggregateAssurance = { readonly whole: AggregateFigure | undefined; readonly layers: ByLayer<ByDimension<AggregateFigure>> };

export type Weighted = { readonly criticality: Criticality | 'none'; readonly assurance: Assurance };

/** A system that no service needs counts as a normal one. */
const weights: Readonly<Record<Criticality | 'none', number>> = { essential: 3, important: 2, normal: 1, none: 1 };

export const aggregateAssurance = (systems: readonly Weighted[], ambition: Ambition = {}): AggregateAssurance => ({
  whole: weightedMean(gathered(systems, (assurance) => assurance), wholeOf),
  layers: Object.fromEntries(technicalLayers.flatMap((layer) => {
    const ofLayer = gathered(systems, ({ layers }) => layers[layer]);
    const figures = dimensions.flatMap((dimension) => {
      const figure = weightedMean(ofLayer, (intervals) => intervals[dimension]);
      return figure ? [[dimension, against(figure, ambition[layer]?.[dimension])] as const] : [];
    });
    return figures.length === 0 ? [] : [[layer, Object.fromEntries(figures)]];
  })),
});

const wholeOf = ({ lower, upper }: Assurance): Interval | undefined => (lower === null || upper === null ? undefined : { lower, upper });

type Gathered<T> = ReadonlyMap<T, { weight: number; systems: number }>;

/** Many systems share one answer (assurance.ts): each is weighed once, for all of them. */
const gathered = <T>(systems: readonly Weighted[], of: (assurance: Assurance) => T | undefined): Gathered<T> => {
  const found = new Map<T, { weight: number; systems: number }>();
  for (const { criticality, assurance } of systems) {
    const answer = of(assurance);
    if (answer === undefined) continue;
    const sum = found.get(answer) ?? remember(found, answer, { weight: 0, systems: 0 });
    sum.weight += weights[criticality];
    sum.systems += 1;
  }
  return found;
};

const weightedMean = <T>(answers: Gathered<T>, of: (answer: T) => Interval | undefined): AggregateFigure | undefined => {
  let [lower, upper, total, systems] = [0, 0, 0, 0];
  for (const [answer, sum] of answers) {
    const interval = of(answer);
    if (!interval) continue;
    lower += sum.weight * interval.lower;
    upper += sum.weight * interval.upper;
    total += sum.weight;
    systems += sum.systems;
  }
  return systems === 0 ? undefined : { lower: lower / total, upper: upper / total, systems };
};

const against = (figure: AggregateFigure, ambition: number | undefined): AggregateFigure =>
  ambition === undefined ? figure : { ...figure, ambition, reading: readAgainst(figure, ambition) };

export const readAgainst = ({ lower, upper }: Interval, ambition: number): AmbitionReading =>
  lower >= ambition - tolerance ? 'met' : upper < ambition - tolerance ? 'missed' : 'open';

/** A mean of many figures may end a hair below what it is on paper. */
const tolerance = 1e-9;
