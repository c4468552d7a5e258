/** A framework as it is shown, in words: where one thing stands, why, and what is asked still. */
import { z } from 'zod';
import { stepsOf, type Criterion, type Framework, type Subject } from '../../core/frameworks/framework.ts';
import { cliffsOf, neverLower } from '../../core/frameworks/ladder.ts';
import type { CriterionStanding, Standing } from '../../core/frameworks/standing.ts';
import { criterionWord, frameworkName, frameworkWord, groupName, readName, type Speaker, stepWord, whereOf } from './spoken.ts';
import { answerAt, criterionKey, type Desk, standingOf } from './standings.ts';

const bounds = z.strictObject({ lower: z.number(), upper: z.number() });
export const counts = z.strictObject({ met: z.number(), unmet: z.number(), unknown: z.number(), notApplicable: z.number(), open: z.number() });
const where = z.strictObject({ text: z.string(), href: z.string().optional() });
const heard = z.strictObject({ kind: z.enum(['measure', 'clause', 'fact', 'matter']), id: z.string(), name: z.string(), said: z.enum(['yes', 'no', 'unknown', 'not-applicable']), from: z.array(where), more: z.number() });
const given = z.strictObject({ kind: z.enum(['said', 'carried', 'nobody-knows', 'not-applicable']), text: z.string(), reason: z.string(), evidence: z.string(), answeredOn: z.string() });
const criterion = z.strictObject({
  id: z.string(), code: z.string().optional(), name: z.string(), group: z.string(), state: z.enum(['met', 'unmet', 'unknown', 'not-applicable']), step: z.string(), level: bounds.nullable(),
  covers: z.enum(['whole', 'part', 'none']), open: z.boolean(), nobodyKnows: z.boolean(), contradicted: z.boolean(), neverLowers: z.boolean(), cliff: z.boolean(), appliesFrom: z.string().optional(), applies: z.boolean(),
  law: z.array(z.strictObject({ law: z.string(), article: z.string().optional() })), heard: z.array(heard), answer: given.optional(),
});
const group = z.strictObject({ id: z.string(), code: z.string().optional(), name: z.string(), weight: z.number(), level: bounds.nullable(), score: bounds.nullable(), counts, criteria: z.array(criterion) });
export const shownStanding = z.strictObject({
  framework: z.string(), name: z.string(), what: z.string(), note: z.string().optional(), edition: z.string(), scale: z.enum(['met', 'levels']), about: z.enum(['system', 'provider', 'organisation']), nature: z.enum(['law', 'framework']), ground: z.string(),
  status: z.string(), confidence: z.string(), lastVerified: z.string(), sources: z.array(z.strictObject({ title: z.string(), url: z.string().optional() })),
  of: z.strictObject({ about: z.enum(['system', 'provider', 'organisation']), id: z.string(), name: z.string() }),
  level: bounds.nullable(), score: bounds.nullable(), counts, holdsBack: z.array(z.string()), mayHoldBack: z.array(z.string()), groups: z.array(group), own: group.optional(),
});
export type ShownStanding = z.output<typeof shownStanding>;
export type ShownCriterion = z.output<typeof criterion>;
export type ShownGroup = z.output<typeof group>;

/** Sources shown beside an answer; the rest is a number. */
const sourcesShown = 3;

export const stateOf = ({ share }: Pick<CriterionStanding, 'share'>): ShownCriterion['state'] =>
  share === null ? 'not-applicable' : share.lower === 1 ? 'met' : share.upper < 1 ? 'unmet' : 'unknown';

function stepText(speaker: Speaker, framework: string, criterion_: Criterion, span: CriterionStanding['span']): string {
  const { highest: top } = stepsOf(criterion_);
  if (span === null || (span.lowest === 0 && span.highest === top)) return '';
  const [low, high] = [stepWord(speaker, framework, criterion_, span.lowest), stepWord(speaker, framework, criterion_, span.highest)];
  return span.lowest === span.highest ? low : `${low} … ${high}`;
}

function givenOf(speaker: Speaker, desk: Desk, framework: Framework, one: Criterion, about: Subject, subject: string): ShownCriterion['answer'] {
  const stored = framework.about === about ? answerAt(desk, criterionKey(framework.id, one.id), about, subject) : undefined;
  if (stored === undefined) return undefined;
  const text = stored.lowest === null || stored.highest === null ? '' : stepText(speaker, framework.id, one, { lowest: stored.lowest, highest: stored.highest });
  return { kind: stored.kind, text, reason: stored.reason, evidence: stored.evidence, answeredOn: stored.answeredOn };
}

