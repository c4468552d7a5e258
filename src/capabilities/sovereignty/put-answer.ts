/** What an answer means in the landscape document. Pure; the reader of the document judges the result. */
import { type Claims, type Contract, type CountryCode, type Delivery, type Deployment, type Id, type Landscape, type LayerEntry, type Layer, type PersonalData, type Recovery, stateOf, type System } from '../../core/landscape/document.ts';
import { itemOf, putItem } from '../landscape/public.ts';
import type { OpenQuestion } from './open-questions.ts';

/** `hours` and `testedOn` go with an answer about recovery. */
export type Answer = { readonly answer: string; readonly hours?: number | undefined; readonly testedOn?: string | undefined };

/** INVARIANT: the question is open in this landscape, so that what it is about exists. */
export function putAnswer(landscape: Landscape, system: Id, question: OpenQuestion, given: Answer): Landscape {
  if (question.kind === 'clause') return changed(landscape, 'contracts', question.contract, (contract) => withClause(contract, question.clause, given.answer));
  if (question.kind === 'personalData') return changed(landscape, 'datasets', question.dataset, (dataset) => ({ ...dataset, personalData: given.answer as PersonalData }));
  const at = question.kind === 'operator' || question.kind === 'country' ? question.at : system;
  return changed(landscape, 'systems', at, (item) => withAnswer(item, question, given));
}

type Kind = 'contracts' | 'datasets' | 'systems';
function changed<K extends Kind>(landscape: Landscape, kind: K, id: Id, change: (item: Landscape[K][number]) => Landscape[K][number]): Landscape {
  const item = itemOf(landscape, kind, id);
  return item === undefined ? landscape : putItem(landscape, kind, change(item));
}

/** A claim that said "unknown" gives way; the evidence a reader was pointed to stays. */
const withClaim = (claims: Claims = {}, id: Id, state: string): Claims => {
  const before = claims[id];
  const evidence = typeof before === 'object' ? before.evidence : undefined;
  return { ...claims, [id]: evidence ? { state: state as ReturnType<typeof stateOf>, evidence } : (state as ReturnType<typeof stateOf>) };
};

const withClause = (contract: Contract, clause: Id, state: string): Contract => ({ ...contract, clauses: withClaim(contract.clauses, clause, state) });

const withLayer = (system: System, layer: Layer, change: (entry: LayerEntry) => LayerEntry): System =>
  ({ ...system, layers: { ...system.layers, [layer]: change(system.layers?.[layer] ?? {}) } });

function withAnswer(system: System, question: OpenQuestion, given: Answer): System {
  const { answer } = given;
  switch (question.kind) {
    case 'measure': return withLayer(system, question.layer, (entry) => ({ ...entry, measures: withClaim(entry.measures, question.measure, answer) }));
    case 'operator': return withLayer(system, question.layer, (entry) => ({ ...entry, operator: answer }));
    case 'country': return withLayer(system, question.layer, (entry) => ({ ...entry, country: answer.toUpperCase() as CountryCode }));
    case 'delivery': return { ...system, delivery: answer as Delivery };
    case 'deployment': return { ...system, deployment: answer as Deployment };
    default: return { ...system, recovery: recoveryAfter(system.recovery, question.kind, given) };
  }
}

function recoveryAfter(before: Recovery | undefined, kind: OpenQuestion['kind'], { answer, hours, testedOn }: Answer): Recovery {
  const known = typeof before === 'object' ? before : {};
  if (kind === 'recoveryTestedHours') return { ...known, testedHours: Number(answer) };
  if (kind === 'recoveryDeclaredHours') return { ...known, declaredHours: Number(answer) };
  if (answer === 'none' || hours === undefined) return 'none';
  return answer === 'tested' ? { ...known, testedHours: hours, ...(testedOn && { testedOn }) } : { ...known, declaredHours: hours };
}
