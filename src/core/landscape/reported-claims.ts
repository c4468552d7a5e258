/** Claims that evidence contradicts, or that nothing proves: once each, where the claim stands (engine.md §2). */
import type { Id, Landscape, Layer, State } from './document.ts';
import { byCodePoint } from '../order.ts';
import type { Clauses, ClauseStatement } from './clauses.ts';
import { silent, type Measures, type MeasureStatement } from './measures.ts';
import type { Source } from './plates.ts';
import { isContradicted, isUnproven, type Weighed } from './weigh.ts';

/** Of a measure (with its layer) or of a clause. `inheritedBy`: the other systems that take the value from there. */
export type ReportedClaim = {
  readonly place: Source;
  readonly layer?: Layer;
  readonly measure?: Id;
  readonly clause?: Id;
  readonly claimed: State;
  readonly state: State;
  readonly evidence: Id | null;
  readonly inheritedBy: readonly Id[];
};

export type ReportedClaims = { readonly contradictions: readonly ReportedClaim[]; readonly unproven: readonly ReportedClaim[] };

/** By the kind and the id of the place, then by layer and measure, or by clause. */
export const reportedClaims = (landscape: Landscape, measures: Measures, clauses: Clauses): ReportedClaims => {
  const heirs = heirsOf(landscape, measures);
  // Contracts, organisation, providers, systems: the order of the kinds, and in each the statements are in order.
  const sortOut = (test: (said: Weighed) => boolean): readonly ReportedClaim[] => {
    const claims: ReportedClaim[] = clauses.statements.filter(test).map(clauseClaim);
    measures.statements.forEach((said, at) => { if (test(said)) claims.push(measureClaim(said, heirs[at] ?? nobody)); });
    return claims;
  };
  return { contradictions: sortOut(isContradicted), unproven: sortOut(isUnproven) };
};

const nobody: readonly Id[] = [];

const clauseClaim = ({ from, topic, claimed, state, evidence }: ClauseStatement): ReportedClaim =>
  ({ place: from, clause: topic, claimed: claimed ?? state, state, evidence: evidence ?? null, inheritedBy: nobody });

const measureClaim = ({ from, layer, topic, claimed, state, evidence }: MeasureStatement, inheritedBy: readonly Id[]): ReportedClaim =>
  ({ place: from, layer, measure: topic, claimed: claimed ?? state, state, evidence: evidence ?? null, inheritedBy });

/** Per statement that will be reported, the systems that inherit it, by code point; undefined = none. */
const heirsOf = (landscape: Landscape, { statements, voices }: Measures): readonly (readonly Id[] | undefined)[] => {
  const isReported = statements.map((said) => isContradicted(said) || isUnproven(said));
  const heirs: (Id[] | undefined)[] = statements.map(() => undefined);
  for (const id of landscape.systems.map((system) => system.id).sort(byCodePoint)) {
    for (const voice of voices.get(id)!) {
      if (voice !== silent && isReported[voice] && isInherited(statements[voice]!.from, id)) (heirs[voice] ??= []).push(id);
    }
  }
  return heirs;
};

const isInherited = ({ kind, id }: Source, system: Id): boolean => kind !== 'system' || id !== system;
