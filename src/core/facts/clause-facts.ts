/** What the running contracts of a system promise together (engine.md §5). */
import { daysBetween } from '../calendar.ts';
import { truthOf } from '../exposure/prevention.ts';
import { and, no, unknown, yes, type Truth } from '../kleene.ts';
import type { RunningContract } from '../landscape/clauses.ts';
import type { Id } from '../landscape/document.ts';
import type { Answer, SystemSubject } from './subject.ts';

/** True when every contract has the clause; undefined = there is no contract. */
export const clauseTruth = (clause: Id, contracts: readonly RunningContract[]): Truth | undefined => {
  if (contracts.length === 0) return undefined;
  let all: Truth = yes;
  for (let at = 0; at < contracts.length; at += 1) all = and(all, truthOf(contracts[at]!.clauses.get(clause)?.state));
  return all;
};

const clauseAnswers: Readonly<Record<Truth, Answer>> = { [yes]: 'yes', [no]: 'no', [unknown]: ['yes', 'no'] };

export const clauseFact = (clause: Id, { contracts }: SystemSubject): Answer => {
  const truth = clauseTruth(clause, contracts);
  return truth === undefined ? 'no-contract' : clauseAnswers[truth];
};

/** The fewest days to the end of a running contract; Infinity where none ends. */
export const daysToContractEnd = ({ contracts, setting }: SystemSubject): Answer =>
  contracts.reduce((fewest, { contract: { end } }) => (end === undefined ? fewest : Math.min(fewest, daysBetween(setting.asOf, end))), Infinity);
