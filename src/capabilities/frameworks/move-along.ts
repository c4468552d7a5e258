/** Answers of an earlier edition, as they would stand in the next one. Nothing of the earlier edition is touched. */
import type { Framework } from '../../core/frameworks/framework.ts';
import { moveAnswers, type Kept, type Move } from '../../core/frameworks/move.ts';
import type { Answer } from '../../core/frameworks/step.ts';
import { coreAnswer, criterionKey, type Desk } from './standings.ts';
import type { StoredAnswer } from './store.ts';

export type Step = { readonly from: Framework; readonly to: Framework; readonly moves: readonly Move[] };
export type Along = { readonly answers: readonly StoredAnswer[]; readonly kept: readonly (Kept & { readonly about: StoredAnswer['about']; readonly subject: string })[] };

/** From the edition before this one. Undefined where there is none, or nobody says how. */
export function stepTo({ library }: Pick<Desk, 'library'>, id: string): Step | undefined {
  const to = library.frameworks.get(id);
  const from = library.frameworks.get(to?.replaces ?? '');
  const table = library.moves.find((one) => one.from === from?.id && one.to === id);
  return from && to && table ? { from, to, moves: table.moves } : undefined;
}

const criterionIn = (framework: string, { question }: StoredAnswer): string | undefined => (question.startsWith(`${framework}/`) ? question.slice(framework.length + 1) : undefined);

const answersIn = (framework: string, all: readonly StoredAnswer[]): ReadonlyMap<string, StoredAnswer> =>
  new Map(all.flatMap((one) => {
    const criterion = criterionIn(framework, one);
    return criterion === undefined ? [] : [[criterion, one] as const];
  }));

const core = (answers: ReadonlyMap<string, StoredAnswer>): ReadonlyMap<string, Answer> => new Map(Array.from(answers, ([id, one]) => [id, coreAnswer(one)!]));

function storedAs(answer: Answer): Pick<StoredAnswer, 'kind' | 'lowest' | 'highest'> {
  if (answer.kind === 'step') return { kind: 'said', lowest: answer.step, highest: answer.step };
  return answer.kind === 'carried' ? { kind: 'carried', lowest: answer.span.lowest, highest: answer.span.highest } : { kind: answer.kind, lowest: null, highest: null };
}

/** Reason, evidence and day go along as they were. */
export function answersAlong({ answers }: Pick<Desk, 'answers'>, { from, to, moves }: Step): Along {
  const bySubject = Map.groupBy(answers.values(), ({ about, subject }) => `${about}\n${subject}`);
  const along = [...bySubject.values()].map((all) => {
    const [old, fresh] = [answersIn(from.id, all), answersIn(to.id, all)];
    const own = new Set(from.criteria.map(({ id }) => id));
    const shipped = new Map([...old].filter(([id]) => own.has(id)));
    const { carried, kept } = moveAnswers(from, to, moves, core(shipped), core(fresh));
    const [{ about, subject }] = all as [StoredAnswer];
    return {
      answers: carried.map((one) => ({ ...old.get(one.from)!, ...storedAs(one.answer), question: criterionKey(to.id, one.to), carriedFrom: criterionKey(from.id, one.from) })),
      kept: kept.map((one) => ({ ...one, about, subject })),
    };
  });
  return { answers: along.flatMap((one) => one.answers), kept: along.flatMap((one) => one.kept) };
}

/** The desk as it would be with these answers besides. */
export const withAnswers = (desk: Desk, more: readonly StoredAnswer[]): Desk => ({ ...desk, answers: new Map([...desk.answers, ...more.map((one) => [`${one.question}\n${one.about}\n${one.subject}`, one] as const)]) });
