/** The measures that one place says once for all that inherit from it, layer by layer (engine.md §2). */
import { z } from 'zod';
import { layers, type Landscape, type Layer } from '../../core/landscape/document.ts';
import type { Source } from '../../core/landscape/plates.ts';
import { isContradicted, isUnproven } from '../../core/landscape/weigh.ts';
import type { Library } from '../../core/library/library.ts';
import { measuresSaidBy } from './ground.ts';
import { stateShape } from './shapes.ts';

export const saidMeasure = z.strictObject({
  measure: z.string(),
  state: stateShape,
  /** Null where only evidence speaks. */
  claimed: stateShape.nullable(),
  evidence: z.string().nullable(),
  contradicted: z.boolean(),
  unproven: z.boolean(),
});
export const saidLayer = z.strictObject({ layer: z.number(), measures: z.array(saidMeasure), /** How many measures the library has for this layer. */ known: z.number() });
export type SaidLayer = z.output<typeof saidLayer>;

/** @param shown highest first, as the layers are drawn. */
export function saidLayersOf(landscape: Landscape, library: Library, place: Source, shown: readonly Layer[] = layers.toReversed()): SaidLayer[] {
  const said = Map.groupBy(measuresSaidBy(landscape, place), ({ layer }) => layer);
  return shown.map((layer) => ({
    layer,
    measures: (said.get(layer) ?? []).map((each) => ({
      measure: each.topic,
      state: each.state,
      claimed: each.claimed ?? null,
      evidence: each.evidence ?? null,
      contradicted: isContradicted(each),
      unproven: isUnproven(each),
    })),
    known: Iterator.from(library.measures.values()).filter((measure) => measure.layer === layer).toArray().length,
  }));
}
