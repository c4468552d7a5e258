/** Everything a page about frameworks starts from: the landscape as it stands, what people answered, and the editions in use. */
import { hearing, type Hearing, type MatterAnswer } from '../../core/frameworks/hear.ts';
import type { Criterion, Framework, Subject } from '../../core/frameworks/framework.ts';
import { standing, type Part, type Standing } from '../../core/frameworks/standing.ts';
import type { Answer, Hear } from '../../core/frameworks/step.ts';
import type { Criticality, Landscape } from '../../core/landscape/document.ts';
import { remember } from '../../core/remember.ts';
import type { Survey } from '../../core/survey.ts';
import type { Context } from '../../platform/context.ts';
import type { Entry, Knowledge } from '../../platform/knowledge/knowledge.ts';
import { entriesOf, libraryOf } from '../library/public.ts';
import { assessmentOf } from '../sovereignty/public.ts';
import { frameworksOf, type FrameworkLibrary } from './library.ts';
import { type OwnCriterion, readAnswers, readEditions, readOwnCriteria, type StoredAnswer } from './store.ts';

export const self = 'self';
/** Own criteria stand in a group of their own; they never touch the level or the score of what was published. */
export const ownGroup = 'own';

export type Desk = {
  readonly library: FrameworkLibrary;
  readonly knowledge: Knowledge;
  readonly landscape: Landscape;
  readonly survey: Survey;
  readonly hearing: Hearing;
  readonly answers: ReadonlyMap<string, StoredAnswer>;
  readonly own: readonly OwnCriterion[];
  /** By family. */
  readonly editions: ReadonlyMap<string, string>;
};

export const matterKey = (matter: string): string => `matters/${matter}`;
export const criterionKey = (framework: string, criterion: string): string => `${framework}/${criterion}`;
const answerKey = (question: string, about: Subject, subject: string): string => `${question}\n${about}\n${subject}`;
export const answerAt = ({ answers }: Pick<Desk, 'answers'>, question: string, about: Subject, subject: string): StoredAnswer | undefined => answers.get(answerKey(question, about, subject));

const matterAnswer = (stored: StoredAnswer | undefined): MatterAnswer | undefined => {
  if (stored === undefined || stored.kind === 'carried') return undefined;
  return stored.kind === 'said' ? (stored.highest === 1 ? 'yes' : 'no') : stored.kind;
};

const unions = new WeakMap<object, ReadonlySet<string>>();
const unionOf = (knowledge: Knowledge): ReadonlySet<string> => {
  const found = unions.get(knowledge) ?? new Set(entriesOf<Entry & { readonly eu?: boolean }>(knowledge, 'countries').filter(({ eu }) => eu === true).map(({ id }) => id));
  unions.set(knowledge, found);
  return found;
};

type Written = { readonly answers: readonly StoredAnswer[]; readonly own: readonly OwnCriterion[]; readonly editions: ReadonlyMap<string, string> };

function makeDesk(at: Context, { survey, landscape }: Pick<Desk, 'survey' | 'landscape'>, written: Written): Desk {
  const answers = new Map(written.answers.map((answer) => [answerKey(answer.question, answer.about, answer.subject), answer]));
  const library = frameworksOf(at.knowledge);
  const union = unionOf(at.knowledge);
  const reachFar = new Set(libraryOf(at.knowledge).instruments.filter(({ extraterritorial }) => extraterritorial).map(({ country }) => country));
  const ground = { survey, matters: library.matters, reachFar, isInUnion: (country: string) => union.has(country), answerOf: (matter: string, about: Subject, subject: string) => matterAnswer(answers.get(answerKey(matterKey(matter), about, subject))) };
  return { library, knowledge: at.knowledge, landscape, survey, hearing: hearing(ground), answers, own: written.own, editions: written.editions };
}

/** As long as neither the landscape nor what people wrote changes, a page reckons nothing twice. */
const kept = new WeakMap<Survey, { readonly written: string; readonly desk: Desk }>();

