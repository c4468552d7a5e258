/** What is said of a measure or clause, as engine.md §2 says it: place by place, walked anew for every question. */
import type { Claims, Contract, Evidence, Landscape, Layer, State, System } from '../../src/core/landscape/document.ts';
import { modelPlace } from './place-model.ts';

export type Spoken = { readonly place: string; readonly claimed: State | undefined; readonly state: State; readonly evidence: string | undefined };

const kinds = ['scan', 'contract-clause', 'document', 'declaration'];

const strongest = (evidence: readonly Evidence[], asOf: string): Evidence | undefined =>
  evidence
    .filter(({ on, validUntil }) => on <= asOf && (validUntil === undefined || asOf <= validUntil))
    .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.on < b.on ? 1 : a.on > b.on ? -1 : a.id < b.id ? -1 : 1))[0];

const speak = (landscape: Landscape, place: string, claims: Claims | undefined, topic: string, about: (says: Record<string, unknown>) => boolean): Spoken | undefined => {
  const claim = claims?.[topic];
  const claimed = typeof claim === 'object' ? claim.state : claim;
  const proof = strongest(landscape.evidence.filter(({ says }) => about(says)), landscape.asOf);
  const state = proof?.says.state ?? claimed;
  return state && { place, claimed, state, evidence: proof?.id };
};

export const spokenAt = (landscape: Landscape, place: { kind: string; id: string }, layer: Layer, measure: string): Spoken | undefined => {
  const stated = place.kind === 'organisation' ? landscape.organisation : [...landscape.systems, ...landscape.providers].find(({ id }) => id === place.id)!;
  const name = `${place.kind} ${place.id}`;
  return speak(landscape, name, stated.layers?.[layer]?.measures, measure, (says) =>
    says[place.kind] === (place.kind === 'organisation' ? true : place.id) && says['layer'] === layer && says['measure'] === measure);
};

export const modelMeasure = (landscape: Landscape, system: System, layer: Layer, measure: string): Spoken | undefined => {
  const operator = layer === 8 ? undefined : modelPlace(landscape)(system.id, layer).operator;
  const places = upFrom(landscape, system).map(({ id }) => ({ kind: 'system', id }));
  if (operator !== undefined && operator !== 'self') places.push({ kind: 'provider', id: operator });
  places.push({ kind: 'organisation', id: landscape.organisation.id });
  return places.map((place) => spokenAt(landscape, place, layer, measure)).find((spoken) => spoken !== undefined);
};

const upFrom = (landscape: Landscape, system: System): System[] => {
  const platform = landscape.systems.find(({ id }) => id === system.runsOn);
  return platform ? [system, ...upFrom(landscape, platform)] : [system];
};

export const modelClause = (landscape: Landscape, contract: Contract, clause: string): Spoken | undefined =>
  speak(landscape, `contract ${contract.id}`, contract.clauses, clause, (says) => says['contract'] === contract.id && says['clause'] === clause);

const reportText = (spoken: Spoken, topic: string, heirs: readonly string[]): string =>
  `${spoken.place} ${topic} ${spoken.claimed} ${spoken.state} ${spoken.evidence}: ${heirs.join()}`;

/** `place layer measure claimed state evidence: heirs`, for every claim whose evidence differs (or is missing). */
export const modelReported = (landscape: Landscape, measures: readonly { id: string; layer: Layer }[], clauses: readonly string[], wanted: 'contradictions' | 'unproven'): string[] => {
  const isWanted = (spoken: Spoken): boolean =>
    spoken.claimed !== undefined && (wanted === 'unproven' ? spoken.evidence === undefined : spoken.claimed !== spoken.state);
  const places = [
    { kind: 'organisation', id: landscape.organisation.id },
    ...landscape.providers.map(({ id }) => ({ kind: 'provider', id })),
    ...landscape.systems.map(({ id }) => ({ kind: 'system', id })),
  ];
  const ofMeasures = places.flatMap((place) => measures.flatMap(({ id, layer }) => {
    const spoken = spokenAt(landscape, place, layer, id);
    if (!spoken || !isWanted(spoken)) return [];
    const heirs = landscape.systems.filter((system) => modelMeasure(landscape, system, layer, id)?.place === spoken.place && `system ${system.id}` !== spoken.place);
    return [reportText(spoken, `${layer} ${id}`, heirs.map((heir) => heir.id).sort())];
  }));
  const ofClauses = landscape.contracts.flatMap((contract) => clauses.flatMap((clause) => {
    const spoken = modelClause(landscape, contract, clause);
    return spoken && isWanted(spoken) ? [reportText(spoken, clause, [])] : [];
  }));
  return [...ofMeasures, ...ofClauses].sort();
};
