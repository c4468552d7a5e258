/**
 * How each fact is derived (engine.md §5). A new fact is a row of `library/facts.yaml`, which gives its
 * domain, and a row here.
 */
import { degrees, type Range } from '../exposure/degree.ts';
import { truthOf } from '../exposure/prevention.ts';
import { no, or, truth, unknown, yes, type Truth } from '../kleene.ts';
import type { Id, Layer, TechnicalLayer } from '../landscape/document.ts';
import { clauseFact, daysToContractEnd } from './clause-facts.ts';
import { exitPlan, recoveryHours } from './recovery-facts.ts';
import type { Answer, Subject, SystemSubject } from './subject.ts';

export type FactFunction = (subject: Subject) => Answer;

const factTable: Readonly<Record<Id, FactFunction>> = {
  classification: ({ dataset }) => dataset?.classification ?? 'none',
  personalData: ({ dataset }) => (dataset ? dataset.personalData : 'none'),
  delivery: ({ system }) => system.delivery,
  deployment: ({ system }) => system.deployment,
  dataLocation: (subject) => dataLocation(subject),
  disclosure: ({ exposure }) => degreesIn(exposure.disclosure),
  cutOff: ({ exposure }) => degreesIn(exposure.cutOff),
  keyControl: (subject) => control[ownControl(subject, 6, 'customer-held-keys')],
  identityControl: (subject) => control[ownControl(subject, 5, 'own-identity-control')],
  openStandards: (subject) => measured(subject, 7, 'open-standards'),
  accessLogging: (subject) => measured(subject, 7, 'access-logging'),
  exitPlan,
  redundant: ({ demand }) => (demand.redundant ? 'yes' : 'no'),
  criticality: ({ demand }) => demand.criticality,
  maxDowntimeHours: ({ demand }) => demand.maxDowntimeHours,
  recoveryTestedHours: ({ system }) => recoveryHours(system.recovery, 'testedHours'),
  recoveryDeclaredHours: ({ system }) => recoveryHours(system.recovery, 'declaredHours'),
  daysToContractEnd,
};

const clausePrefix = 'clause.';

/** Undefined: nobody has written down how to derive such a fact. */
export const factFunction = (fact: Id): FactFunction | undefined => {
  if (fact.startsWith(clausePrefix)) {
    const clause = fact.slice(clausePrefix.length);
    return (subject) => clauseFact(clause, subject);
  }
  return Object.hasOwn(factTable, fact) ? factTable[fact] : undefined;
};

const dataLocation = ({ places, setting }: SystemSubject): Answer => {
  const country = places[0]?.country;
  if (country === undefined) return undefined;
  return country === setting.home ? 'home' : setting.isInEea(country) ? 'eea' : 'outside';
};

/** Everything from the best to the worst case; a cut-off knows no `mitigated`, so its domain leaves that out. */
const degreesIn = ({ best, worst }: Range): Answer => intervals[best]![worst];
const intervals = degrees.map((_, best) => degrees.map((_, worst) => degrees.slice(best, worst + 1)));

const control: Readonly<Record<Truth, Answer>> = { [yes]: 'own', [no]: 'provider', [unknown]: ['own', 'provider'] };

/** The organisation operates the layer itself, or holds what matters there in its own hands. */
const ownControl = ({ places, stateOf }: SystemSubject, layer: TechnicalLayer, measure: Id): Truth => {
  const operator = places[layer - 1]?.operator;
  return or(operator === undefined ? unknown : truth(operator === 'self'), truthOf(stateOf(layer, measure)));
};

const yesOrNo: Readonly<Record<Truth, Answer>> = { [yes]: 'yes', [no]: 'no', [unknown]: ['yes', 'no'] };
const measured = ({ stateOf }: SystemSubject, layer: Layer, measure: Id): Answer => yesOrNo[truthOf(stateOf(layer, measure))];
