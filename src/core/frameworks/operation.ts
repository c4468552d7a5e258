/** Who operates something of a system, sub-processors included, and the other way round. */
import { technicalLayers, type Id, type Layer } from '../landscape/document.ts';
import { remember } from '../remember.ts';
import type { Survey } from '../survey.ts';

export type Operation = {
  /** Without the organisation itself. */
  readonly providersOf: (system: Id) => readonly Id[];
  readonly systemsOf: (provider: Id) => readonly Id[];
  /** Where the provider acts on this layer; of the human layer, every system that it operates something of. */
  readonly systemsAtLayer: (provider: Id, layer: Layer) => readonly Id[];
  /** Of a layer nobody knows who operates it. */
  readonly hasUnknownOperator: (system: Id) => boolean;
};

type Operators = readonly (readonly Id[] | undefined)[];

/** Per technical layer; undefined where the operator is unknown. */
const operatorsIn = ({ systems, control }: Survey): ReadonlyMap<Id, Operators> =>
  new Map(Array.from(systems, ([id, { places }]) => [id, technicalLayers.map((layer) => {
    const operator = places[layer - 1]?.operator;
    return operator === undefined ? undefined : control.operatorsOf(operator, layer).map((one) => one.operator);
  })]));

export function operation(survey: Survey): Operation {
  const operated = operatorsIn(survey);
  const providersOf = (system: Id): readonly Id[] => [...new Set((operated.get(system) ?? []).flatMap((ids) => ids ?? []))].filter((id) => id !== 'self');
  const systemsBy = new Map<Id, Id[]>();
  for (const id of survey.systems.keys()) for (const provider of providersOf(id)) (systemsBy.get(provider) ?? remember(systemsBy, provider, [])).push(id);
  const systemsOf = (provider: Id): readonly Id[] => systemsBy.get(provider) ?? [];
  return {
    providersOf,
    systemsOf,
    systemsAtLayer: (provider, layer) => (layer === 8 ? systemsOf(provider) : systemsOf(provider).filter((id) => operated.get(id)?.[layer - 1]?.includes(provider))),
    hasUnknownOperator: (system) => (operated.get(system) ?? []).some((ids) => ids === undefined),
  };
}
