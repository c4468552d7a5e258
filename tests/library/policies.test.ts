import { describe, expect, it } from 'vitest';
import { compilePolicy } from '../../src/core/policy/compile.ts';
import { factSets } from '../../src/core/policy/fact-sets.ts';
import { readPolicy } from '../../src/core/policy/read.ts';
import { isEmpty, meet } from '../../src/core/policy/rows.ts';
import { evaluateUnknown } from '../../src/core/policy/unknown.ts';
import { verifyPolicy } from '../../src/core/policy/verify.ts';
import { knowledge, library, policyVocabulary } from './read.ts';

type Case = {
  readonly id: string;
  readonly given: Readonly<Record<string, string | readonly string[]>>;
  readonly verdict: string;
  readonly outcomes?: readonly string[];
  readonly conditions?: readonly string[];
  readonly decisive?: readonly string[];
};
type Told = { readonly id: string };
type About = { readonly rules: readonly Told[]; readonly clashes: readonly { readonly outcomes: readonly string[] }[] };

const pairText = (outcomes: readonly string[]): string => [...outcomes].sort().join(' | ');
const policies = (knowledge.entries['policies'] ?? []).map((entry) => {
  const read = readPolicy(entry, policyVocabulary);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.value;
});
const beside = <T>(facet: string, id: string): T => knowledge.entries[`policies.${facet}`]?.find((entry) => entry.id === id) as unknown as T;
const byName = policies.map((policy) => [policy.id, policy] as const);

describe.each(byName)('policy %s', (id, policy) => {
  const compiled = compilePolicy(policy, library.facts);
  const verification = verifyPolicy(compiled);
  const { cases } = beside<{ readonly cases: readonly Case[] }>('cases', id);
  const about = beside<About>('about', id);

  it('has no gap and no dead row', () => {
    expect(verification.gaps.examples).toEqual([]);
    expect(verification.gaps.count).toBe(0);
    expect(verification.deadRows).toEqual([]);
  });

  it('lets rows clash only where it explains why', () => {
    const pairs = compiled.rows.flatMap((row) => compiled.rows.filter((other) => row.rank < other.rank && !isEmpty(meet(row.box, other.box))).map((other) => pairText([row.rule.then, other.rule.then])));
    expect([...new Set(pairs)].sort()).toEqual(about.clashes.map(({ outcomes }) => pairText(outcomes)).sort());
    expect(verification.clashes.count === 0).toBe(pairs.length === 0);
  });

  it('says of every row why it is there', () => {
    expect(about.rules.map((rule) => rule.id)).toEqual(policy.rules.map((rule) => rule.id));
  });

  it('uses values and outcomes that exist', () => {
    expect(policy.rules.filter(({ then }) => !policy.outcomes.includes(then))).toEqual([]);
    const known = new Map(compiled.facts.map((fact) => [fact.id, fact.values]));
    const wrong = cases.flatMap((one) => Object.entries(one.given).flatMap(([fact, values]) => [values].flat().filter((value) => known.has(fact) && !known.get(fact)!.includes(value as string))));
    expect(wrong).toEqual([]);
  });

  it.each(cases.map((one) => [one.id, one] as const))('case %s', (_, { given, verdict, outcomes, conditions, decisive }) => {
    const said = (fact: string): readonly string[] | undefined => (given[fact] === undefined ? undefined : [given[fact]].flat());
    const found = evaluateUnknown(compiled, factSets(compiled, said));
    expect(found.verdict).toBe(verdict);
    if (outcomes !== undefined) expect(found.outcomes).toEqual(outcomes);
    if (conditions !== undefined) expect(found.conditions).toEqual(conditions);
    if (decisive !== undefined) expect(found.decisive).toEqual(decisive);
  });
});

describe('the library of policies', () => {
  it('has three, each with at least twelve cases that reach every outcome it uses', () => {
    expect(policies.map(({ id }) => id)).toEqual(['default', 'rijk-2026', 'strict']);
    for (const policy of policies) {
      const { cases } = beside<{ readonly cases: readonly Case[] }>('cases', policy.id);
      const used = new Set(policy.rules.map(({ then }) => then));
      expect([...used].filter((outcome) => !cases.some(({ verdict }) => verdict === outcome))).toEqual([]);
    }
  });
});
