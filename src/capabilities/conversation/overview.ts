/** What was answered, laid side by side. A difference is a reason to talk; nothing is added up per person or role. */
import { z } from 'zod';
import type { Questionnaire } from './questionnaire.ts';
import { answerRoles } from './roles.ts';
import type { Given } from './store.ts';

/** The answer with which somebody says that nobody knows. */
export const nobodyKnows = 'nobody-knows';

const voice = z.strictObject({ role: z.enum(answerRoles), answer: z.string(), note: z.string(), own: z.boolean() });
/** `unknown`: somebody says that nobody knows. `differs`: not all say the same. Both may hold. */
const asked = z.strictObject({ id: z.string(), question: z.string(), voices: z.array(voice), answered: z.boolean(), unknown: z.boolean(), differs: z.boolean() });
const counts = { questions: z.number().int(), answered: z.number().int(), unknown: z.number().int(), differs: z.number().int() };
const layer = z.strictObject({ layer: z.number().int(), name: z.string(), about: z.string(), asked: z.array(asked), ...counts });
export const overview = z.strictObject({ questionnaire: z.string(), name: z.string(), answers: z.array(z.strictObject({ id: z.string(), name: z.string() })), layers: z.array(layer), ...counts });

export type Overview = z.output<typeof overview>;
export type Asked = z.output<typeof asked>;
export type AnsweredLayer = z.output<typeof layer>;

const byRole = (a: Given, b: Given): number => answerRoles.indexOf(a.role) - answerRoles.indexOf(b.role);

function askedOf({ id, question }: { readonly id: string; readonly question: string }, given: readonly Given[]): Asked {
  const voices = given.filter((one) => one.question === id).toSorted(byRole).map(({ role, answer, note, own }) => ({ role, answer, note, own }));
  return { id, question, voices, answered: voices.length > 0, unknown: voices.some(({ answer }) => answer === nobodyKnows), differs: new Set(voices.map(({ answer }) => answer)).size > 1 };
}

const countsOf = (all: readonly Asked[]) => ({
  questions: all.length,
  answered: all.filter(({ answered }) => answered).length,
  unknown: all.filter(({ unknown }) => unknown).length,
  differs: all.filter(({ differs }) => differs).length,
});

export function overviewOf({ id, name, answers, layers }: Questionnaire, given: readonly Given[]): Overview {
  const seen = layers.map((one) => {
    const all = one.questions.map((question) => askedOf(question, given));
    return { layer: one.layer, name: one.name, about: one.about, asked: all, ...countsOf(all) };
  });
  return { questionnaire: id, name, answers: answers.map((one) => ({ id: one.id, name: one.name })), layers: seen, ...countsOf(seen.flatMap((one) => one.asked)) };
}
