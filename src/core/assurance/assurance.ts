/** How much of what makes a system sovereign is in place, layer by layer and dimension by dimension (engine.md §6). */
import { dimensions, technicalLayers, type Dimension, type State, type TechnicalLayer } from '../landscape/document.ts';
import { stateAt, type Measures, type Voices } from '../landscape/measures.ts';
import type { Library, Measure } from '../library/library.ts';
import { byCodePoint } from '../order.ts';
import { remember } from '../remember.ts';
import { addTallies, emptyTally, intervalOf, type Interval, type Tally } from './interval.ts';

export type ByDimension<T> = Readonly<Partial<Record<Dimension, T>>>;
export type ByLayer<T> = Readonly<Partial<Record<TechnicalLayer, T>>>;

/**
 * `lower` and `upper` are of the whole, which counts every measure once, however many dimensions it has; null
 * where no measure applies at all. Layers and dimensions without an applicable measure are left out.
 */
export type Assurance = {
  readonly lower: number | null;
  readonly upper: number | null;
  readonly layers: ByLayer<ByDimension<Interval>>;
};

/** Of a system for whom these statements speak. */
export type AssuranceOf = (voices: Voices) => Assurance;

/** Answers are remembered, as a whole and per layer: most systems say the same of a layer as many others. */
export const assurancesFor = (library: Library, measures: Measures): AssuranceOf => {
  const layersOf = technicalLayers.map((layer) => ({ layer, ...layerAssurance(measuresOf(library, layer), measures) }));
  const known = new Map<string, Assurance>();
  return (voices) => {
    const keys = layersOf.map(({ keyOf }) => keyOf(voices));
    const key = keys.join(' ');
    return known.get(key) ?? remember(known, key, together(weighAll(layersOf, voices, keys)));
  };
};

type LayerWithFigures = LayerFigures & { readonly layer: TechnicalLayer };

const weighAll = (layersOf: readonly (LayerAssurance & { readonly layer: TechnicalLayer })[], voices: Voices, keys: readonly string[]): readonly LayerWithFigures[] =>
  layersOf.map(({ layer, weigh }, at) => ({ layer, ...weigh(voices, keys[at]!) }));

const together = (weighed: readonly LayerWithFigures[]): Assurance => ({
  ...(intervalOf(weighed.map(({ tally }) => tally).reduce(addTallies, emptyTally)) ?? noInterval),
  layers: Object.fromEntries(weighed.filter(({ intervals }) => intervals !== undefined).map(({ layer, intervals }) => [layer, intervals])),
});

const noInterval = { lower: null, upper: null };

const measuresOf = ({ measures }: Library, layer: TechnicalLayer): readonly Measure[] =>
  [...measures.values()].filter((measure) => measure.layer === layer).sort((a, b) => byCodePoint(a.id, b.id));

type LayerFigures = { readonly tally: Tally; readonly intervals: ByDimension<Interval> | undefined };
type LayerAssurance = { readonly keyOf: (voices: Voices) => string; readonly weigh: (voices: Voices, key: string) => LayerFigures };

const layerAssurance = (ofLayer: readonly Measure[], measures: Measures): LayerAssurance => {
  const topics = ofLayer.map(({ id, layer }) => measures.topicOf(layer, id));
  const spoken = topics.filter((topic) => topic !== undefined);
  const known = new Map<string, LayerFigures>();
  return {
    keyOf: (voices) => {
      let key = '';
      for (const topic of spoken) key += marks[stateAt(measures, voices, topic) ?? 'unknown'];
      return key;
    },
    weigh: (voices, key) => known.get(key) ?? remember(known, key, weighLayer(ofLayer, topics.map((topic) => stateAt(measures, voices, topic)))),
  };
};

/** One character each, for a short key; nothing said weighs as unknown. */
const marks: Readonly<Record<State, string>> = { yes: 'y', no: 'n', 'not-applicable': '-', unknown: '?' };

const weighLayer = (measures: readonly Measure[], states: readonly (State | undefined)[]): LayerFigures => {
  const tallyWhere = (counts: (measure: Measure) => boolean): Tally =>
    measures.map((measure, at) => (counts(measure) ? tallyOf(measure.weight, states[at]) : emptyTally)).reduce(addTallies, emptyTally);
  const intervals = dimensions
    .map((dimension) => [dimension, intervalOf(tallyWhere((measure) => measure.dimensions.includes(dimension)))] as const)
    .filter(([, interval]) => interval !== undefined);
  return { tally: tallyWhere(() => true), intervals: intervals.length === 0 ? undefined : Object.fromEntries(intervals) };
};

const tallyOf = (weight: number, state: State | undefined): Tally => {
  if (state === 'not-applicable') return emptyTally;
  return { satisfied: state === 'yes' ? weight : 0, possible: state === 'no' ? 0 : weight, applicable: weight };
};
