/** Answers move along when a framework is revised. INVARIANT: nothing is lost; what does not fit is told, and the old answer stays where it is. */
import type { Id } from '../landscape/document.ts';
import type { Criterion, Framework, Span } from './framework.ts';
import { stepsOf } from './framework.ts';
import type { Answer } from './step.ts';

export type MoveKind = 'moved' | 'split' | 'merged' | 'changed' | 'gone';
export type Move = { readonly from: Id; readonly to: readonly Id[]; readonly kind: MoveKind; readonly carry: 'step' | 'level' | 'nothing' };

export type Carried = { readonly from: Id; readonly to: Id; readonly answer: Answer };
/** Stays with the old edition only: its criterion is gone, asks something else now, or says nothing about the new one. */
export type Kept = { readonly from: Id; readonly why: 'gone' | 'changed' | 'says-nothing' | 'answered-already' };
export type Moved = { readonly carried: readonly Carried[]; readonly kept: readonly Kept[] };

/** The steps of the new ladder that guarantee the level; where none does, those of the highest level below it; where none is below, all. */
export function spanOfLevel({ levels }: Criterion, level: number): Span {
  const within = levels.filter((one) => one <= level);
  if (within.length === 0) return { lowest: 0, highest: levels.length - 1 };
  const best = Math.max(...within);
  return { lowest: levels.indexOf(best), highest: levels.lastIndexOf(best) };
}

const clamped = (step: number, criterion: Criterion): number => Math.min(step, stepsOf(criterion).highest);

function spanAfter(old: Criterion, fresh: Criterion, span: Span, carry: Move['carry']): Span {
  if (carry === 'step') return { lowest: clamped(span.lowest, fresh), highest: clamped(span.highest, fresh) };
  const [low, high] = [spanOfLevel(fresh, old.levels[span.lowest] ?? 0), spanOfLevel(fresh, old.levels[span.highest] ?? 0)];
  return { lowest: Math.min(low.lowest, high.lowest), highest: high.highest };
}

const isAll = ({ lowest, highest }: Span, criterion: Criterion): boolean => lowest === 0 && highest === stepsOf(criterion).highest;

/** A step stays a step only where the question is the same one; otherwise it is a start, to be confirmed. Undefined: it says nothing. */
function answerAfter(answer: Answer, old: Criterion, fresh: Criterion, { carry, kind }: Move): Answer | undefined {
  if (answer.kind === 'nobody-knows' || answer.kind === 'not-applicable') return answer;
  const span = spanAfter(old, fresh, answer.kind === 'step' ? { lowest: answer.step, highest: answer.step } : answer.span, carry);
  if (answer.kind === 'step' && carry === 'step' && kind === 'moved' && span.lowest === answer.step) return answer;
  return isAll(span, fresh) ? undefined : { kind: 'carried', span };
}

/** Several old answers on one new question leave what fits all of them; where they exclude each other, everything between. */
function together(one: Answer, other: Answer): Answer {
  if (one.kind !== 'carried' || other.kind !== 'carried') return one.kind === other.kind ? one : one.kind === 'carried' ? one : other;
  const both = { lowest: Math.max(one.span.lowest, other.span.lowest), highest: Math.min(one.span.highest, other.span.highest) };
  const wide = { lowest: Math.min(one.span.lowest, other.span.lowest), highest: Math.max(one.span.highest, other.span.highest) };
  return { kind: 'carried', span: both.lowest <= both.highest ? both : wide };
}

type Answers = ReadonlyMap<Id, Answer>;

/** @param given what was answered in the old edition, by criterion; @param already what was answered in the new one: that stands. */
export function moveAnswers(from: Framework, to: Framework, moves: readonly Move[], given: Answers, already: Answers): Moved {
  const [olds, news] = [new Map(from.criteria.map((one) => [one.id, one])), new Map(to.criteria.map((one) => [one.id, one]))];
  const byOld = new Map(moves.map((move) => [move.from, move]));
  const carried = new Map<Id, Carried>();
  const kept: Kept[] = [];
  for (const [id, answer] of given) {
    const [move, old] = [byOld.get(id), olds.get(id)];
    const targets = move === undefined || old === undefined || move.carry === 'nothing' ? [] : move.to.flatMap((one) => news.get(one) ?? []);
    if (move === undefined || old === undefined || targets.length === 0) {
      kept.push({ from: id, why: move !== undefined && move.kind !== 'gone' ? 'changed' : 'gone' });
      continue;
    }
    let came = false;
    for (const fresh of targets.filter((one) => !already.has(one.id))) {
      const after = answerAfter(answer, old, fresh, move);
      if (after === undefined) continue;
      const other = carried.get(fresh.id);
      came = true;
      carried.set(fresh.id, { from: id, to: fresh.id, answer: other === undefined ? after : together(other.answer, after) });
    }
    if (!came) kept.push({ from: id, why: targets.every((one) => already.has(one.id)) ? 'answered-already' : 'says-nothing' });
  }
  return { carried: [...carried.values()], kept };
}

/** What is wrong with a table of moves: every old criterion goes somewhere or is gone, and only to what exists. */
export function checkMoves(from: Framework, to: Framework, moves: readonly Move[]): readonly string[] {
  const [olds, news] = [new Set(from.criteria.map(({ id }) => id)), new Set(to.criteria.map(({ id }) => id))];
  const told = new Set(moves.map((move) => move.from));
  return [
    ...[...olds].filter((id) => !told.has(id)).map((id) => `${id}: nobody says where it went`),
    ...moves.filter((move) => !olds.has(move.from)).map((move) => `${move.from}: is no criterion of ${from.id}`),
    ...moves.flatMap((move) => move.to.filter((id) => !news.has(id)).map((id) => `${move.from}: there is no ${id} in ${to.id}`)),
    ...moves.filter((move) => (move.kind === 'gone') !== (move.to.length === 0)).map((move) => `${move.from}: ${move.kind}, with ${move.to.length} to go to`),
    ...moves.filter((move) => move.kind === 'split' && move.to.length < 2).map((move) => `${move.from}: split into one`),
  ];
}
