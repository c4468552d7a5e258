/** What a policy does to today's landscape: which rows decide where, and what another policy would change. */
import { type Assessment, assessSurvey } from '../../core/assess.ts';
import type { FactValues } from '../../core/facts/derive.ts';
import { byCodePoint } from '../../core/order.ts';
import type { CompiledPolicy } from '../../core/policy/compile.ts';
import { explain } from '../../core/policy/explain.ts';
import { factSets } from '../../core/policy/fact-sets.ts';
import type { Survey } from '../../core/survey.ts';
import type { DatasetVerdict } from '../../core/verdict.ts';

/** Numbers of systems: of how many the row settles the verdict of some dataset, and of how many it may, once more is known. */
export type RowToday = { readonly rule: string; readonly decides: number; readonly mayDecide: number };
export type Tally = readonly { readonly verdict: string; readonly systems: number }[];
export type Move = { readonly from: string; readonly to: string; readonly systems: number };
export type Moved = { readonly system: string; readonly from: string; readonly to: string };
export type Changes = {
  readonly moves: readonly Move[];
  /** By code point of their id. */
  readonly systems: readonly Moved[];
  /** Allowed on conditions under both, but on other ones. */
  readonly otherConditions: number;
};

type Deciding = { readonly sure: readonly string[]; readonly perhaps: readonly string[] };

/** Answers are remembered: cases that agree on what the policy reads have the same rows. */
function decidingBy(compiled: CompiledPolicy): (facts: FactValues, verdict: string) => Deciding {
  const known = new Map<string, Deciding>();
  return (facts, verdict) => {
    const key = compiled.facts.map(({ id }) => facts[id]!.join()).join(';');
    const deciding = known.get(key) ?? decidingRows(compiled, facts, verdict);
    known.set(key, deciding);
    return deciding;
  };
}

/** A row settles a verdict when it matches for sure and no other outcome is possible. */
function decidingRows(compiled: CompiledPolicy, facts: FactValues, verdict: string): Deciding {
  const rows = explain(compiled, factSets(compiled, (fact) => facts[fact])).filter(({ decides }) => decides);
  const settles = (row: (typeof rows)[number]): boolean => row.matches === 'always' && row.outcome === verdict;
  return { sure: rows.filter(settles).map(({ rule }) => rule), perhaps: rows.filter((row) => !settles(row)).map(({ rule }) => rule) };
}

export function rowsToday({ systems }: Pick<Assessment, 'systems'>, compiled: CompiledPolicy): readonly RowToday[] {
  const deciding = decidingBy(compiled);
  const counts = new Map(compiled.rows.map(({ id }) => [id, { decides: 0, mayDecide: 0 }]));
  for (const { datasets } of Object.values(systems)) {
    const each = Object.values(datasets).map(({ facts, verdict }: DatasetVerdict) => deciding(facts, verdict));
    const sure = new Set(each.flatMap((one) => one.sure));
    const perhaps = new Set(each.flatMap((one) => one.perhaps)).difference(sure);
    for (const rule of sure) counts.get(rule)!.decides += 1;
    for (const rule of perhaps) counts.get(rule)!.mayDecide += 1;
  }
  return compiled.rows.map(({ id }) => ({ rule: id, ...counts.get(id)! }));
}

/** The outcomes of the policy worst first, then what nobody can tell and what no row covers. */
export function tally({ systems }: Pick<Assessment, 'systems'>, { policy }: CompiledPolicy): Tally {
  const counts = new Map<string, number>();
  for (const { verdict } of Object.values(systems)) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return [...policy.outcomes, 'undetermined', 'gap'].flatMap((verdict) => (counts.has(verdict) ? [{ verdict, systems: counts.get(verdict)! }] : []));
}

export function changesBetween(before: Pick<Assessment, 'systems'>, after: Pick<Assessment, 'systems'>): Changes {
  const pairs = Object.keys(before.systems).sort(byCodePoint).map((system) => ({ system, was: before.systems[system]!, becomes: after.systems[system]! }));
  const systems = pairs.flatMap(({ system, was, becomes }) => (was.verdict === becomes.verdict ? [] : [{ system, from: was.verdict, to: becomes.verdict }]));
  const otherConditions = pairs.filter(({ was, becomes }) => was.verdict === becomes.verdict && was.conditions.join() !== becomes.conditions.join()).length;
  const moves = [...Map.groupBy(systems, ({ from, to }) => `${from}\n${to}`).values()].map((group) => ({ from: group[0]!.from, to: group[0]!.to, systems: group.length }));
  return { moves: moves.toSorted((a, b) => b.systems - a.systems), systems, otherConditions };
}

const tried = new WeakMap<Survey, Map<CompiledPolicy, Assessment>>();

/** The same landscape under another policy. Kept as long as the survey is. */
export function assessedUnder(survey: Survey, compiled: CompiledPolicy): Assessment {
  const known = tried.get(survey) ?? new Map<CompiledPolicy, Assessment>();
  tried.set(survey, known);
  const assessment = known.get(compiled) ?? assessSurvey(survey, compiled);
  known.set(compiled, assessment);
  return assessment;
}
