/** What a contract says of each clause the library knows, with all the evidence there is for it. */
import { z } from 'zod';
import type { Contract, Evidence, Id, Landscape, State } from '../../core/landscape/document.ts';
import { isContradicted, isValidOn } from '../../core/landscape/weigh.ts';
import type { Library } from '../../core/library/library.ts';
import { clausesOf, evidenceOn } from './ground.ts';
import { stateShape } from './shapes.ts';

const clauseEvidence = z.strictObject({
  id: z.string(),
  kind: z.string(),
  source: z.string().nullable(),
  on: z.string(),
  validUntil: z.string().nullable(),
  state: stateShape,
  /** Valid on the day. */
  valid: z.boolean(),
  /** The one that counts: the strongest kind, the newest of that kind. */
  decides: z.boolean(),
});
export type ClauseEvidence = z.output<typeof clauseEvidence>;

export const clauseShape = z.strictObject({
  clause: z.string(),
  state: stateShape,
  /** False: neither the contract nor any valid evidence speaks of it, so that its state is unknown. */
  said: z.boolean(),
  claimed: stateShape.nullable(),
  /** Why it is not applicable. */
  reason: z.string().nullable(),
  contradicted: z.boolean(),
  evidence: z.array(clauseEvidence),
});
export type ContractClause = z.output<typeof clauseShape>;

export const clauseCounts = z.strictObject({ yes: z.number(), no: z.number(), 'not-applicable': z.number(), unknown: z.number(), contradicted: z.number() });
export type ClauseCounts = z.output<typeof clauseCounts>;

const evidenceOf = ({ id, kind, source, on, validUntil, says }: Evidence, valid: boolean, deciding: Id | undefined): ClauseEvidence => ({
  id, kind, source: source ?? null, on, validUntil: validUntil ?? null, state: says.state, valid, decides: id === deciding,
});

const reasonIn = (contract: Contract, clause: Id): string | null => {
  const claim = contract.clauses?.[clause];
  return typeof claim === 'object' ? (claim.reason ?? null) : null;
};

/** Every clause of the library in its order, then what the contract speaks of that the library no longer has. */
export function contractClauses(landscape: Landscape, library: Library, contract: Contract): ContractClause[] {
  const said = new Map(clausesOf(landscape, contract.id).map((statement) => [statement.topic, statement]));
  const evidence = Map.groupBy(evidenceOn(landscape, contract.id), ({ says }) => ('clause' in says ? says.clause : ''));
  return [...new Set([...library.clauses.keys(), ...said.keys()])].map((clause) => {
    const statement = said.get(clause);
    return {
      clause,
      state: statement?.state ?? 'unknown',
      said: statement !== undefined,
      claimed: statement?.claimed ?? null,
      reason: reasonIn(contract, clause),
      contradicted: statement !== undefined && isContradicted(statement),
      evidence: (evidence.get(clause) ?? []).map((item) => evidenceOf(item, isValidOn(item, landscape.asOf), statement?.evidence)),
    };
  });
}

export function countClauses(landscape: Landscape, library: Library, contract: Id): ClauseCounts {
  const statements = clausesOf(landscape, contract);
  const inState = (state: State) => statements.filter((each) => each.state === state).length;
  const silent = [...library.clauses.keys()].filter((clause) => !statements.some((each) => each.topic === clause)).length;
  return { yes: inState('yes'), no: inState('no'), 'not-applicable': inState('not-applicable'), unknown: inState('unknown') + silent, contradicted: statements.filter(isContradicted).length };
}
