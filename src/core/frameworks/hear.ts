/** What the landscape and people's answers say about a system, a provider or the organisation as a whole. */
import { factFunction } from '../facts/fact-table.ts';
import type { Answer as FactValue } from '../facts/subject.ts';
import type { Dataset, Id } from '../landscape/document.ts';
import { remember } from '../remember.ts';
import type { Survey, SurveyedSystem } from '../survey.ts';
import type { Matter, Read, Subject } from './framework.ts';
import { operation } from './operation.ts';
import { ruleOf, type RuleGround } from './rules.ts';
import { weakest, type Hear, type Heard, type Said, type Source } from './step.ts';

/** What people answered to a matter. */
export type MatterAnswer = 'yes' | 'no' | 'nobody-knows' | 'not-applicable';
export type MatterAnswerOf = (matter: Id, about: Subject, subject: Id) => MatterAnswer | undefined;

export type Ground = Pick<RuleGround, 'isInUnion' | 'reachFar'> & { readonly survey: Survey; readonly matters: ReadonlyMap<Id, Matter>; readonly answerOf: MatterAnswerOf };

export type Hearing = { readonly system: (id: Id) => Hear; readonly provider: (id: Id) => Hear; readonly organisation: Hear; /** Who operates something of a system, sub-processors included. */ readonly providersOf: (system: Id) => readonly Id[]; readonly systemsOf: (provider: Id) => readonly Id[] };

const nothing: Heard = { said: 'unknown', from: [] };
const notApplicable: Heard = { said: 'not-applicable', from: [] };
const heard = (said: Said, ...from: readonly Source[]): Heard => ({ said, from });

/** Of many, whatever is best for any of them. */
function strongest(all: readonly Heard[]): Heard {
  const said = (['yes', 'unknown', 'no'] as const).find((one) => all.some((other) => other.said === one)) ?? 'unknown';
  return { said, from: all.filter((one) => one.said === said).flatMap(({ from }) => from) };
}
const together = (all: readonly Heard[], asCondition: boolean | undefined): Heard => (asCondition ? strongest(all) : weakest(all));

/** For each read once: frameworks ask the same of the same again and again. */
function remembering(hear: Hear): Hear {
  const known = new Map<string, Heard>();
  return (read, asCondition) => {
    const key = `${read.kind} ${read.id} ${read.is?.join(' ') ?? ''} ${asCondition ? 'condition' : ''}`;
    return known.get(key) ?? remember(known, key, hear(read, asCondition));
  };
}

function factSaid(value: FactValue, all: readonly string[]): Said {
  if (value === undefined || typeof value === 'number') return 'unknown';
  const values = typeof value === 'string' ? [value] : value;
  return values.every((one) => all.includes(one)) ? 'yes' : values.some((one) => all.includes(one)) ? 'unknown' : 'no';
}

const saidOfAnswer: Readonly<Record<MatterAnswer, Said>> = { yes: 'yes', no: 'no', 'nobody-knows': 'unknown', 'not-applicable': 'not-applicable' };

