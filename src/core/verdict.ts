/** The verdict on every dataset of a system, and on the system as a whole (engine.md §5). */
import type { Derivation, FactValues } from './facts/derive.ts';
import type { Subject, SystemSubject } from './facts/subject.ts';
import type { Dataset, Id } from './landscape/document.ts';
import { byCodePoint } from './order.ts';
import type { CompiledPolicy } from './policy/compile.ts';
import type { PolicyFact } from './policy/domains.ts';
import { setOf } from './policy/fact-sets.ts';
import { gap, undetermined, type Outcome } from './policy/policy.ts';
import { evaluateUnknown, type Judgement } from './policy/unknown.ts';
import { remember } from './remember.ts';

export type DatasetVerdict = Judgement & { readonly facts: FactValues };

export type SystemVerdict = Omit<Judgement, 'rules'> & {
  /** By id; `-` for a system without datasets. */
  readonly datasets: Readonly<Record<Id, DatasetVerdict>>;
};

/** A system without datasets is judged as it stands. */
export const noDataset = '-';

export const judgeSystem = (judge: Judge, { derive }: Derivation, subject: SystemSubject, datasets: readonly Dataset[], policy: CompiledPolicy): SystemVerdict => {
  const judged = subjectsOf(subject, datasets).map((each): [Id, DatasetVerdict] => {
    const facts = derive(each);
    return [each.dataset?.id ?? noDataset, { ...judge(facts), facts }];
  });
  return { ...together(judged.map(([, verdict]) => verdict), policy), datasets: Object.fromEntries(judged) };
};

const subjectsOf = (subject: SystemSubject, datasets: readonly Dataset[]): readonly Subject[] =>
  datasets.length === 0
    ? [{ ...subject, dataset: undefined }]
    : datasets.toSorted((a, b) => byCodePoint(a.id, b.id)).map((dataset) => ({ ...subject, dataset }));

const together = (verdicts: readonly Judgement[], policy: CompiledPolicy): Omit<Judgement, 'rules'> => {
  const [only] = verdicts;
  if (verdicts.length === 1 && only) return { verdict: only.verdict, outcomes: only.outcomes, conditions: only.conditions, decisive: only.decisive };
  const union = (of: (each: Judgement) => readonly string[]) => [...new Set(verdicts.flatMap(of))];
  return {
    verdict: worstOf(verdicts.map(({ verdict }) => verdict), policy),
    outcomes: union(({ outcomes }) => outcomes).sort(byCodePoint),
    conditions: union(({ conditions }) => conditions).sort(byCodePoint),
    // The order of first appearance.
    decisive: union(({ decisive }) => decisive),
  };
};

/** The policy's worst outcome, then what nobody can tell or no row covers, then the other outcomes. */
const worstOf = (verdicts: readonly Outcome[], { policy }: CompiledPolicy): Outcome => {
  const [worst, ...others] = policy.outcomes;
  return [worst!, undetermined, gap, ...others].find((outcome) => verdicts.includes(outcome))!;
};

export type Judge = (facts: FactValues) => Judgement;

/** Answers are remembered: what the policy does not read makes no difference to it. */
export const judgeBy = (compiled: CompiledPolicy): Judge => {
  const known = new Map<string, Judgement>();
  const shared = sharedLists();
  const read = compiled.facts.map((fact) => ({ id: fact.id, encode: encoder(fact) }));
  return (facts) => {
    let key = '';
    const sets = read.map(({ id, encode }) => {
      const { mark, set } = encode(facts[id]!);
      key += mark;
      return set;
    });
    return known.get(key) ?? remember(known, key, shared(evaluateUnknown(compiled, sets)));
  };
};

/** Equal lists as one: a hundred thousand judgements differ in few of them. */
const sharedLists = (): ((judgement: Judgement) => Judgement) => {
  const known = new Map<string, readonly string[]>();
  const one = (list: readonly string[]): readonly string[] => {
    const key = list.join('\n');
    return known.get(key) ?? remember(known, key, list.slice());
  };
  return ({ verdict, outcomes, conditions, decisive, rules }) =>
    ({ verdict, outcomes: one(outcomes), conditions: one(conditions), decisive: one(decisive), rules: one(rules) });
};

type Encoded = { readonly mark: string; readonly set: Uint8Array };

/** One character for each list of values seen. Equal lists are mostly one array (derive.ts); where not, the memory helps less. */
const encoder = (fact: PolicyFact): ((values: readonly string[]) => Encoded) => {
  const known = new Map<readonly string[], Encoded>();
  return (values) => {
    return known.get(values) ?? remember(known, values, { mark: String.fromCharCode(known.size), set: setOf(fact, values) });
  };
};
