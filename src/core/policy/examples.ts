/** The smallest examples of what is wrong with a policy: the fewest facts one has to name to be in trouble for sure. */
import type { Id } from '../landscape/document.ts';
import type { CompiledPolicy } from './compile.ts';
import { countValue, type Count } from './count.ts';
import { DiagramTooLarge, type NodeId } from './diagram.ts';
import type { FactSets } from './fact-sets.ts';
import { cheapestForcing, type Plan } from './forcing.ts';
import type { Outcome } from './policy.ts';
import { both, boxRegion, complement, holdsThroughout, type Regions } from './region.ts';
import { isEmpty, meet, type Box, type Row } from './rows.ts';

/** Facts left out may have any value; every case under `when` is an example. */
type Example = { readonly when: Readonly<Record<Id, readonly string[]>>; readonly cases: Count };
export type GapExample = Example;
/** The rows that match every case under `when`, in table order, and their outcomes, worst first. */
export type ClashExample = Example & { readonly rows: readonly Id[]; readonly outcomes: readonly Outcome[] };

const mostGapExamples = 5;
const mostClashExamples = 10;

/** Each names as few facts as possible for cases that the examples before it do not hold, then is widened as far as it goes. */
export const gapExamples = (regions: Regions, compiled: CompiledPolicy, gaps: NodeId): readonly GapExample[] => {
  const examples: GapExample[] = [];
  let left = gaps;
  while (examples.length < mostGapExamples) {
    const plan = fewestFacts(regions, compiled, left);
    if (!plan) break;
    const sets = widened(regions, left, pinned(everything(compiled), plan));
    examples.push(exampleOf(compiled, sets));
    left = both(regions, left, complement(regions, boxRegion(regions, sets)));
  }
  return examples;
};

/** On tables of an unreasonable size there is no plan: examples are left out then, counts never. */
const fewestFacts = (regions: Regions, compiled: CompiledPolicy, region: NodeId): Plan | undefined => {
  try {
    return cheapestForcing(regions, region, everything(compiled), () => 1);
  } catch (error) {
    if (error instanceof DiagramTooLarge) return undefined;
    throw error;
  }
};

const everything = ({ facts }: CompiledPolicy): FactSets => facts.map(({ values }) => new Uint8Array(values.length).fill(1));

const pinned = (sets: FactSets, { choices }: Plan): FactSets =>
  sets.map((set, fact) => {
    const choice = choices.find((one) => one.fact === fact);
    return choice ? set.map((_, value) => Number(value === choice.value)) : set;
  });

/** Takes in every further value, fact by fact, with which all cases still lie in the region. */
const widened = (regions: Regions, region: NodeId, sets: FactSets): FactSets =>
  sets.reduce<FactSets>((wide, set, fact) => [...set.keys()].reduce((wider, value) => taken(regions, region, wider, fact, value), wide), sets);

const taken = (regions: Regions, region: NodeId, sets: FactSets, fact: number, value: number): FactSets => {
  const wider = sets.map((set, index) => (index === fact ? set.with(value, 1) : set));
  return holdsThroughout(regions, region, wider) ? wider : sets;
};

/** Where two rows of different outcomes meet: those that name the fewest facts first, then those with the most cases. */
export const clashExamples = (compiled: CompiledPolicy): readonly ClashExample[] => {
  const meetings = new Map(meetingsOf(compiled.rows).map((box) => [JSON.stringify(namedFacts(box)), box]));
  return [...meetings.values()]
    .map((box) => ({ box, facts: box.filter(Boolean).length, cases: casesIn(compiled, box) }))
    .sort((a, b) => a.facts - b.facts || Number(b.cases - a.cases))
    .slice(0, mostClashExamples)
    .map(({ box }) => clashExample(compiled, box));
};

const meetingsOf = (rows: readonly Row[]): readonly Box[] =>
  rows.flatMap((row, at) => rows.slice(at + 1).filter((other) => other.rank !== row.rank).map((other) => meet(row.box, other.box))).filter((box) => !isEmpty(box));

const namedFacts = (box: Box): readonly (string | undefined)[] => box.map((values) => values?.join(''));

const casesIn = ({ facts }: CompiledPolicy, box: Box): bigint =>
  facts.reduce((product, { values }, fact) => product * BigInt(box[fact]?.reduce((sum, accepts) => sum + accepts, 0) ?? values.length), 1n);

const clashExample = (compiled: CompiledPolicy, box: Box): ClashExample => {
  const rows = compiled.rows.filter((row) => row.box.every((values, fact) => !values || isWithin(box[fact], values)));
  const ranks = new Set(rows.map((row) => row.rank));
  return { ...exampleOf(compiled, box), rows: rows.map(({ id }) => id), outcomes: compiled.outcomes.filter((_, rank) => ranks.has(rank)) };
};

const isWithin = (inner: Uint8Array | undefined, outer: Uint8Array): boolean => outer.every((accepts, value) => accepts || (inner !== undefined && !inner[value]));

const exampleOf = (compiled: CompiledPolicy, box: Box): Example => {
  const named = compiled.facts.flatMap(({ id, values }, fact) => (box[fact]?.includes(0) ? [[id, values.filter((_, at) => box[fact]![at])] as const] : []));
  return { when: Object.fromEntries(named), cases: countValue(casesIn(compiled, box)) };
};
