/** What the contracts promise, claim and evidence weighed (engine.md §2, §5). */
import { byCodePoint } from '../order.ts';
import type { Contract, DateText, Id, Landscape } from './document.ts';
import type { Source } from './plates.ts';
import { testimonyOf, weigh, type Testimony, type Weighed } from './weigh.ts';

/** `topic` is the id of the clause. */
export type ClauseStatement = Weighed & { readonly from: Source };

export type RunningContract = { readonly contract: Contract; readonly clauses: ReadonlyMap<Id, Weighed> };

export type Clauses = {
  /** Of every contract, running or not; by contract and clause. */
  readonly statements: readonly ClauseStatement[];
  /** The contracts that list a system and run on the day, in the order of the document. */
  readonly running: (system: Id) => readonly RunningContract[];
};

export const resolveClauses = (landscape: Landscape): Clauses => {
  const testimony = testimonyOf(landscape);
  const weighed = landscape.contracts.map((contract) => ({ contract, clauses: clausesOf(contract, testimony) }));
  const listed = weighed
    .filter(({ contract }) => isRunning(contract, landscape.asOf))
    .flatMap((running) => [...new Set(running.contract.systems)].map((system) => ({ system, running })));
  const bySystem = new Map([...Map.groupBy(listed, ({ system }) => system)].map(([system, all]) => [system, all.map(({ running }) => running)]));
  return { statements: weighed.toSorted((a, b) => byCodePoint(a.contract.id, b.contract.id)).flatMap(statementsOf), running: (system) => bySystem.get(system) ?? none };
};

const none: readonly RunningContract[] = [];

const placeOf = ({ id }: Contract): Source => ({ kind: 'contract', id });

const statementsOf = ({ contract, clauses }: RunningContract): readonly ClauseStatement[] =>
  Array.from(clauses.values(), (weighed) => ({ ...weighed, from: placeOf(contract) }));

const clausesOf = (contract: Contract, testimony: Testimony): ReadonlyMap<Id, Weighed> =>
  new Map(weigh(contract.clauses, testimony(placeOf(contract))).map((weighed) => [weighed.topic, weighed]));

const isRunning = ({ start, end }: Contract, day: DateText): boolean => start <= day && (end === undefined || day <= end);