type Cast = { readonly speaker: Speaker; readonly desk: Desk; readonly framework: Framework; readonly about: Subject; readonly subject: string; readonly today: string };
type Ladders = { readonly cliffs: ReadonlySet<string>; readonly never: ReadonlySet<string> };

function criterionOf({ speaker, desk, framework, about, subject, today }: Cast, { cliffs, never }: Ladders, one: Criterion, reached: CriterionStanding): ShownCriterion {
  const entry = desk.library.shown.get(framework.id)?.criteria.find(({ id }) => id === one.id);
  const answer = givenOf(speaker, desk, framework, one, about, subject);
  return {
    id: one.id, ...(one.code && { code: one.code }), name: criterionWord(speaker, desk, framework.id, one.id, 'name'), group: one.group, state: stateOf(reached), step: stepText(speaker, framework.id, one, reached.span), level: reached.level,
    covers: one.covers, open: reached.open, nobodyKnows: reached.nobodyKnows, contradicted: reached.contradicted, neverLowers: never.has(one.id), cliff: cliffs.has(one.id),
    ...(one.appliesFrom && { appliesFrom: one.appliesFrom }), applies: one.appliesFrom === undefined || one.appliesFrom <= today,
    law: [...(entry?.law ?? [])],
    heard: reached.heard.map(({ read, said, from }) => ({ kind: read.kind, id: read.id, name: readName(speaker, read), said, from: from.slice(0, sourcesShown).map((source) => whereOf(speaker, desk, source)), more: Math.max(0, from.length - sourcesShown) })),
    ...(answer && { answer }),
  };
}

function groupsOf(cast: Cast, found: Standing): ShownGroup[] {
  const { framework, speaker } = cast;
  const ladders = framework.scale === 'levels' ? { cliffs: new Set(cliffsOf(framework).map(({ id }) => id)), never: new Set(neverLower(framework)) } : { cliffs: new Set<string>(), never: new Set<string>() };
  const byId = new Map(framework.criteria.map((one) => [one.id, one]));
  return found.groups.map(({ id, level, score, counts: all }) => {
    const { code, weight } = framework.groups.find((one) => one.id === id)!;
    const criteria = found.criteria.filter((one) => one.group === id).map((one) => criterionOf(cast, ladders, byId.get(one.id)!, one));
    return { id, ...(code && { code }), name: groupName(speaker, framework.id, id), weight, level, score, counts: all, criteria };
  });
}

const nameOfSubject = ({ landscape }: Desk, about: Subject, id: string): string | undefined =>
  about === 'organisation' ? landscape.organisation.name : (about === 'system' ? landscape.systems : landscape.providers).find((one) => one.id === id)?.name;

/** Undefined where there is no such framework, system or provider.
 * @param whole of what it is held against, criterion by criterion the weakest; without it the thing by itself. */
export function shownStandingOf(speaker: Speaker, desk: Desk, framework: Framework, own: Framework | undefined, about: Subject, subject: string, today: string, whole?: Standing): ShownStanding | undefined {
  const [entry, name] = [desk.library.shown.get(framework.id), nameOfSubject(desk, about, subject)];
  if (entry === undefined || name === undefined) return undefined;
  const cast: Cast = { speaker, desk, framework, about, subject, today };
  const found = whole ?? standingOf(desk, framework, about, subject);
  const note = frameworkWord(speaker, framework.id, 'note');
  return {
    framework: framework.id, name: frameworkName(speaker, framework.id), what: frameworkWord(speaker, framework.id, 'what') ?? '', ...(note && { note }), edition: entry.edition, scale: framework.scale, about: framework.about, nature: entry.nature, ground: entry.ground,
    status: entry.status, confidence: entry.confidence, lastVerified: entry.lastVerified, sources: [...entry.sources],
    of: { about, id: subject, name },
    level: framework.scale === 'levels' ? found.level : null, score: framework.scale === 'levels' ? found.score : null, counts: found.counts, holdsBack: [...found.holdsBack], mayHoldBack: [...found.mayHoldBack],
    groups: groupsOf(cast, found), ...(own && { own: groupsOf({ ...cast, framework: own }, standingOf(desk, own, about, subject))[0] }),
  };
}
