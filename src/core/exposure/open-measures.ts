/** Which unknown measures keep open whether reading in clear is prevented: what there is to find out (engine.md §4). */
import type { Id, Layer, State, TechnicalLayer } from '../landscape/document.ts';
import { onlyLayer } from './layer-set.ts';
import { preventionOf, type StateOf } from './prevention.ts';

export type OpenMeasure = { readonly layer: Layer; readonly measure: Id };

/** All that prevention reads, those that settle most first. */
const protective: readonly OpenMeasure[] = [
  { layer: 6, measure: 'customer-held-keys' },
  { layer: 6, measure: 'encryption-at-rest' },
  { layer: 6, measure: 'end-to-end-encryption' },
  { layer: 7, measure: 'confidential-computing' },
  { layer: 5, measure: 'own-identity-control' },
];

/** The unknown ones of which the answer can still matter to one of these layers, whatever the others turn out to be. */
export const openMeasures = (stateOf: StateOf, layers: readonly TechnicalLayer[]): readonly OpenMeasure[] => {
  const unknown = protective.filter(({ layer, measure }) => isUnknown(stateOf(layer, measure)));
  return unknown.filter((asked) => completions(unknown.filter((each) => each !== asked)).some((others) => matters(stateOf, asked, others, layers)));
};

const isUnknown = (state: State | undefined): boolean => state === undefined || state === 'unknown';

type Completion = ReadonlyMap<OpenMeasure, State>;

const completions = (measures: readonly OpenMeasure[]): readonly Completion[] =>
  measures.reduce<readonly Completion[]>((all, measure) => all.flatMap((each) => answers.map((state) => new Map([...each, [measure, state]]))), [new Map()]);

const answers: readonly State[] = ['yes', 'no'];

const matters = (stateOf: StateOf, asked: OpenMeasure, others: Completion, layers: readonly TechnicalLayer[]): boolean => {
  const [taken, refused] = answers.map((state) => preventionOf(completed(stateOf, new Map([...others, [asked, state]]))).prevented);
  return layers.some((layer) => ((taken! ^ refused!) & onlyLayer(layer)) !== 0);
};

const completed = (stateOf: StateOf, completion: Completion): StateOf => (layer, measure) => {
  for (const [each, state] of completion) if (each.layer === layer && each.measure === measure) return state;
  return stateOf(layer, measure);
};
