/** From what a form sent to the piece of the document it means. Members the form does not show are kept. */
import type { z } from 'zod';
import type { Ambition, Claims, Contract, Dataset, Evidence, EvidenceStatement, Landscape, Layer, LayerEntry, Need, Organisation, Provider, Recovery, Service, System } from '../../../core/landscape/document.ts';
import { technicalLayers } from '../../../core/landscape/document.ts';
import { compact } from '../edits.ts';
import type { Claimed, contractInput, datasetInput, evidenceInput, layerInput, organisationInput, providerInput, serviceInput, systemInput } from './inputs.ts';

type Given<Schema extends z.ZodType> = z.output<Schema> & { readonly id: string };

const needsOf = (needs: readonly unknown[] | undefined): readonly Need[] => (needs ?? []).filter((need) => need !== '') as readonly Need[];

const recoveryOf = ({ recovery, restore }: z.output<typeof systemInput>): Recovery | undefined => {
  if (recovery === 'none') return 'none';
  return recovery === 'known' ? (compact(restore ?? {}) as Recovery) : undefined;
};

/** Claims that were said to be absent go; evidence linked to a claim stays with it. */
export function claimsOf(given: Claimed, before: Claims = {}): Claims | undefined {
  const claims = { ...before };
  for (const [id, { state, reason }] of Object.entries(given ?? {})) {
    if (state === 'absent') delete claims[id];
    else {
      const known = before[id];
      const evidence = typeof known === 'object' ? known.evidence : undefined;
      claims[id] = reason || evidence ? { state, ...(reason && state === 'not-applicable' ? { reason } : {}), ...(evidence ? { evidence } : {}) } : state;
    }
  }
  return Object.keys(claims).length === 0 ? undefined : claims;
}

export const toSystem = (given: Given<typeof systemInput>, before?: System): System =>
  compact({
    id: given.id, name: given.name, delivery: given.delivery, deployment: given.deployment, runsOn: given.runsOn, datasets: given.datasets,
    layers: before?.layers, needs: needsOf(given.needs), recovery: recoveryOf(given),
  }) as System;

export const toService = (given: Given<typeof serviceInput>): Service =>
  ({ ...compact({ id: given.id, name: given.name, criticality: given.criticality, maxDowntimeHours: given.maxDowntimeHours }), needs: needsOf(given.needs) }) as Service;

export const toDataset = (given: Given<typeof datasetInput>): Dataset =>
  compact({ id: given.id, name: given.name, classification: given.classification, personalData: given.personalData }) as Dataset;

export const toProvider = (given: Given<typeof providerInput>, before?: Provider): Provider =>
  compact({
    id: given.id, name: given.name, country: given.country, establishedIn: given.establishedIn,
    owners: given.owners?.map((owner) => compact({ ...owner, control: owner.control || undefined })),
    subprocessors: given.subprocessors?.map((subprocessor) => compact(subprocessor)),
    layers: before?.layers,
  }) as Provider;

export const toContract = (given: Given<typeof contractInput>, before?: Contract): Contract =>
  ({
    ...compact({ id: given.id, provider: given.provider, start: given.start, end: given.end, noticeDays: given.noticeDays, clauses: claimsOf(given.clauses, before?.clauses) }),
    systems: given.systems ?? [],
  }) as Contract;

/** `system/zaaksysteem` with a layer and a measure, `contract/c-1` with a clause, or `organisation`. */
function statementOf({ about, layer, subject, state }: z.output<typeof evidenceInput>): EvidenceStatement {
  const [kind = '', id = ''] = [about.split('/', 1)[0], about.slice(about.indexOf('/') + 1)];
  if (kind === 'contract') return { contract: id, clause: subject, state };
  const place = kind === 'organisation' ? { organisation: true } : { [kind]: id };
  return compact({ ...place, layer, measure: subject, state }) as EvidenceStatement;
}

export const toEvidence = (given: Given<typeof evidenceInput>): Evidence =>
  compact({ id: given.id, kind: given.kind, source: given.source, on: given.on, validUntil: given.validUntil, says: statementOf(given) }) as Evidence;

type WithLayers = { readonly layers?: Readonly<Partial<Record<Layer, LayerEntry>>> };

/** One layer of a system, a provider or the organisation. */
export function withLayer<T extends WithLayers>(owner: T, given: z.output<typeof layerInput>): T {
  const layer = given.layer as Layer;
  const entry = compact({ operator: given.operator, country: given.country, responsible: given.responsible, measures: claimsOf(given.measures, owner.layers?.[layer]?.measures) });
  const layers = compact({ ...owner.layers, [layer]: entry });
  return compact({ ...owner, layers });
}

const share = (percentage: number | undefined): number | undefined => (percentage === undefined ? undefined : percentage / 100);
const ambitionOf = (given: z.output<typeof organisationInput>['ambition']): Ambition =>
  compact(Object.fromEntries(technicalLayers.map((layer) => {
    const { technical, legal, operational } = given?.[`${layer}`] ?? {};
    return [layer, compact({ technical: share(technical), legal: share(legal), operational: share(operational) })];
  }))) as Ambition;

export const toOrganisation = (given: z.output<typeof organisationInput>, before: Organisation): Organisation =>
  compact({ ...before, name: given.name, country: given.country, ambition: ambitionOf(given.ambition) });

/** The ids that are taken: systems and services share theirs (engine.md §2). */
export const takenIds = (landscape: Landscape, kind: 'systems' | 'services' | 'datasets' | 'providers' | 'contracts' | 'evidence'): ReadonlySet<string> =>
  new Set(kind === 'systems' || kind === 'services' ? [...landscape.systems, ...landscape.services].map(({ id }) => id) : landscape[kind].map(({ id }) => id));
