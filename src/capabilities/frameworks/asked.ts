/** What a framework asks still of one thing: shared questions about it, and what only this framework asks. */
import { z } from 'zod';
import { stepsOf, type Criterion, type Framework, type Read, type Subject } from '../../core/frameworks/framework.ts';
import { reach } from '../../core/frameworks/step.ts';
import { criterionWord, frameworkName, groupName, matterName, matterQuestion, readName, type Speaker, stepWord, whereOf } from './spoken.ts';
import { answerAt, criterionKey, type Desk, hearOf, matterKey, ownFramework, self } from './standings.ts';
import { words } from './words.ts';

const where = z.strictObject({ text: z.string(), href: z.string().optional() });
/** `known`: the landscape answers it, and people need not. `because`: what narrows it, each with where it was said. */
const question = z.strictObject({
  key: z.string(), name: z.string(), question: z.string(), options: z.array(z.strictObject({ value: z.string(), text: z.string() })), known: z.string().optional(),
  because: z.array(z.strictObject({ name: z.string(), said: z.enum(['yes', 'no', 'unknown', 'not-applicable']), from: z.array(where) })),
  answer: z.string(), reason: z.string(), evidence: z.string(), answeredOn: z.string().optional(), carried: z.string().optional(), alsoIn: z.array(z.string()), partly: z.boolean(),
});
export type AskedQuestion = z.output<typeof question>;
export const askedGroup = z.strictObject({ framework: z.string(), name: z.string(), group: z.string(), groupName: z.string(), about: z.enum(['system', 'provider', 'organisation']), subject: z.string(), subjectName: z.string(), questions: z.array(question), elsewhere: z.array(z.strictObject({ about: z.enum(['system', 'provider', 'organisation']), id: z.string(), name: z.string(), count: z.number() })) });
export type AskedGroup = z.output<typeof askedGroup>;

export const nobodyKnows = 'nobody-knows';
export const notApplicable = 'not-applicable';

type Cast = { readonly speaker: Speaker; readonly desk: Desk; readonly framework: Framework; readonly about: Subject; readonly subject: string };

const stored = ({ desk, about, subject }: Cast, key: string): Pick<AskedQuestion, 'answer' | 'reason' | 'evidence' | 'answeredOn'> => {
  const found = answerAt(desk, key, about, subject);
  if (found === undefined) return { answer: '', reason: '', evidence: '' };
  const single = found.lowest !== null && found.lowest === found.highest ? String(found.lowest) : '';
  return { answer: found.kind === 'said' || found.kind === 'carried' ? single : found.kind, reason: found.reason, evidence: found.evidence, answeredOn: found.answeredOn };
};

/** Other frameworks in the library that read the same question. */
const readersOf = ({ desk, framework, speaker }: Cast, matter: string): string[] =>
  [...desk.library.frameworks.values()].filter(({ id, family, criteria }) => id !== framework.id && family !== framework.family && criteria.some(({ reads, when }) => [...reads, ...when].some((read) => read.kind === 'matter' && read.id === matter))).map(({ id }) => frameworkName(speaker, id));

function matterAsked(cast: Cast, read: Read): AskedQuestion {
  const { speaker, desk, about, subject } = cast;
  const text = words(speaker.locale);
  const key = matterKey(read.id);
  const { said, from } = hearOf(desk, about, subject)(read);
  const byLandscape = from.length > 0 && from.every(({ kind }) => kind !== 'answer') && (said === 'yes' || said === 'no');
  return {
    key, name: matterName(speaker, read.id), question: matterQuestion(speaker, read.id), options: [{ value: '1', text: text.answers.yes }, { value: '0', text: text.answers.no }],
    ...(byLandscape && { known: text.answers[said] }), because: byLandscape ? [{ name: text.fromLandscape, said, from: from.map((source) => whereOf(speaker, desk, source)) }] : [],
    ...stored(cast, key), alsoIn: readersOf(cast, read.id), partly: false,
  };
}

