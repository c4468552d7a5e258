/** Where people's answers lie apart, and whether a label explains it (engine.md §9). Numbers of groups alone; nobody in them can be seen. */
import { byCodePoint } from '../order.ts';
import type { Group } from './audit.ts';
import { isExplained } from './explained.ts';
import { agreement, consensus, type Counts, distance, quartiles, total } from './measures.ts';
import { withheld } from './withhold.ts';

/** `answer` is 1…K. `lenses` are those that the person chose for themselves: `{ role: 'ict' }`. */
export type Answer = { readonly question: string; readonly person: string; readonly answer: number; readonly lenses: Readonly<Record<string, string>> };

export type Floors = {
  /** People in a group before anything of it is shown. */
  readonly statistic: number;
  /** Before it is shown how they are spread. */
  readonly distribution: number;
  /** Before it is shown on which side they largely agree. */
  readonly side: number;
};
/** R1: an organisation may raise these, never lower them. */
export const lowestFloors: Floors = { statistic: 5, distribution: 8, side: 20 };
export const floorsFrom = (statistic: number): Floors => ({ statistic: Math.max(statistic, lowestFloors.statistic), distribution: Math.max(statistic, lowestFloors.distribution), side: Math.max(statistic, lowestFloors.side) });

/** R6: from this share on the same answer, only that they largely agree is shown. */
const largely = 0.9;
/** Below it people differ: where every answer within three neighbours of five is given alike, agreement is one half. */
const agreeFrom = 0.5;

export type Reading = 'together' | 'between' | 'inside' | 'both';

export type GroupShown =
  | { readonly n: number; readonly agreement: number; readonly distribution?: Counts }
  | { readonly n: number; readonly largelyAgree: true; readonly side?: number };

export type Distance = { readonly a: string; readonly b: string; readonly emd: number; readonly explained: boolean };

type Rest = { readonly lenses: Readonly<Record<string, GroupShown>>; readonly suppressed: readonly string[]; readonly distances: readonly Distance[] };
export type QuestionShown =
  | { readonly withheld: true }
  | ({ readonly n: number; readonly reading: 'together'; readonly largelyAgree: true; readonly side?: number } & Rest)
  | ({ readonly n: number; readonly agreement: number; readonly consensus: number; readonly median: number; readonly iqr: number; readonly quartiles: readonly [number, number, number]; readonly distribution?: Counts; readonly reading: Reading } & Rest);

export type Divergence = { readonly questions: Readonly<Record<string, QuestionShown>>; /** For a dialogue: where people differ most comes first. */ readonly ranking: readonly string[] };

type Told = { readonly id: string; readonly lens: string; readonly counts: Counts; readonly people: readonly string[] };

function countsOf(answers: readonly Answer[], scale: number): Counts {
  const counts = Array.from({ length: scale }, () => 0);
  for (const { answer } of answers) counts[answer - 1] = (counts[answer - 1] as number) + 1;
  return counts;
}

const isHomogeneous = (counts: Counts): boolean => Math.max(...counts) >= largely * total(counts);
const sideOf = (counts: Counts): number => counts.indexOf(Math.max(...counts)) + 1;

/** Of one lens and one value each, never crossed. */
function groupsOf(answers: readonly Answer[], scale: number): Told[] {
  const found = new Map<string, { readonly lens: string; readonly members: Answer[] }>();
  for (const answer of answers) for (const [lens, value] of Object.entries(answer.lenses)) {
    const id = `${lens}=${value}`;
    const group = found.get(id) ?? { lens, members: [] };
    group.members.push(answer);
    found.set(id, group);
  }
  return [...found].toSorted(([a], [b]) => byCodePoint(a, b)).map(([id, { lens, members }]) => ({ id, lens, counts: countsOf(members, scale), people: members.map(({ person }) => person) }));
}

function shown(counts: Counts, floors: Floors): GroupShown {
  const n = total(counts);
  if (isHomogeneous(counts)) return { n, largelyAgree: true, ...(n >= floors.side && { side: sideOf(counts) }) };
  return { n, agreement: agreement(counts), ...(n >= floors.distribution && { distribution: counts }) };
}

