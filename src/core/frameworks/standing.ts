/** Where something stands against a framework: SEAL-like levels by the minimum, points by weight, and how many are met. */
import type { Id } from '../landscape/document.ts';
import { stepsOf, type Criterion, type Framework, type Span } from './framework.ts';
import { reach, weakest, type Answer, type Hear, type Reached } from './step.ts';

/** Lower counts what is unknown as badly as can be, upper as well as can be. */
export type Bounds = { readonly lower: number; readonly upper: number };

export type CriterionStanding = Reached & { readonly id: Id; readonly group: Id; readonly level: Bounds | null; /** 0…1 of its points. */ readonly share: Bounds | null };
export type Counts = { readonly met: number; readonly unmet: number; readonly unknown: number; readonly notApplicable: number; readonly open: number };
export type GroupStanding = { readonly id: Id; readonly level: Bounds | null; /** 0…100 of its points. */ readonly score: Bounds | null; readonly counts: Counts };

export type Standing = {
  readonly criteria: readonly CriterionStanding[];
  readonly groups: readonly GroupStanding[];
  /** Null where nothing applies. */
  readonly level: Bounds | null;
  /** 0…100. */
  readonly score: Bounds | null;
  readonly counts: Counts;
  /** Criteria that keep the level down for sure, whatever is still unknown. Empty at the top level. */
  readonly holdsBack: readonly Id[];
  /** Criteria that may keep it down further, as long as they are unknown. */
  readonly mayHoldBack: readonly Id[];
};

export type AnswerOf = (criterion: Id) => Answer | undefined;

const levelIn = ({ levels }: Criterion, { lowest, highest }: Span): Bounds => ({ lower: levels[lowest] ?? 0, upper: levels[highest] ?? 0 });
const shareIn = ({ levels }: Criterion, { lowest, highest }: Span): Bounds => ({ lower: lowest / (levels.length - 1), upper: highest / (levels.length - 1) });

function standingOf(criterion: Criterion, hear: Hear, answer: Answer | undefined): CriterionStanding {
  const reached = reach(criterion, hear, answer);
  const { span } = reached;
  return { ...reached, id: criterion.id, group: criterion.group, level: span && levelIn(criterion, span), share: span && shareIn(criterion, span) };
}

const atTheWorst = (all: readonly (Bounds | null)[]): Bounds | null => {
  const known = all.filter((one) => one !== null);
  return known.length === 0 ? null : { lower: Math.min(...known.map(({ lower }) => lower)), upper: Math.min(...known.map(({ upper }) => upper)) };
};

type Weighed = { readonly weight: number; readonly share: Bounds | null };
/** What does not apply is left out on both sides. */
export function weighedMean(all: readonly Weighed[]): Bounds | null {
  const counting = all.filter((one): one is Weighed & { readonly share: Bounds } => one.share !== null);
  const total = counting.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (end: keyof Bounds): number => counting.reduce((sum, { weight, share }) => sum + weight * share[end], 0) / total;
  return total === 0 ? null : { lower: mean('lower'), upper: mean('upper') };
}

const percent = (share: Bounds | null): Bounds | null => share && { lower: share.lower * 100, upper: share.upper * 100 };

const count = (all: readonly CriterionStanding[], holds: (one: CriterionStanding) => boolean): number => all.filter(holds).length;
export const countsOf = (all: readonly CriterionStanding[]): Counts => ({
  met: count(all, ({ share }) => share?.lower === 1),
  unmet: count(all, ({ share }) => share !== null && share.upper < 1),
  unknown: count(all, ({ share }) => share !== null && share.lower < 1 && share.upper === 1),
  notApplicable: count(all, ({ share }) => share === null),
  open: count(all, ({ open }) => open),
});

/** The published formula: per group the points reached of those that could be, times the weight of the group, added up. */
export const standing = (framework: Framework, hear: Hear, answerOf: AnswerOf): Standing =>
  added(framework, framework.criteria.map((criterion) => standingOf(criterion, hear, answerOf(criterion.id))));

function added(framework: Framework, criteria: readonly CriterionStanding[]): Standing {
  const pointsOf = new Map(framework.criteria.map(({ id, points }) => [id, points]));
  const shares = framework.groups.map(({ id, weight }) => {
    const own = criteria.filter(({ group }) => group === id);
    return { id, weight, own, share: weighedMean(own.map((one) => ({ weight: pointsOf.get(one.id) ?? 0, share: one.share }))) };
  });
  const level = atTheWorst(criteria.map((one) => one.level));
  return {
    criteria,
    groups: shares.map(({ id, own, share }) => ({ id, level: atTheWorst(own.map((one) => one.level)), score: percent(share), counts: countsOf(own) })),
    level,
    score: percent(weighedMean(shares)),
    counts: countsOf(criteria),
    ...holdingBack(framework, criteria, level),
  };
}

function holdingBack({ criteria: all }: Framework, criteria: readonly CriterionStanding[], level: Bounds | null): Pick<Standing, 'holdsBack' | 'mayHoldBack'> {
  if (level === null) return { holdsBack: [], mayHoldBack: [] };
  const top = Math.max(...all.flatMap(({ levels }) => levels));
  const holdsBack = criteria.filter((one) => one.level !== null && one.level.upper === level.upper && level.upper < top).map(({ id }) => id);
  const mayHoldBack = criteria.filter((one) => one.level !== null && one.level.lower < level.upper && !holdsBack.includes(one.id)).map(({ id }) => id);
  return { holdsBack, mayHoldBack };
}

const lowestOf = (spans: readonly Span[]): Span | null => (spans.length === 0 ? null : { lowest: Math.min(...spans.map(({ lowest }) => lowest)), highest: Math.min(...spans.map(({ highest }) => highest)) });

/** Of what it applies to, the weakest; what was heard there, read by read. */
function mergedOf(criterion: Criterion, all: readonly CriterionStanding[]): CriterionStanding {
  const applying = all.filter(({ span }) => span !== null);
  const span = lowestOf(applying.flatMap((one) => one.span ?? []));
  const heard = criterion.reads.map((read, at) => ({ read, ...weakest(applying.flatMap((one) => one.heard[at] ?? [])) }));
  const some = (holds: (one: CriterionStanding) => boolean): boolean => applying.some(holds);
  return {
    id: criterion.id, group: criterion.group, span, computed: span ?? stepsOf(criterion), heard, open: some(({ open }) => open), nobodyKnows: some(({ nobodyKnows }) => nobodyKnows), contradicted: some(({ contradicted }) => contradicted),
    level: span && levelIn(criterion, span), share: span && shareIn(criterion, span),
  };
}

/** Criterion by criterion, what the weakest of many comes to. */
export const weakestOf = (framework: Framework, all: readonly Standing[]): Standing =>
  added(framework, framework.criteria.map((criterion, at) => mergedOf(criterion, all.flatMap(({ criteria }) => criteria[at] ?? []))));

/** Of many as one: the lowest level of any, points weighed by how much each counts. */
export type Part = { readonly id: Id; readonly weight: number; readonly standing: Standing };
export type Whole = { readonly level: Bounds | null; readonly score: Bounds | null; /** Those that keep the level of the whole down for sure. */ readonly lowest: readonly Id[] };

export function wholeOf(parts: readonly Part[]): Whole {
  const level = atTheWorst(parts.map((part) => part.standing.level));
  const share = weighedMean(parts.map((part) => ({ weight: part.weight, share: part.standing.score })));
  const lowest = level === null ? [] : parts.filter((part) => part.standing.level?.upper === level.upper).map(({ id }) => id);
  return { level, score: share, lowest };
}
