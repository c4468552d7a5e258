/** In which order the diagram asks its facts. Any order is right; a good one makes the diagram small. */
import type { PolicyFact } from './domains.ts';
import type { Row } from './rows.ts';

/** A few orders worth trying, each a permutation of fact indices, first = asked first. */
export const candidateOrders = (facts: readonly PolicyFact[], rows: readonly Row[]): readonly (readonly number[])[] => {
  const weights = [readers, decisiveness, narrowness].map((weigh) => facts.map((_, fact) => weigh(rows, fact)));
  return distinct(weights.map((weight) => byWeight(weight)));
};

const distinct = (orders: readonly (readonly number[])[]): readonly (readonly number[])[] => [...new Map(orders.map((order) => [order.join(), order])).values()];

const byWeight = (weight: readonly number[]): readonly number[] =>
  weight.map((_, fact) => fact).sort((a, b) => weight[b]! - weight[a]! || a - b);

/** In how many rows the fact is read. */
const readers = (rows: readonly Row[], fact: number): number => rows.filter((row) => row.box[fact]).length;

/** The same, where a row with few conditions counts for more: its facts decide sooner. */
const decisiveness = (rows: readonly Row[], fact: number): number =>
  rows.filter((row) => row.box[fact]).reduce((sum, row) => sum + 2 ** -row.box.filter(Boolean).length, 0);

/** How many cases reading the fact rules out, over the rows. */
const narrowness = (rows: readonly Row[], fact: number): number =>
  rows.reduce((sum, { box }) => sum + (box[fact] ? 1 - share(box[fact]) : 0), 0);

const share = (values: Uint8Array): number => values.reduce((sum, accepts) => sum + accepts, 0) / values.length;