/** Between groups of one lens that are not each of one mind. */
function distancesOf(groups: readonly Told[], seed: string): Distance[] {
  const spread = groups.filter(({ counts }) => !isHomogeneous(counts));
  return spread.flatMap((a, at) => spread.slice(at + 1).flatMap((b) => (a.lens === b.lens ? [{ a: a.id, b: b.id, emd: distance(a.counts, b.counts), explained: isExplained(a.counts, b.counts, `${seed}/${a.id}/${b.id}`) }] : [])));
}

/** Agreement inside groups, weighed by their people. */
const inside = (groups: readonly Told[]): number => groups.reduce((sum, { counts }) => sum + agreement(counts) * total(counts), 0) / groups.reduce((sum, { counts }) => sum + total(counts), 0);

/** Where a label explains something, people differ inside it when they do so still within its groups; where none does, when they differ at all. */
function readingOf(everyone: Counts, groups: readonly Told[], distances: readonly Distance[]): Reading {
  const lenses = new Set(distances.filter(({ explained }) => explained).map(({ a }) => groups.find(({ id }) => id === a)?.lens));
  if (lenses.size === 0) return agreement(everyone) < agreeFrom ? 'inside' : 'together';
  return inside(groups.filter(({ lens }) => lenses.has(lens))) < agreeFrom ? 'both' : 'between';
}

export type Asked = {
  /** K of a question: answers are 1…K, at least 3. */
  readonly scale: (question: string) => number;
  readonly floors?: Floors;
  /** Groups whose statistics on this question were published before (R4). */
  readonly published?: (question: string) => readonly Group[];
};

function showQuestion(id: string, answers: readonly Answer[], { scale: scaleOf, floors = lowestFloors, published = () => [] }: Asked): QuestionShown {
  const scale = scaleOf(id);
  const everyone: Told = { id: '*', lens: '*', counts: countsOf(answers, scale), people: answers.map(({ person }) => person) };
  const before = published(id);
  if (answers.length < floors.statistic || withheld(before, [everyone], floors.statistic).length > 0) return { withheld: true };
  const all = groupsOf(answers, scale);
  const large = all.filter(({ people }) => people.length >= floors.statistic);
  const hidden = withheld([...before, everyone], large, floors.statistic);
  const told = large.filter((group) => !hidden.includes(group));
  const distances = distancesOf(told, id);
  const rest = { lenses: Object.fromEntries(told.map((group) => [group.id, shown(group.counts, floors)])), suppressed: all.filter((group) => !told.includes(group)).map((group) => group.id), distances };
  const n = answers.length;
  const { counts } = everyone;
  if (isHomogeneous(counts)) return { n, reading: 'together', largelyAgree: true, ...(n >= floors.side && { side: sideOf(counts) }), ...rest };
  const [low, median, high] = quartiles(counts);
  const spread = n >= floors.distribution ? { distribution: counts } : {};
  return { n, agreement: agreement(counts), consensus: consensus(counts), median, iqr: high - low, quartiles: [low, median, high], ...spread, reading: readingOf(counts, told, distances), ...rest };
}

const agreementShown = (question: QuestionShown): number => ('agreement' in question ? question.agreement : 1);
const explainedMost = (question: QuestionShown): number => ('withheld' in question ? 0 : Math.max(0, ...question.distances.filter(({ explained }) => explained).map(({ emd }) => emd)));

/** Difference between people comes before difference between groups. */
const forDialogue = ([a, some]: readonly [string, QuestionShown], [b, other]: readonly [string, QuestionShown]): number =>
  agreementShown(some) - agreementShown(other) || explainedMost(other) - explainedMost(some) || byCodePoint(a, b);

/** @param answers at most one of a person to a question; in any order, which changes nothing. */
export function diverge(answers: readonly Answer[], asked: Asked): Divergence {
  const byQuestion = [...Map.groupBy(answers, ({ question }) => question)].toSorted(([a], [b]) => byCodePoint(a, b));
  const questions = byQuestion.map(([id, given]) => [id, showQuestion(id, given, asked)] as const);
  return { questions: Object.fromEntries(questions), ranking: questions.filter(([, question]) => !('withheld' in question)).toSorted(forDialogue).map(([id]) => id) };
}
