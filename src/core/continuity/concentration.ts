/** How far the operation of each layer lies in few hands (engine.md §7). */
import { technicalLayers, type Id, type TechnicalLayer } from '../landscape/document.ts';
import { placeAt } from '../landscape/plates.ts';
import { byCodePoint } from '../order.ts';
import type { Setting } from './setting.ts';

/**
 * The Herfindahl–Hirschman index, 0…1: the sum of the squared shares of systems that each operator (`self` is one)
 * has on this layer, sub-processors not counted. An interval, since an unknown operator is nobody's and everybody's:
 * `lower` has each unknown in a hand of its own, `upper` all of them in the largest. Both null without systems.
 */
export type Concentration = {
  readonly layer: TechnicalLayer;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Systems with an unknown operator on this layer. */
  readonly unknown: number;
  /** Most systems first, then by code point. */
  readonly operators: readonly { readonly operator: Id | 'self'; readonly systems: number }[];
};

export const concentration = (setting: Setting): readonly Concentration[] =>
  technicalLayers.map((layer) => {
    const counts = new Map<Id, number>();
    for (const { id } of setting.landscape.systems) {
      const { operator } = placeAt(setting.plates, id, layer);
      if (operator !== undefined) counts.set(operator, (counts.get(operator) ?? 0) + 1);
    }
    const operators = [...counts]
      .map(([operator, systems]) => ({ operator, systems }))
      .sort((a, b) => b.systems - a.systems || byCodePoint(a.operator, b.operator));
    const known = operators.reduce((sum, { systems }) => sum + systems, 0);
    return { layer, ...interval(operators.map(({ systems }) => systems), setting.landscape.systems.length - known), operators };
  });

/** `counts`: largest first. Squares of whole numbers are added before dividing, so that nothing is rounded twice. */
const interval = (counts: readonly number[], unknown: number): Pick<Concentration, 'lower' | 'upper' | 'unknown'> => {
  const total = counts.reduce((sum, count) => sum + count, unknown);
  if (total === 0) return { lower: null, upper: null, unknown };
  const squares = counts.reduce((sum, count) => sum + count * count, 0);
  const [largest = 0] = counts;
  return {
    lower: (squares + unknown) / total ** 2,
    upper: (squares - largest ** 2 + (largest + unknown) ** 2) / total ** 2,
    unknown,
  };
};
