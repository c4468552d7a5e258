/** The questionnaire, the mirror and the glasses as a reader meets them: entries of the library with their words. */
import { z } from 'zod';
import type { Entry, Knowledge } from '../../platform/knowledge/knowledge.ts';
import type { Locale } from '../../platform/words.ts';
import { entriesOf, entryOf, nameOf, wordOf } from '../library/public.ts';

/** The one that is there from the start. */
export const questionnaireId = 'responsible-data-use';

const ground = z.strictObject({ law: z.string(), article: z.string().optional(), name: z.string(), text: z.string().optional(), url: z.string().optional() });
const question = z.strictObject({ id: z.string(), question: z.string(), forWhom: z.string(), why: z.string(), goodAnswer: z.string(), law: z.string(), grounds: z.array(ground) });
const layer = z.strictObject({ layer: z.number().int().min(1).max(8), name: z.string(), about: z.string(), questions: z.array(question) });
const answer = z.strictObject({ id: z.string(), name: z.string(), asksReason: z.boolean() });
export const questionnaire = z.strictObject({ id: z.string(), name: z.string(), intro: z.string(), answers: z.array(answer), layers: z.array(layer) });
const mirror = z.strictObject({ name: z.string(), intro: z.string(), questions: z.array(z.strictObject({ id: z.string(), question: z.string(), help: z.string() })) });
const glass = z.strictObject({ id: z.string(), name: z.string(), traits: z.string(), technology: z.string(), ethics: z.string(), question: z.string() });
const glasses = z.strictObject({ name: z.string(), intro: z.string(), items: z.array(glass) });
export const conversation = z.strictObject({ questionnaire, mirror, glasses });

export type Questionnaire = z.output<typeof questionnaire>;
export type Question = z.output<typeof question>;
export type Ground = z.output<typeof ground>;
export type Conversation = z.output<typeof conversation>;
export type Glass = z.output<typeof glass>;

type QuestionnaireEntry = Entry & {
  readonly answers: readonly { readonly id: string; readonly asksReason: boolean }[];
  readonly questions: readonly { readonly id: string; readonly layer: number; readonly law: readonly { readonly law: string; readonly article?: string }[] }[];
};
type PerspectiveEntry = Entry & { readonly items: readonly { readonly id: string }[] };
type LawEntry = Entry & { readonly sources?: readonly { readonly url?: string }[] };

type Reader = { readonly knowledge: Knowledge; readonly locale: Locale };

/** A law may be a standard or a foreign instrument as well: the first kind that knows it tells its name. */
const kindsOfLaw = ['laws', 'standards', 'instruments'] as const;

function groundOf({ knowledge, locale }: Reader, { law, article }: { readonly law: string; readonly article?: string }): Ground {
  const kind = kindsOfLaw.find((one) => entryOf(knowledge, one, law)) ?? 'laws';
  const text = knowledge.words[locale][kind]?.[law]?.['articles'];
  const said = article === undefined ? wordOf(knowledge, locale, kind, law, 'what') : typeof text === 'object' ? text[article] : undefined;
  const url = entryOf<LawEntry>(knowledge, kind, law)?.sources?.find((source) => source.url)?.url;
  return { law, name: nameOf(knowledge, locale, kind, law), ...(article && { article }), ...(typeof said === 'string' && { text: said }), ...(url && { url }) };
}

const textsOf = ({ knowledge, locale }: Reader, kind: string, id: string) => (name: string): string => wordOf(knowledge, locale, kind, id, name) ?? '';

function questionOf(reader: Reader, { id, law }: QuestionnaireEntry['questions'][number]): Question {
  const text = textsOf(reader, 'questionnaires', questionnaireId);
  const of = (name: string): string => text(`questions.${id}.${name}`);
  return { id, question: of('question'), forWhom: of('forWhom'), why: of('why'), goodAnswer: of('goodAnswer'), law: of('law'), grounds: law.map((one) => groundOf(reader, one)) };
}

/** From the people above the water down to the sea bed: the conversation begins with people (product.md, conviction 2). */
const fromPeopleDown = [8, 7, 6, 5, 4, 3, 2, 1] as const;

function layersOf(reader: Reader, entry: QuestionnaireEntry): Questionnaire['layers'] {
  const ids = new Map(entriesOf<Entry & { readonly layer: number }>(reader.knowledge, 'layers').map((one) => [one.layer, one.id]));
  return fromPeopleDown.map((number) => {
    const text = textsOf(reader, 'layers', ids.get(number) ?? '');
    const questions = entry.questions.filter((one) => one.layer === number).map((one) => questionOf(reader, one));
    return { layer: number, name: text('name'), about: text('about'), questions };
  });
}

/** Undefined where the library has no such questionnaire. */
export function questionnaireOf(reader: Reader): Questionnaire | undefined {
  const entry = entryOf<QuestionnaireEntry>(reader.knowledge, 'questionnaires', questionnaireId);
  if (!entry) return undefined;
  const text = textsOf(reader, 'questionnaires', questionnaireId);
  const answers = entry.answers.map(({ id, asksReason }) => ({ id, asksReason, name: text(`answers.${id}`) }));
  return { id: entry.id, name: text('name'), intro: text('intro'), answers, layers: layersOf(reader, entry) };
}

const itemsOf = <Name extends string>(reader: Reader, id: string, names: readonly Name[]) => {
  const text = textsOf(reader, 'perspectives', id);
  const items = entryOf<PerspectiveEntry>(reader.knowledge, 'perspectives', id)?.items ?? [];
  return items.map((item) => ({ id: item.id, ...(Object.fromEntries(names.map((name) => [name, text(`items.${item.id}.${name}`)])) as Record<Name, string>) }));
};

export function conversationOf(reader: Reader): Conversation | undefined {
  const found = questionnaireOf(reader);
  if (!found) return undefined;
  const [inMirror, inGlasses] = [textsOf(reader, 'perspectives', 'mirror'), textsOf(reader, 'perspectives', 'glasses')];
  return {
    questionnaire: found,
    mirror: { name: inMirror('name'), intro: inMirror('intro'), questions: itemsOf(reader, 'mirror', ['question', 'help']) },
    glasses: { name: inGlasses('name'), intro: inGlasses('intro'), items: itemsOf(reader, 'glasses', ['name', 'traits', 'technology', 'ethics', 'question']) },
  };
}
