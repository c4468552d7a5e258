/** From decision table to diagram, once per policy (engine.md §5 "Compile, then run"). */
import type { Id } from '../landscape/document.ts';
import type { FactDefinition } from '../library/library.ts';
import { byCodePoint } from '../order.ts';
import { boxNode, combineAll, createStore, reachableNodes, type NodeId, type Store } from './diagram.ts';
import { factsRead, type PolicyFact } from './domains.ts';
import { freeze, type FrozenDiagram } from './frozen.ts';
import { join, type JoinedDiagram } from './joined.ts';
import { candidateOrders } from './order.ts';
import { gap, type Outcome, type Policy } from './policy.ts';
import { rowsOf, type Row } from './rows.ts';

export type CompiledPolicy = {
  readonly policy: Policy;
  /** The facts the table reads, by id. "Fact index" everywhere means an index in this list. */
  readonly facts: readonly PolicyFact[];
  readonly factIndex: ReadonlyMap<Id, number>;
  /** Worst first, `gap` last. "Rank" everywhere means an index in this list. */
  readonly outcomes: readonly Outcome[];
  readonly rows: readonly Row[];
  /** The same, in code-point order of their ids. */
  readonly rowsById: readonly Row[];
  /** Diagram order: fact indices, first asked first. */
  readonly order: readonly number[];
  readonly diagram: FrozenDiagram;
  readonly joined: JoinedDiagram;
};

/** Outcomes (with `gap`) are kept as bits of one 32-bit number. */
export const maxOutcomes = 30;

/** INVARIANT: the policy was read (read.ts), so every fact and value exists. Throws `DiagramTooLarge` beyond all reason. */
export const compilePolicy = (policy: Policy, definitions: readonly FactDefinition[]): CompiledPolicy => {
  if (policy.outcomes.length > maxOutcomes) throw new Error(`A policy has at most ${maxOutcomes} outcomes.`);
  const facts = factsRead(policy, definitions);
  const rows = rowsOf(policy, facts);
  const { store, order, root } = smallest(candidateOrders(facts, rows), (candidate) => build(facts, rows, policy.outcomes.length, candidate));
  return {
    policy,
    facts,
    factIndex: new Map(facts.map((fact, index) => [fact.id, index])),
    outcomes: [...policy.outcomes, gap],
    rows,
    rowsById: rows.toSorted((a, b) => byCodePoint(a.id, b.id)),
    order,
    diagram: freeze(store, order, root),
    joined: join(store, order, root),
  };
};

type Built = { readonly store: Store; readonly order: readonly number[]; readonly root: NodeId; readonly size: number };

const build = (facts: readonly PolicyFact[], rows: readonly Row[], noRow: number, order: readonly number[]): Built => {
  const store = createStore(order.map((fact) => facts[fact]!.values.length), noRow + 1);
  const root = worstOutcome(store, order, rows, noRow);
  return { store, order, root, size: reachableNodes(store, root).length };
};

/** Rows of like rank are joined first: that keeps what comes in between far smaller than a union per outcome does. */
export const worstOutcome = (store: Store, order: readonly number[], rows: readonly Pick<Row, 'box' | 'rank'>[], noRow: number): NodeId => {
  const worstFirst = rows.toSorted((a, b) => a.rank - b.rank);
  return combineAll(store, 'lower', worstFirst.map((row) => boxNode(store, order, row.box, row.rank, noRow)), noRow);
};

/** A diagram this large is taken as it is: trying further orders would cost more than it brings. */
const largeEnough = 20_000;

const smallest = (orders: readonly (readonly number[])[], buildWith: (order: readonly number[]) => Built): Built =>
  orders.slice(1).reduce((best, order) => (best.size > largeEnough ? best : smaller(best, buildWith(order))), buildWith(orders[0]!));

const smaller = (a: Built, b: Built): Built => (b.size < a.size ? b : a);
