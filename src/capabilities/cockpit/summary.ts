/** What the board's page tells, out of the landscape and its assessment. Pure: values in, lists with their reasons out. */
import type { Assessment, SystemAssessment } from '../../core/assess.ts';
import { daysBetween } from '../../core/calendar.ts';
import type { Claims, Criticality, DateText, Id, Landscape, System } from '../../core/landscape/document.ts';
import { stateOf, technicalLayers } from '../../core/landscape/document.ts';
import type { Library } from '../../core/library/library.ts';
import { gap, type Outcome, undetermined } from '../../core/policy/policy.ts';

export type VerdictCount = { readonly verdict: Outcome; readonly systems: number };
export type ToDecide = { readonly id: Id; readonly name: string; readonly verdict: Outcome; readonly criticality: Criticality | 'none' };
/** One question, and the systems whose verdict hangs on it. */
export type OpenQuestion = { readonly fact: Id; readonly systems: readonly { readonly id: Id; readonly name: string }[] };
export type ContractMoment = { readonly id: Id; readonly provider: string; readonly kind: 'notice' | 'end'; readonly on: DateText; readonly days: number };
export type Conduct = { readonly doing: readonly Id[]; readonly notDoing: readonly Id[]; readonly unknown: readonly Id[]; readonly withoutResponsible: number };

const criticalityOrder: Readonly<Record<Criticality | 'none', number>> = { essential: 0, important: 1, normal: 2, none: 3 };
/** A half year ahead: long enough to tender, short enough to act on. */
const horizonDays = 180;

const systemsOf = (landscape: Landscape, assessment: Assessment): (ToDecide & { readonly assessed: SystemAssessment })[] =>
  landscape.systems.map(({ id, name }) => {
    const assessed = assessment.systems[id] as SystemAssessment;
    return { id, name, verdict: assessed.verdict, criticality: assessed.criticality, assessed };
  });

/** Worst first, in the policy's order; `undetermined` and `gap` stand after the worst outcome (engine.md §5). */
export function verdictCounts(assessment: Assessment, outcomes: readonly Outcome[]): VerdictCount[] {
  const [worst = '', ...others] = outcomes.filter((outcome) => outcome !== gap);
  const verdicts = Object.values(assessment.systems).map(({ verdict }) => verdict);
  return [worst, undetermined, gap, ...others].map((verdict) => ({ verdict, systems: verdicts.filter((one) => one === verdict).length }));
}

/** What the policy forbids today, most critical first. */
export const forbiddenSystems = (landscape: Landscape, assessment: Assessment, worst: Outcome): ToDecide[] =>
  systemsOf(landscape, assessment)
    .filter(({ verdict }) => verdict === worst)
    .toSorted((a, b) => criticalityOrder[a.criticality] - criticalityOrder[b.criticality] || a.name.localeCompare(b.name))
    .map(({ id, name, verdict, criticality }) => ({ id, name, verdict, criticality }));

/** The questions on which most undetermined systems wait. */
export function openQuestions(landscape: Landscape, assessment: Assessment): OpenQuestion[] {
  const waiting = new Map<Id, { id: Id; name: string }[]>();
  for (const { id, name, verdict, assessed } of systemsOf(landscape, assessment)) {
    if (verdict !== undetermined) continue;
    for (const fact of assessed.decisive) waiting.set(fact, [...(waiting.get(fact) ?? []), { id, name }]);
  }
  return [...waiting].map(([fact, systems]) => ({ fact, systems })).toSorted((a, b) => b.systems.length - a.systems.length || a.fact.localeCompare(b.fact));
}

const dayMs = 86_400_000;
const dayBefore = (date: DateText, days: number): DateText => new Date(Date.parse(date) - days * dayMs).toISOString().slice(0, 10);

/** Ends and last days to give notice, soonest first; each with the provider's name. */
export function contractMoments(landscape: Landscape, today: DateText): ContractMoment[] {
  const names = new Map(landscape.providers.map(({ id, name }) => [id, name]));
  const moments = landscape.contracts.flatMap(({ id, provider: providerId, end, noticeDays }): ContractMoment[] => {
    const provider = names.get(providerId) ?? providerId;
    if (end === undefined) return [];
    const notice = noticeDays ? [{ id, provider, kind: 'notice' as const, on: dayBefore(end, noticeDays) }] : [];
    return [...notice, { id, provider, kind: 'end' as const, on: end }].map((moment) => ({ ...moment, days: daysBetween(today, moment.on) }));
  });
  return moments.filter(({ days }) => days >= 0 && days <= horizonDays).toSorted((a, b) => a.days - b.days);
}

const hasResponsible = ({ layers }: System): boolean => Object.values(layers ?? {}).some((layer) => layer?.responsible !== undefined);

/** Layer 8: what the organisation says it does. INVARIANT: no figure, no weight, nobody's name. */
export function conduct(landscape: Landscape, library: Library): Conduct {
  const claims: Claims = landscape.organisation.layers?.[8]?.measures ?? {};
  const measures = [...library.measures.values()].filter(({ layer }) => layer === 8).map(({ id }) => id);
  const inState = (states: readonly string[]): Id[] => measures.filter((id) => states.includes(claims[id] === undefined ? 'unknown' : stateOf(claims[id])));
  return { doing: inState(['yes']), notDoing: inState(['no']), unknown: inState(['unknown']), withoutResponsible: landscape.systems.filter((system) => !hasResponsible(system)).length };
}

/** Layers of which the board's ambition is certainly missed on at least one dimension. */
export const missedLayers = ({ assurance }: Assessment): number[] =>
  technicalLayers.filter((layer) => Object.values(assurance.layers[layer] ?? {}).some((figure) => figure?.reading === 'missed'));