export function hearing(ground: Ground): Hearing {
  const { survey, matters, answerOf } = ground;
  const { landscape, library, control } = survey;
  const providers = new Map(landscape.providers.map((provider) => [provider.id, provider]));
  const datasets = new Map(landscape.datasets.map((dataset) => [dataset.id, dataset]));
  const rules: RuleGround = { ...ground, providers: landscape.providers, control };
  const self: Source = { kind: 'organisation', id: landscape.organisation.id };

  const { providersOf, systemsOf, systemsAtLayer, hasUnknownOperator } = operation(survey);

  const answered = (matter: Id, about: Subject, subject: Id): Heard => {
    const answer = answerOf(matter, about, subject);
    return answer === undefined ? nothing : heard(saidOfAnswer[answer], { kind: 'answer', id: subject });
  };

  /** The landscape goes before what people say; where it is silent, they count. */
  const ofProvider = (matter: Matter, id: Id): Heard => {
    const provider = providers.get(id);
    const said = provider && ruleOf(matter.rule)?.(rules, provider);
    return said === undefined || said === 'unknown' ? answered(matter.id, 'provider', id) : heard(said, { kind: 'provider', id });
  };

  const ofProvidersBehind = (matter: Matter, system: Id): Heard => {
    const all = providersOf(system);
    const missing = hasUnknownOperator(system) ? [nothing] : [];
    if (all.length === 0 && missing.length === 0) return matter.rule === undefined ? notApplicable : heard(ground.isInUnion(landscape.organisation.country) ? 'yes' : 'no', self);
    return weakest([...all.map((id) => ofProvider(matter, id)), ...missing]);
  };

  const matterOf = (matter: Matter | undefined, system: Id): Heard => {
    if (matter === undefined) return nothing;
    if (matter.about === 'organisation') return answered(matter.id, 'organisation', 'self');
    return matter.about === 'system' ? answered(matter.id, 'system', system) : ofProvidersBehind(matter, system);
  };

  const measureOf = (id: Id, system: SurveyedSystem): Heard => {
    const measure = library.measures.get(id);
    const state = measure && system.stateOf(measure.layer, id);
    return state === undefined ? nothing : heard(state, { kind: 'system', id: system.system.id });
  };

  const clauseOf = (id: Id, system: SurveyedSystem): Heard => {
    if (system.contracts.length === 0) return providersOf(system.system.id).length === 0 ? notApplicable : nothing;
    return weakest(system.contracts.map(({ contract, clauses }) => heard(clauses.get(id)?.state ?? 'unknown', { kind: 'contract', id: contract.id })));
  };

  const factOf = ({ id, is = [] }: Read, system: SurveyedSystem): Heard => {
    const find = factFunction(id);
    const held: readonly (Dataset | undefined)[] = system.system.datasets?.map((dataset) => datasets.get(dataset)) ?? [undefined];
    return find === undefined ? nothing : weakest(held.map((dataset) => heard(factSaid(find({ ...system, dataset }), is), { kind: 'system', id: system.system.id })));
  };

  const hearSystem = (id: Id): Hear => {
    const system = survey.systems.get(id);
    if (system === undefined) return () => nothing;
    return remembering((read) => {
      if (read.kind === 'measure') return measureOf(read.id, system);
      if (read.kind === 'clause') return clauseOf(read.id, system);
      return read.kind === 'fact' ? factOf(read, system) : matterOf(matters.get(read.id), id);
    });
  };
  const bySystem = new Map<Id, Hear>();
  const system = (id: Id): Hear => bySystem.get(id) ?? remember(bySystem, id, hearSystem(id));

  // A measure is a provider's where it operates the layer that the measure is of.
  const provider = (id: Id): Hear => remembering((read, asCondition) => {
    if (read.kind === 'measure') return weakest(systemsAtLayer(id, library.measures.get(read.id)?.layer ?? 8).map((one) => system(one)(read)));
    if (read.kind === 'clause') return weakest(contractsOf(survey, id).map((one) => heard(one.clauses.get(read.id)?.state ?? 'unknown', { kind: 'contract', id: one.contract.id })));
    const matter = read.kind === 'matter' ? matters.get(read.id) : undefined;
    if (matter?.about === 'provider') return ofProvider(matter, id);
    if (matter?.about === 'organisation') return answered(matter.id, 'organisation', 'self');
    return together(systemsOf(id).map((one) => system(one)(read)), asCondition);
  });

  const organisation: Hear = remembering((read, asCondition) => {
    const matter = read.kind === 'matter' ? matters.get(read.id) : undefined;
    if (matter?.about === 'organisation') return answered(matter.id, 'organisation', 'self');
    return together([...survey.systems.keys()].map((id) => system(id)(read)), asCondition);
  });

  return { system, provider, organisation, providersOf, systemsOf };
}

const contractsOf = ({ clauses, landscape }: Survey, provider: Id) => {
  const all = landscape.contracts.filter((contract) => contract.provider === provider).flatMap(({ systems }) => systems.flatMap((system) => clauses.running(system)));
  return [...new Map(all.filter(({ contract }) => contract.provider === provider).map((one) => [one.contract.id, one])).values()];
};