/** Five queries, whatever the size of the landscape. INVARIANT: what is kept is used again only for the very same landscape and writings. */
export async function deskOf(at: Context): Promise<Desk> {
  const assessed = await assessmentOf(at);
  const written: Written = { answers: await readAnswers(at), own: await readOwnCriteria(at), editions: await readEditions(at) };
  const text = JSON.stringify([at.organisation.id, written.answers, written.own, [...written.editions]]);
  const before = kept.get(assessed.survey);
  if (before?.written === text && before.desk.knowledge === at.knowledge) return before.desk;
  const desk = makeDesk(at, assessed, written);
  kept.set(assessed.survey, { written: text, desk });
  return desk;
}

export const coreAnswer = (stored: StoredAnswer | undefined): Answer | undefined => {
  if (stored === undefined) return undefined;
  if (stored.kind === 'nobody-knows' || stored.kind === 'not-applicable') return { kind: stored.kind };
  const span = { lowest: stored.lowest ?? 0, highest: stored.highest ?? 0 };
  return stored.kind === 'carried' ? { kind: 'carried', span } : { kind: 'step', step: span.highest };
};

const ownCriterionOf = ({ id, measure }: OwnCriterion): Criterion => ({ id, group: ownGroup, levels: [0, 1], points: 1, covers: measure === '' ? 'none' : 'whole', reads: measure === '' ? [] : [{ kind: 'measure', id: measure }], when: [] });

/** The organisation's own criteria beside a framework, as a framework of their own. Undefined where there are none. */
export function ownFramework({ own, library }: Desk, id: string): Framework | undefined {
  const criteria = own.filter(({ framework }) => framework === id).map(ownCriterionOf);
  const shipped = library.frameworks.get(id);
  return criteria.length === 0 || shipped === undefined ? undefined : { ...shipped, scale: 'met', groups: [{ id: ownGroup, weight: 1 }], criteria };
}

export const hearOf = ({ hearing: heard }: Desk, about: Subject, subject: string): Hear => (about === 'organisation' ? heard.organisation : heard[about](subject));

/** Answers to a criterion are given about what the framework is about; elsewhere they are the weakest of those. */
export function standingOf(desk: Desk, framework: Framework, about: Subject, subject: string): Standing {
  const counts = framework.about === about;
  return standing(framework, hearOf(desk, about, subject), (criterion) => (counts ? coreAnswer(answerAt(desk, criterionKey(framework.id, criterion), about, subject)) : undefined));
}

const weights: Readonly<Record<Criticality | 'none', number>> = { essential: 3, important: 2, normal: 1, none: 1 };

const applies = ({ standing: { counts } }: Part): boolean => counts.met + counts.unmet + counts.unknown > 0;

/** What a framework is held against: each system or provider that something of it applies to, or the organisation itself. */
export function partsOf(desk: Desk, framework: Framework): readonly Part[] {
  const known = reckoned.get(desk) ?? new Map<string, readonly Part[]>();
  reckoned.set(desk, known);
  return known.get(framework.id) ?? remember(known, framework.id, allParts(desk, framework).filter((part) => framework.about === 'organisation' || applies(part)));
}
const reckoned = new WeakMap<Desk, Map<string, readonly Part[]>>();

function allParts(desk: Desk, framework: Framework): readonly Part[] {
  if (framework.about === 'organisation') return [{ id: self, weight: 1, standing: standingOf(desk, framework, 'organisation', self) }];
  if (framework.about === 'provider') return desk.landscape.providers.filter(({ id }) => desk.hearing.systemsOf(id).length > 0).map(({ id }) => ({ id, weight: 1, standing: standingOf(desk, framework, 'provider', id) }));
  return [...desk.survey.systems].map(([id, { demand }]) => ({ id, weight: weights[demand.criticality], standing: standingOf(desk, framework, 'system', id) }));
}

/** Of each family the edition in use: what the organisation took, else the newest that is not a proposal or adopted only. */
export function frameworksInUse({ library, editions }: Desk): readonly Framework[] {
  const families = Map.groupBy(library.frameworks.values(), ({ family }) => family);
  return [...families].map(([family, all]) => {
    const taken = all.find(({ id }) => id === editions.get(family));
    const applying = all.filter(({ id }) => !['adopted', 'proposal'].includes(library.shown.get(id)?.status ?? ''));
    const replaced = new Set(applying.map(({ replaces }) => replaces));
    return taken ?? applying.find(({ id }) => !replaced.has(id)) ?? all[0]!;
  });
}
