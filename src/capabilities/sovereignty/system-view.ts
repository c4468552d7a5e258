/** Everything a page says of one system, out of the assessment and the landscape. */
import type { SystemAssessment } from '../../core/assess.ts';
import { type Dataset, type Evidence, type Id, type Landscape, type Need, type Organisation, type Service, type System } from '../../core/landscape/document.ts';
import type { RunningContract } from '../../core/landscape/clauses.ts';
import type { ReportedClaim } from '../../core/landscape/reported-claims.ts';
import { layerPlate, type PlateRow } from '../../core/layer-plate.ts';
import type { Library, Reading } from '../../core/library/library.ts';
import { type SharedCause, sharedCauses } from '../../core/policy/shared-causes.ts';
import { contractNames } from '../landscape/public.ts';
import type { Assessed } from './current-assessment.ts';
import { type Decision, decisionsOn } from './explain-verdict.ts';
import { type OpenQuestion, openQuestions } from './open-questions.ts';
import { type AnswerBrings, type WayOut, waysOut, whatAnswersBring } from './ways-out.ts';

export type SystemView = {
  readonly revision: number;
  readonly reading: Reading;
  readonly policy: { readonly id: Id; readonly name: { readonly nl: string; readonly en: string }; readonly outcomes: readonly string[] };
  readonly organisation: Organisation;
  readonly asOf: string;
  readonly system: System;
  readonly assessed: SystemAssessment;
  readonly datasets: readonly Dataset[];
  readonly decisions: readonly Decision[];
  readonly plate: readonly PlateRow[];
  /** What speaks on the plate. */
  readonly evidence: readonly Evidence[];
  readonly questions: readonly OpenQuestion[];
  readonly brings: readonly AnswerBrings[];
  readonly sharedCauses: readonly SharedCause[];
  readonly ways: readonly WayOut[];
  readonly contracts: readonly { readonly id: Id; readonly provider: Id; readonly start: string; readonly end?: string; readonly noticeDays?: number; readonly running: boolean }[];
  /** The first of them; `…Count` is how many there are. */
  readonly neededBy: { readonly services: readonly Service[]; readonly servicesCount: number; readonly systems: readonly { readonly id: Id; readonly kind: 'need' | 'anyOf' | 'runsOn' }[]; readonly systemsCount: number };
  readonly contradictions: readonly ReportedClaim[];
  readonly unproven: readonly ReportedClaim[];
  /** Names of what the ids above stand for, by kind: `provider/skyline-nl`. */
  readonly names: Readonly<Record<string, string>>;
};

const mentions = (needs: readonly Need[] | undefined, id: Id): 'need' | 'anyOf' | undefined => {
  const found = needs?.find((need) => (typeof need === 'string' ? need === id : need.anyOf.includes(id)));
  return found === undefined ? undefined : typeof found === 'string' ? 'need' : 'anyOf';
};

const neededByAtMost = 30;

function neededBy({ services, systems }: Landscape, id: Id): SystemView['neededBy'] {
  const needing = services.filter((service) => mentions(service.needs, id) !== undefined);
  const others = systems.flatMap((system) => {
    const kind: 'runsOn' | ReturnType<typeof mentions> = system.runsOn === id ? 'runsOn' : mentions(system.needs, id);
    return kind === undefined ? [] : [{ id: system.id, kind }];
  });
  return { services: needing.slice(0, neededByAtMost), servicesCount: needing.length, systems: others.slice(0, neededByAtMost), systemsCount: others.length };
}

/** A claim of the system itself, of what it inherits from, or of a contract that lists it. */
const concerns = (contracts: ReadonlySet<Id>, id: Id) => ({ place, inheritedBy }: ReportedClaim): boolean =>
  (place.kind === 'system' && place.id === id) || inheritedBy.includes(id) || (place.kind === 'contract' && contracts.has(place.id));

