/**
 * From a fact that nobody knows to the question that somebody can answer: which measure, operator, country, clause
 * or plan is not filled in, and where in the landscape the answer will stand.
 */
import { openMeasures } from '../../core/exposure/open-measures.ts';
import { truthOf } from '../../core/exposure/prevention.ts';
import { unknown as unknownTruth } from '../../core/kleene.ts';
import type { Id, Layer, Recovery, TechnicalLayer } from '../../core/landscape/document.ts';
import { silent } from '../../core/landscape/measures.ts';
import type { Source } from '../../core/landscape/plates.ts';
import type { Survey, SurveyedSystem } from '../../core/survey.ts';
import { noDataset } from '../../core/verdict.ts';
import type { Assessed } from './current-assessment.ts';

/** What is asked. `at` of a place is the system that already states the other half of it: operator and country are inherited together. */
export type Asked =
  | { readonly kind: 'delivery' | 'deployment' | 'recovery' | 'recoveryTestedHours' | 'recoveryDeclaredHours' }
  | { readonly kind: 'personalData'; readonly dataset: Id }
  | { readonly kind: 'measure'; readonly layer: Layer; readonly measure: Id }
  | { readonly kind: 'operator'; readonly layer: TechnicalLayer; readonly at: Id }
  | { readonly kind: 'country'; readonly layer: TechnicalLayer; readonly at: Id }
  | { readonly kind: 'clause'; readonly contract: Id; readonly clause: Id };

export type OpenQuestion = Asked & {
  /** Its name in a form: `measure.6.customer-held-keys`. */
  readonly key: string;
  /** The facts it helps to settle. */
  readonly facts: readonly Id[];
  /** Evidence at the very place says "unknown": a claim would not count, other evidence would. */
  readonly blockedBy?: Id;
};

const keyOf = (asked: Asked): string => {
  if (asked.kind === 'measure') return `measure.${asked.layer}.${asked.measure}`;
  if (asked.kind === 'operator' || asked.kind === 'country') return `${asked.kind}.${asked.layer}`;
  if (asked.kind === 'clause') return `clause.${asked.contract}.${asked.clause}`;
  return asked.kind === 'personalData' ? `personalData.${asked.dataset}` : asked.kind;
};

type Of = { readonly survey: Survey; readonly surveyed: SurveyedSystem; readonly datasets: readonly Id[] };
type Ask = (of: Of) => readonly Asked[];

const asks: Readonly<Record<string, Ask>> = {
  delivery: () => [{ kind: 'delivery' }],
  deployment: () => [{ kind: 'deployment' }],
  personalData: ({ datasets, survey }) => datasets.filter((id) => survey.landscape.datasets.find((dataset) => dataset.id === id)?.personalData === undefined).map((dataset) => ({ kind: 'personalData', dataset })),
  dataLocation: (of) => [placeAsked(of, 'country', 1)],
  disclosure: (of) => disclosureAsked(of),
  cutOff: (of) => placesAsked(of, 'cutOff'),
  keyControl: (of) => controlAsked(of, 6, 'customer-held-keys'),
  identityControl: (of) => controlAsked(of, 5, 'own-identity-control'),
  openStandards: () => [{ kind: 'measure', layer: 7, measure: 'open-standards' }],
  accessLogging: () => [{ kind: 'measure', layer: 7, measure: 'access-logging' }],
  exitPlan: (of) => (hasNoRecovery(of.surveyed.system.recovery) ? [{ kind: 'recovery' }] : clauseAsked(of, 'exit-strategy')),
  recoveryTestedHours: () => [{ kind: 'recoveryTestedHours' }],
  recoveryDeclaredHours: () => [{ kind: 'recoveryDeclaredHours' }],
};

/** Nothing was said of recovery; `none` was said on purpose. */
const hasNoRecovery = (recovery: Recovery | undefined): boolean => recovery !== 'none';

