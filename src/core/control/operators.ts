/** Who operates a layer for the organisation: the operator and, transitively, its sub-processors (engine.md §3). */
import type { Id, Provider, TechnicalLayer } from '../landscape/document.ts';
import { byCodePoint } from '../order.ts';
import { remember } from '../remember.ts';

/** `for`: the operator that calls this one in; absent on the operator of the layer itself. */
export type LayerOperator = { readonly operator: Id | 'self'; readonly for?: Id };
/** Nearest first, then by code point; the operator of the layer is always the first. */
export type OperatorsOf = (operator: Id | 'self', layer: TechnicalLayer) => readonly LayerOperator[];

/**
 * Answers are remembered: a landscape asks the same few thousand questions for every system. Who calls nobody
 * in has one answer for all layers, as one array.
 */
export const operatorsFor = (providers: readonly Provider[]): OperatorsOf => {
  const byId = new Map(providers.map((provider) => [provider.id, provider]));
  const alone = new Map<Id, readonly LayerOperator[]>();
  const known = new Map<TechnicalLayer, Map<Id, readonly LayerOperator[]>>();
  return (operator, layer) => {
    const isAlone = (byId.get(operator)?.subprocessors ?? []).length === 0;
    const answers = isAlone ? alone : known.get(layer) ?? remember(known, layer, new Map<Id, readonly LayerOperator[]>());
    return answers.get(operator) ?? remember(answers, operator, closure(byId, operator, layer));
  };
};

const closure = (byId: ReadonlyMap<Id, Provider>, operator: Id, layer: TechnicalLayer): readonly LayerOperator[] => {
  const found = new Map<Id, LayerOperator>([[operator, { operator }]]);
  // The Map is its own worklist; a cycle ends because each operator enters once.
  for (const { operator: by } of found.values()) {
    for (const id of actingOn(layer, byId.get(by))) {
      if (!found.has(id)) found.set(id, { operator: id, for: by });
    }
  }
  return [...found.values()];
};

/** A sub-processor without layers acts on all that its principal operates. */
const actingOn = (layer: TechnicalLayer, provider: Provider | undefined): readonly Id[] =>
  (provider?.subprocessors ?? [])
    .filter(({ layers }) => layers === undefined || layers.includes(layer))
    .map(({ provider: id }) => id)
    .sort(byCodePoint);
