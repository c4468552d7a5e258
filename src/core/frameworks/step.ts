/** Which steps of a criterion remain possible: what is read narrows them, and an answer narrows what is left. */
import type { Id } from '../landscape/document.ts';
import { stepsOf, type Criterion, type Read, type Span } from './framework.ts';

/** `unknown` is never read as yes or as no. */
export type Said = 'yes' | 'no' | 'unknown' | 'not-applicable';
/** Where something was said, to be shown beside it. */
export type Source = { readonly kind: 'system' | 'provider' | 'organisation' | 'contract' | 'answer' | 'rule'; readonly id: Id };
export type Heard = { readonly said: Said; readonly from: readonly Source[] };
/** `asCondition`: whether a criterion applies at all. Of many things it does as soon as it does to one of them. */
export type Hear = (read: Read, asCondition?: boolean) => Heard;

/** Of many, the weakest counts; what does not apply is passed over. */
export function weakest(all: readonly Heard[]): Heard {
  if (all.length === 0) return { said: 'unknown', from: [] };
  const said: Said = (['no', 'unknown', 'yes'] as const).find((one) => all.some((other) => other.said === one)) ?? 'not-applicable';
  return { said, from: eachOnce(all.filter((one) => one.said === said).flatMap(({ from }) => from)) };
}

const eachOnce = (sources: readonly Source[]): readonly Source[] => [...new Map(sources.map((source) => [`${source.kind} ${source.id}`, source])).values()];

/** What people answered. `carried`: came along from an earlier edition, and is to be confirmed. */
export type Answer =
  | { readonly kind: 'step'; readonly step: number }
  | { readonly kind: 'carried'; readonly span: Span }
  | { readonly kind: 'nobody-knows' }
  | { readonly kind: 'not-applicable' };

/** `contradicted`: the answer lies outside what the landscape leaves possible; the landscape counts. */
export type Reached = {
  /** Null: does not apply. */
  readonly span: Span | null;
  /** What is read leaves these, before any answer. */
  readonly computed: Span;
  readonly heard: readonly (Heard & { readonly read: Read })[];
  /** Asked of people, and not answered yet. */
  readonly open: boolean;
  readonly nobodyKnows: boolean;
  readonly contradicted: boolean;
};

const meet = (a: Span, b: Span): Span | undefined => {
  const both = { lowest: Math.max(a.lowest, b.lowest), highest: Math.min(a.highest, b.highest) };
  return both.lowest > both.highest ? undefined : both;
};
const isOne = ({ lowest, highest }: Span): boolean => lowest === highest;

/** Without steps of its own, a no rules out the best step and below it nothing; a yes rules out nothing. */
function allowed(read: Read, said: Said, all: Span): Span {
  if (said === 'no') return read.no ?? { lowest: 0, highest: all.highest - 1 };
  return said === 'yes' ? (read.yes ?? all) : all;
}

/** Where two things that are read rule each other out, the lowest of what they allow counts. */
const narrowed = (span: Span, next: Span): Span => meet(span, next) ?? { lowest: Math.min(span.lowest, next.lowest), highest: Math.min(span.highest, next.highest) };

function computedFrom(criterion: Criterion, said: readonly (readonly [Read, Said])[]): Span {
  const all = stepsOf(criterion);
  const counting = said.filter(([, one]) => one !== 'not-applicable');
  if (criterion.covers === 'whole' && counting.length > 0 && counting.every(([, one]) => one === 'yes')) return { lowest: all.highest, highest: all.highest };
  return counting.map(([read, one]) => allowed(read, one, all)).reduce(narrowed, all);
}

const doesNotApply = (criterion: Criterion, hear: Hear, heard: readonly Heard[]): boolean =>
  criterion.when.some((read) => hear(read, true).said === 'no') || (criterion.covers === 'whole' && heard.length > 0 && heard.every(({ said }) => said === 'not-applicable'));

function withAnswer(computed: Span, answer: Answer | undefined, asks: boolean): Pick<Reached, 'span' | 'open' | 'nobodyKnows' | 'contradicted'> {
  const nothing = { span: computed, open: asks && !isOne(computed), nobodyKnows: false, contradicted: false };
  if (answer === undefined) return nothing;
  if (answer.kind === 'not-applicable') return { ...nothing, span: null, open: false };
  if (answer.kind === 'nobody-knows') return { ...nothing, open: false, nobodyKnows: true };
  const said = answer.kind === 'step' ? { lowest: answer.step, highest: answer.step } : answer.span;
  const both = meet(computed, said);
  if (both === undefined) return { ...nothing, contradicted: true };
  return { ...nothing, span: both, open: answer.kind === 'carried' && asks && !isOne(computed) };
}

/** A criterion that what is read answers wholly is asked through what is read, never by itself. */
export function reach(criterion: Criterion, hear: Hear, answer: Answer | undefined): Reached {
  const heard = criterion.reads.map((read) => ({ read, ...hear(read) }));
  const computed = computedFrom(criterion, heard.map(({ read, said }) => [read, said] as const));
  if (doesNotApply(criterion, hear, heard)) return { span: null, computed, heard, open: false, nobodyKnows: false, contradicted: false };
  // Whether it applies comes first: until that is known it is not asked.
  const asks = criterion.covers !== 'whole' && criterion.when.every((read) => hear(read, true).said !== 'unknown');
  return { computed, heard, ...withAnswer(computed, answer, asks) };
}