const contractsOf = (landscape: Landscape, running: readonly RunningContract[], id: Id): SystemView['contracts'] =>
  landscape.contracts.filter(({ systems }) => systems.includes(id)).map(({ id: contract, provider, start, end, noticeDays }) => ({
    id: contract, provider, start, ...(end !== undefined && { end }), ...(noticeDays !== undefined && { noticeDays }), running: running.some((one) => one.contract.id === contract),
  }));

type Parts = Omit<SystemView, 'names'>;

const named = (kind: string, list: readonly { readonly id: Id; readonly name: string }[], wanted: ReadonlySet<Id>) => list.filter(({ id }) => wanted.has(id)).map(({ id, name }) => [`${kind}/${id}`, name] as const);

function contractNamesIn(landscape: Landscape, { contracts }: Parts) {
  const [wanted, nameOf] = [new Set(contracts.map(({ id }) => id)), contractNames(landscape)];
  return landscape.contracts.filter(({ id }) => wanted.has(id)).map((contract) => [`contract/${contract.id}`, nameOf(contract)] as const);
}

/** Every id that the page writes out; what has no name of its own is shown by its id. */
function namesIn(landscape: Landscape, view: Parts): SystemView['names'] {
  const steps = Object.values(view.assessed.exposure).flatMap(({ chains }) => chains.flatMap((chain) => chain.steps));
  const providers = new Set<Id>([...view.plate.flatMap(({ operator }) => operator ?? []), ...steps.flatMap((step) => ('id' in step ? [step.id] : 'entity' in step && step.entity ? [step.entity] : [])), ...view.contracts.map(({ provider }) => provider)]);
  const places = [...view.plate.flatMap(({ from, responsible, measures }) => [from, responsible?.from, ...measures.map((measure) => measure.from)]), ...[...view.contradictions, ...view.unproven].map(({ place }) => place)];
  for (const place of places) if (place?.kind === 'provider') providers.add(place.id);
  const needed = (view.system.needs ?? []).flatMap((need) => (typeof need === 'string' ? [need] : need.anyOf));
  const systems = new Set<Id>([...needed, ...(view.system.runsOn ? [view.system.runsOn] : []), ...view.neededBy.systems.map(({ id }) => id), ...places.flatMap((place) => (place?.kind === 'system' ? [place.id] : [])), ...view.questions.flatMap((question) => ('at' in question ? [question.at] : []))]);
  return Object.fromEntries([...named('provider', landscape.providers, providers), ...named('system', landscape.systems, systems), ...named('dataset', landscape.datasets, new Set(view.system.datasets)), ...contractNamesIn(landscape, view), [`organisation/${landscape.organisation.id}`, landscape.organisation.name] as const]);
}

export function systemView(current: Assessed, system: System, library: Library): SystemView {
  const { landscape, survey, assessment, policy } = current;
  const { id, name, outcomes } = policy.policy;
  const assessed = assessment.systems[system.id]!;
  const plate = layerPlate(survey, system.id) ?? [];
  const speaking = new Set(plate.flatMap(({ measures }) => measures.flatMap(({ evidence }) => evidence ?? [])));
  const contracts = contractsOf(landscape, survey.systems.get(system.id)!.contracts, system.id);
  const isConcerned = concerns(new Set(contracts.map((contract) => contract.id)), system.id);
  const parts: Parts = {
    revision: current.revision, reading: current.reading, asOf: landscape.asOf, policy: { id, name, outcomes }, organisation: landscape.organisation, system, assessed, plate, contracts,
    datasets: landscape.datasets.filter((dataset) => system.datasets?.includes(dataset.id)),
    decisions: decisionsOn(policy, assessed),
    evidence: landscape.evidence.filter((item) => speaking.has(item.id)),
    questions: openQuestions(current, system.id),
    brings: whatAnswersBring(policy, assessed),
    sharedCauses: sharedCauses(library, assessed.decisive),
    ways: waysOut(policy, library, assessed),
    neededBy: neededBy(landscape, system.id),
    contradictions: assessment.contradictions.filter(isConcerned),
    unproven: assessment.unproven.filter(isConcerned),
  };
  return { ...parts, names: namesIn(landscape, parts) };
}
