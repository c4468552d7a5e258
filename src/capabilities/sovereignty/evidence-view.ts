/** What is proven, what is contradicted, what has expired and what nobody has shown yet. */
import { z } from 'zod';
import type { DateText, Evidence, Id, Landscape, Layer, State } from '../../core/landscape/document.ts';
import { silent } from '../../core/landscape/measures.ts';
import type { Source } from '../../core/landscape/plates.ts';
import type { ReportedClaim } from '../../core/landscape/reported-claims.ts';
import { isValidOn } from '../../core/landscape/weigh.ts';
import { contractNames } from '../landscape/public.ts';
import type { Assessed } from './current-assessment.ts';
import { type Listed, listInput, matcher, pageOf } from './listing.ts';

/** `waiting`: dated after today. */
export type Standing = 'valid' | 'expired' | 'waiting';
/** Whether it decides: `stronger` evidence speaks of the same, or it is not valid. */
export type Weight = 'counts' | 'contradicts' | 'stronger' | 'not-valid';
export type Place = Source & { readonly name: string };
export type Topic = { readonly place: Place; readonly layer?: Layer; readonly measure?: Id; readonly clause?: Id };

export type EvidenceRow = Topic & { readonly id: Id; readonly kind: Evidence['kind']; readonly source?: string; readonly on: DateText; readonly validUntil?: DateText; readonly state: State; readonly standing: Standing; readonly weight: Weight };
export type ShownClaim = Topic & { readonly claimed: State; readonly state: State; readonly evidence: Id | null; readonly inheritedBy: number };
export type UnprovenAt = { readonly place: Place; readonly claims: number; readonly layers: readonly Layer[]; /** Systems that take these claims over. */ readonly inheritedBy: number };
export type EvidenceList = Listed<EvidenceRow> & {
  /** The first of them; `contradicted` is how many there are. */
  readonly contradictions: readonly ShownClaim[];
  readonly contradicted: number;
  readonly expired: number;
  readonly unproven: number;
  /** Where most is unproven first; at most `placesAtMost`. */
  readonly unprovenAt: readonly UnprovenAt[];
  readonly places: number;
};
export const placesAtMost = 20;
const contradictionsAtMost = 50;

export const standings = ['valid', 'expired', 'waiting'] as const;
export const evidenceListInput = z.strictObject({ ...listInput, standing: z.enum(standings).optional() });
export type EvidenceListInput = z.output<typeof evidenceListInput>;

type Names = (place: Source) => string;
function namesOf(landscape: Landscape): Names {
  const { organisation, providers, systems, contracts } = landscape;
  const contractName = contractNames(landscape);
  const names = new Map<string, string>([...providers.map(({ id, name }) => [`provider/${id}`, name] as const), ...systems.map(({ id, name }) => [`system/${id}`, name] as const), ...contracts.map((contract) => [`contract/${contract.id}`, contractName(contract)] as const)]);
  return ({ kind, id }) => (kind === 'organisation' ? organisation.name : (names.get(`${kind}/${id}`) ?? id));
}

const topicOf = ({ says }: Evidence, organisation: Id, name: Names): Topic => {
  const at = (place: Source): Place => ({ ...place, name: name(place) });
  if ('contract' in says) return { place: at({ kind: 'contract', id: says.contract }), clause: says.clause };
  const place: Source = 'system' in says ? { kind: 'system', id: says.system } : 'provider' in says ? { kind: 'provider', id: says.provider } : { kind: 'organisation', id: organisation };
  return { place: at(place), layer: says.layer, measure: says.measure };
};

const standingOf = (item: Evidence, today: DateText): Standing => (isValidOn(item, today) ? 'valid' : item.on > today ? 'waiting' : 'expired');

/** The evidence that decides somewhere, and whether it goes against what was claimed there. */
function weights({ survey }: Assessed): ReadonlyMap<Id, 'counts' | 'contradicts'> {
  const all = [...survey.measures.statements, ...survey.clauses.statements];
  return new Map(all.flatMap(({ evidence, claimed, state }) => (evidence === undefined ? [] : [[evidence, claimed !== undefined && claimed !== state ? 'contradicts' : 'counts'] as const])));
}

function rowOf(item: Evidence, { landscape }: Assessed, name: Names, deciding: ReturnType<typeof weights>): EvidenceRow {
  const { id, kind, source, on, validUntil, says } = item;
  const standing = standingOf(item, landscape.asOf);
  const weight: Weight = standing === 'valid' ? (deciding.get(id) ?? 'stronger') : 'not-valid';
  return { ...topicOf(item, landscape.organisation.id, name), id, kind, ...(source !== undefined && { source }), on, ...(validUntil !== undefined && { validUntil }), state: says.state, standing, weight };
}