function criterionAsked(cast: Cast, framework: Framework, one: Criterion): AskedQuestion {
  const { speaker, desk, about, subject } = cast;
  const key = criterionKey(framework.id, one.id);
  const { computed, heard } = reach(one, hearOf(desk, about, subject), undefined);
  const steps = Array.from({ length: computed.highest - computed.lowest + 1 }, (_, at) => computed.lowest + at);
  const found = answerAt(desk, key, about, subject);
  const all = stepsOf(one);
  return {
    key, name: criterionWord(speaker, desk, framework.id, one.id, 'name'), question: criterionWord(speaker, desk, framework.id, one.id, 'question'),
    options: steps.toReversed().map((step) => ({ value: String(step), text: stepWord(speaker, framework.id, one, step) })),
    ...(steps.length === 1 && { known: stepWord(speaker, framework.id, one, computed.lowest) }),
    because: heard.filter(({ said }) => said !== 'unknown').map(({ read, said, from }) => ({ name: readName(speaker, read), said, from: from.slice(0, 3).map((source) => whereOf(speaker, desk, source)) })),
    ...stored(cast, key), ...(found?.kind === 'carried' && { carried: `${stepWord(speaker, framework.id, one, found.lowest ?? all.lowest)} … ${stepWord(speaker, framework.id, one, found.highest ?? all.highest)}` }),
    alsoIn: [], partly: one.covers === 'part',
  };
}

const applies = ({ desk, about, subject }: Cast, { when }: Criterion): boolean => when.every((read) => hearOf(desk, about, subject)(read, true).said === 'yes');

/** Whether a criterion applies comes first; what it reads is asked once it does. */
function mattersIn(cast: Cast, criteria: readonly Criterion[]): readonly Read[] {
  const hear = hearOf(cast.desk, cast.about, cast.subject);
  const reads = criteria.flatMap((one) => {
    const ruledOut = one.when.findIndex((read) => hear(read, true).said === 'no');
    return [...one.when.slice(0, ruledOut < 0 ? undefined : ruledOut + 1), ...(applies(cast, one) ? one.reads : [])];
  });
  return [...new Map(reads.filter(({ kind }) => kind === 'matter').map((read) => [read.id, read])).values()];
}

const criteriaIn = ({ desk, framework }: Cast, group: string): readonly (readonly [Framework, Criterion])[] =>
  [framework, ownFramework(desk, framework.id)].flatMap((one) => (one === undefined ? [] : one.criteria.filter((criterion) => criterion.group === group).map((criterion) => [one, criterion] as const)));

export const isOpen = ({ known, answer }: AskedQuestion): boolean => known === undefined && answer === '';

/** Shared questions first: they serve most. What hangs on another question comes once that is answered. */
export function questionsOf(cast: Cast, group: string): readonly AskedQuestion[] {
  const { desk, framework, about } = cast;
  const criteria = criteriaIn(cast, group);
  const shared = mattersIn(cast, criteria.map(([, criterion]) => criterion)).filter(({ id }) => desk.library.matters.get(id)?.about === about);
  const own = framework.about === about ? criteria.filter(([, criterion]) => criterion.covers !== 'whole' && applies(cast, criterion)) : [];
  return [...shared.map((read) => matterAsked(cast, read)), ...own.map(([of, criterion]) => criterionAsked(cast, of, criterion))];
}

/** Shared questions about something else: who operates it, or the organisation. */
function elsewhereOf(cast: Cast, group: string): AskedGroup['elsewhere'] {
  const { desk, about, subject } = cast;
  const others = mattersIn(cast, criteriaIn(cast, group).map(([, criterion]) => criterion));
  const count = (kind: Subject, id: string): number => others.filter((read) => desk.library.matters.get(read.id)?.about === kind).map((read) => matterAsked({ ...cast, about: kind, subject: id }, read)).filter(isOpen).length;
  const providers = about === 'system' ? desk.hearing.providersOf(subject).map((id) => ({ about: 'provider' as const, id, name: desk.landscape.providers.find((one) => one.id === id)?.name ?? id, count: count('provider', id) })) : [];
  const organisation = about === 'organisation' ? [] : [{ about: 'organisation' as const, id: self, name: desk.landscape.organisation.name, count: count('organisation', self) }];
  return [...providers, ...organisation].filter((one) => one.count > 0);
}

export function askedOf(cast: Cast, group: string, subjectName: string): AskedGroup {
  const { speaker, framework, about, subject } = cast;
  return { framework: framework.id, name: frameworkName(speaker, framework.id), group, groupName: groupName(speaker, framework.id, group), about, subject, subjectName, questions: [...questionsOf(cast, group)], elsewhere: elsewhereOf(cast, group) };
}
