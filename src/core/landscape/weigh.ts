/** Evidence beats claims: what counts at one place once both are weighed (engine.md §2). */
import type { Claims, DateText, Evidence, EvidenceKind, Id, Landscape, State } from './document.ts';
import { stateOf } from './document.ts';
import { byCodePoint, inCodePointOrder } from '../order.ts';
import type { Source } from './plates.ts';

/**
 * What a place says of one measure or clause. `claimed` undefined: only evidence speaks. `evidence` undefined:
 * the claim is unproven. The state used is the evidence's wherever there is any.
 */
export type Weighed = { readonly topic: Id; readonly claimed: State | undefined; readonly state: State; readonly evidence: Id | undefined };

type Said = Omit<Weighed, 'topic'>;
export const isContradicted = ({ claimed, state }: Said): boolean => claimed !== undefined && claimed !== state;
export const isUnproven = ({ claimed, evidence }: Said): boolean => claimed !== undefined && evidence === undefined;

/** The evidence that is valid on the day, by the place it speaks of. */
export type Testimony = (place: Source) => readonly Evidence[];

export const testimonyOf = ({ evidence, asOf, organisation }: Landscape): Testimony => {
  const places = evidence.filter((item) => isValidOn(item, asOf)).map((item) => ({ item, place: placeOf(item, organisation.id) }));
  const of = (kind: Source['kind']) => Map.groupBy(places.filter(({ place }) => place.kind === kind), ({ place }) => place.id);
  const byKind = { system: of('system'), provider: of('provider'), organisation: of('organisation'), contract: of('contract') };
  return ({ kind, id }) => byKind[kind].get(id)?.map(({ item }) => item) ?? silence;
};

const silence: readonly Evidence[] = [];

export const isValidOn = ({ on, validUntil }: Evidence, day: DateText): boolean => on <= day && (validUntil === undefined || day <= validUntil);

const placeOf = ({ says }: Evidence, organisation: Id): Source => {
  if ('contract' in says) return { kind: 'contract', id: says.contract };
  if ('system' in says) return { kind: 'system', id: says.system };
  return 'provider' in says ? { kind: 'provider', id: says.provider } : { kind: 'organisation', id: organisation };
};

/** All measures or clauses that the place claims or that the evidence speaks of, by code point. */
export const weigh = (claims: Claims = nothing, evidence: readonly Evidence[]): readonly Weighed[] => {
  const proofs = strongest(evidence);
  const topics = Object.keys(claims);
  for (const topic of proofs.keys()) if (!Object.hasOwn(claims, topic)) topics.push(topic);
  return inCodePointOrder(topics).map((topic) => {
    const claimed = Object.hasOwn(claims, topic) ? stateOf(claims[topic]!) : undefined;
    const proof = proofs.get(topic);
    return { topic, claimed, state: proof?.says.state ?? claimed!, evidence: proof?.id };
  });
};

/** Per topic the evidence that counts. */
const strongest = (evidence: readonly Evidence[]): ReadonlyMap<Id, Evidence> => {
  if (evidence.length === 0) return noProofs;
  // Weakest first: what follows is stronger and takes its place.
  return new Map(evidence.toSorted(weakerFirst).map((item) => ['contract' in item.says ? item.says.clause : item.says.measure, item]));
};

const noProofs: ReadonlyMap<Id, Evidence> = new Map();
const nothing: Claims = {};
const strength: Readonly<Record<EvidenceKind, number>> = { scan: 3, 'contract-clause': 2, document: 1, declaration: 0 };

/** The strongest kind counts, the newest of that kind, the lower id after that. */
const weakerFirst = (a: Evidence, b: Evidence): number =>
  strength[a.kind] - strength[b.kind] || byCodePoint(a.on, b.on) || byCodePoint(b.id, a.id);