const shownClaim = (claim: ReportedClaim, name: Names): ShownClaim => {
  const { place, layer, measure, clause, claimed, state, evidence, inheritedBy } = claim;
  return { place: { ...place, name: name(place) }, ...(layer !== undefined && { layer }), ...(measure !== undefined && { measure }), ...(clause !== undefined && { clause }), claimed, state, evidence, inheritedBy: inheritedBy.length };
};

function unprovenAt(claims: readonly ReportedClaim[], name: Names): readonly UnprovenAt[] {
  const places = Map.groupBy(claims, ({ place }) => `${place.kind}/${place.id}`);
  return [...places.values()]
    .map((own): UnprovenAt => ({
      place: { ...own[0]!.place, name: name(own[0]!.place) },
      claims: own.length,
      layers: [...new Set(own.flatMap(({ layer }) => layer ?? []))].sort((a, b) => a - b),
      inheritedBy: new Set(own.flatMap(({ inheritedBy }) => inheritedBy)).size,
    }))
    .sort((a, b) => b.inheritedBy - a.inheritedBy || b.claims - a.claims || (a.place.id < b.place.id ? -1 : 1));
}

/** Contradicting first, then what has expired, then the newest. */
const order = ({ weight, standing }: EvidenceRow): number => (weight === 'contradicts' ? 0 : standing === 'expired' ? 1 : 2);

export function evidenceList(assessed: Assessed, { q, standing, page }: EvidenceListInput): EvidenceList {
  const { landscape, assessment } = assessed;
  const name = namesOf(landscape);
  const deciding = weights(assessed);
  const isFound = matcher(q);
  const all = landscape.evidence.map((item) => rowOf(item, assessed, name, deciding));
  const rows = all
    .filter((row) => (standing === undefined || row.standing === standing) && isFound(row.id, row.source ?? '', row.place.name, row.place.id))
    .sort((a, b) => order(a) - order(b) || (a.on < b.on ? 1 : a.on > b.on ? -1 : a.id < b.id ? -1 : 1));
  const unproven = unprovenAt(assessment.unproven, name);
  return {
    ...pageOf(rows, all.length, page),
    contradictions: assessment.contradictions.slice(0, contradictionsAtMost).map((claim) => shownClaim(claim, name)),
    contradicted: assessment.contradictions.length,
    expired: all.filter((row) => row.standing === 'expired').length,
    unproven: assessment.unproven.length, unprovenAt: unproven.slice(0, placesAtMost), places: unproven.length,
  };
}

export type EvidenceView = EvidenceRow & {
  readonly claimed?: State;
  /** What decides instead, where this does not. */
  readonly decidedBy?: Id;
  readonly used: readonly { readonly id: Id; readonly name: string }[];
  readonly usedBy: number;
};
const usersAtMost = 30;

/** One piece of evidence, and for which systems it makes a difference. */
export function evidenceView(assessed: Assessed, item: Evidence): EvidenceView {
  const { landscape, survey } = assessed;
  const row = rowOf(item, assessed, namesOf(landscape), weights(assessed));
  const { says } = item;
  const isHere = (from: Source): boolean => from.kind === row.place.kind && from.id === row.place.id;
  const said = 'contract' in says ? survey.clauses.statements.find(({ from, topic }) => isHere(from) && topic === says.clause) : survey.measures.statements.find(({ from, layer, topic }) => isHere(from) && layer === says.layer && topic === says.measure);
  const users = 'contract' in says ? (landscape.contracts.find(({ id }) => id === says.contract)?.systems ?? []) : usersOf(assessed, says.layer, says.measure, isHere);
  const named = new Map(landscape.systems.map(({ id, name }) => [id, name]));
  return {
    ...row,
    ...(said?.claimed !== undefined && { claimed: said.claimed }),
    ...(said?.evidence !== undefined && said.evidence !== item.id && { decidedBy: said.evidence }),
    used: users.slice(0, usersAtMost).map((id) => ({ id, name: named.get(id) ?? id })),
    usedBy: users.length,
  };
}

function usersOf({ survey: { measures } }: Assessed, layer: Layer, measure: Id, isHere: (from: Source) => boolean): readonly Id[] {
  const topic = measures.topicOf(layer, measure);
  if (topic === undefined) return [];
  return [...measures.voices].flatMap(([id, voices]) => {
    const voice = voices[topic] ?? silent;
    return voice !== silent && isHere(measures.statements[voice]!.from) ? [id] : [];
  });
}
