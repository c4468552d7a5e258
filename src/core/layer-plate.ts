/** The plate of one system, for a screen: every value of every layer with where it came from (engine.md §2). */
import { layers, type Id, type Layer, type State } from './landscape/document.ts';
import { silent, type MeasureStatement } from './landscape/measures.ts';
import type { LayerPlace, Responsible, Source } from './landscape/plates.ts';
import { isContradicted, isUnproven } from './landscape/weigh.ts';
import { byCodePoint } from './order.ts';
import type { Survey } from './survey.ts';

export type PlateMeasure = {
  readonly measure: Id;
  readonly state: State;
  /** Absent where only evidence speaks. */
  readonly claimed?: State;
  readonly evidence?: Id;
  readonly from: Source;
  readonly contradicted: boolean;
  readonly unproven: boolean;
};

export type PlateRow = LayerPlace & {
  readonly layer: Layer;
  readonly responsible?: Responsible;
  /** All that anybody says on the chain of inheritance, by id; what nobody speaks of is not here. */
  readonly measures: readonly PlateMeasure[];
};

/** Eight rows, lowest layer first; undefined where there is no such system. */
export const layerPlate = ({ plates, measures }: Survey, system: Id): readonly PlateRow[] | undefined => {
  const plate = plates.get(system);
  const voices = measures.voices.get(system);
  if (!plate || !voices) return undefined;
  const said = [...voices].filter((voice) => voice !== silent).map((voice) => measures.statements[voice]!);
  return layers.map((layer, at) => {
    const responsible = plate.responsible[at];
    return { layer, ...plate.places[at], ...(responsible && { responsible }), measures: said.filter((each) => each.layer === layer).map(plateMeasure).sort((a, b) => byCodePoint(a.measure, b.measure)) };
  });
};

const plateMeasure = (said: MeasureStatement): PlateMeasure => ({
  measure: said.topic,
  state: said.state,
  ...(said.claimed !== undefined && { claimed: said.claimed }),
  ...(said.evidence !== undefined && { evidence: said.evidence }),
  from: said.from,
  contradicted: isContradicted(said),
  unproven: isUnproven(said),
});

/** Said elsewhere than at the system itself. */
export const isInherited = (from: Source | undefined, system: Id): boolean => from !== undefined && (from.kind !== 'system' || from.id !== system);