const clausePrefix = 'clause.';
const askedFor = (fact: Id, of: Of): readonly Asked[] => (fact.startsWith(clausePrefix) ? clauseAsked(of, fact.slice(clausePrefix.length)) : (asks[fact]?.(of) ?? []));

function placeAsked({ surveyed }: Of, kind: 'operator' | 'country', layer: TechnicalLayer): Asked {
  return { kind, layer, at: surveyed.places[layer - 1]?.from?.id ?? surveyed.system.id };
}

/** Where a country may reach because nobody says who operates a layer, or where it lies. */
function placesAsked(of: Of, exposure: 'disclosure' | 'cutOff'): readonly Asked[] {
  const chains = Object.values(of.surveyed.exposure.countries).flatMap((country) => country.chains).filter((chain) => chain[exposure] === 'possible');
  return chains.flatMap(({ steps: [first], layers }) => (first?.kind === 'unknown' ? layers.map((layer) => placeAsked(of, first.what, layer)) : []));
}

/** What keeps it out of clear text first: such an answer holds for every country at once. */
function disclosureAsked(of: Of): readonly Asked[] {
  const chains = Object.values(of.surveyed.exposure.countries).flatMap((country) => country.chains).filter(({ disclosure }) => disclosure === 'possible');
  const layers = [...new Set(chains.flatMap((chain) => chain.layers))];
  return [...openMeasures(of.surveyed.stateOf, layers).map((open) => ({ kind: 'measure' as const, ...open })), ...placesAsked(of, 'disclosure')];
}

function controlAsked(of: Of, layer: TechnicalLayer, measure: Id): readonly Asked[] {
  const { stateOf, places } = of.surveyed;
  const open: Asked[] = truthOf(stateOf(layer, measure)) === unknownTruth ? [{ kind: 'measure', layer, measure }] : [];
  return places[layer - 1]?.operator === undefined ? [...open, placeAsked(of, 'operator', layer)] : open;
}

const clauseAsked = ({ surveyed }: Of, clause: Id): readonly Asked[] =>
  surveyed.contracts.filter(({ clauses }) => truthOf(clauses.get(clause)?.state) === unknownTruth).map(({ contract }) => ({ kind: 'clause', contract: contract.id, clause }));

/** The evidence by which a statement that stands at `place` itself is unknown. */
function blockerOf(asked: Asked, { survey, surveyed }: Of): Id | undefined {
  if (asked.kind === 'clause') return surveyed.contracts.find(({ contract }) => contract.id === asked.contract)?.clauses.get(asked.clause)?.evidence;
  if (asked.kind !== 'measure') return undefined;
  const topic = survey.measures.topicOf(asked.layer, asked.measure);
  const voice = topic === undefined ? silent : (survey.measures.voices.get(surveyed.system.id)?.[topic] ?? silent);
  const said = survey.measures.statements[voice];
  return said !== undefined && isAt(said.from, surveyed.system.id) ? said.evidence : undefined;
}

const isAt = (from: Source, system: Id): boolean => from.kind === 'system' && from.id === system;

/** The questions behind the decisive facts of a system, in the order of those facts; each once. */
export function openQuestions({ survey, assessment }: Assessed, system: Id): readonly OpenQuestion[] {
  const surveyed = survey.systems.get(system);
  const assessed = assessment.systems[system];
  if (!surveyed || !assessed) return [];
  const of: Of = { survey, surveyed, datasets: Object.keys(assessed.datasets).filter((id) => id !== noDataset) };
  const found = new Map<string, OpenQuestion>();
  for (const fact of assessed.decisive) {
    for (const asked of askedFor(fact, of)) {
      const key = keyOf(asked);
      const blockedBy = blockerOf(asked, of);
      const before = found.get(key);
      found.set(key, before ? { ...before, facts: [...before.facts, fact] } : { ...asked, key, facts: [fact], ...(blockedBy !== undefined && { blockedBy }) });
    }
  }
  // A fact may lead to the same question along several countries.
  return [...found.values()].map((question) => ({ ...question, facts: [...new Set(question.facts)] }));
}
