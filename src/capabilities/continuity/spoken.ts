/** What a simulation says, in the reader's words. Shared by the pages and the command. */
import type { HitCause } from '../../core/continuity/hits.ts';
import type { Figure } from '../../core/continuity/recovery.ts';
import type { CountryCode, Criticality, Id, Layer, Recovery } from '../../core/landscape/document.ts';
import type { Knowledge } from '../../platform/knowledge/knowledge.ts';
import type { Locale } from '../../platform/words.ts';
import { countryName, layerName } from '../sovereignty/public.ts';
import type { Names, SimulationAnswer, SimulationTold } from './telling.ts';
import { words } from './words.ts';

export type Speaker = { readonly locale: Locale; readonly knowledge: Knowledge };

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;
/** A name amid a sentence: isolated (U+2068 … U+2069) where it would turn the words around it. */
const amid = (name: string): string => (rightToLeft.test(name) ? `\u2068${name}\u2069` : name);

/** An id may be `constructor`: only what was put in is an answer. */
const own = <T>(record: Readonly<Record<Id, T>>, id: Id): T | undefined => (Object.hasOwn(record, id) ? record[id] : undefined);
export const providerName = (names: Names, id: Id): string => amid(own(names.providers, id) ?? id);
export const systemName = (names: Names, id: Id): string => amid(own(names.systems, id)?.name ?? id);
export const serviceName = (names: Names, id: Id): string => amid(own(names.services, id)?.name ?? id);
export const isService = (names: Names, id: Id): boolean => own(names.services, id) !== undefined;
export const recoveryOf = (names: Names, id: Id): Recovery | undefined => own(names.systems, id)?.recovery;
export const criticalityOf = (names: Names, id: Id): Criticality => own(names.services, id)?.criticality ?? 'normal';
export const promiseOf = (names: Names, id: Id): number | undefined => own(names.services, id)?.maxDowntimeHours;

/** English as it is written in Europe: "1, 2 and 3". */
const tags: Readonly<Record<Locale, string>> = { nl: 'nl', en: 'en-GB' };
export const eitherOf = (locale: Locale, items: readonly string[]): string => new Intl.ListFormat(tags[locale], { type: 'disjunction' }).format(items);
export const listed = (locale: Locale, items: readonly string[]): string => new Intl.ListFormat(tags[locale], { type: 'conjunction' }).format(items);
export const numberWord = (locale: Locale, value: number): string => value.toLocaleString(locale, { maximumFractionDigits: 1 });
export const hoursWord = (locale: Locale, hours: number): string => words(locale).hours(numberWord(locale, hours));

/** `group:ID` and its like as a reader would say it. */
export function removalWord({ locale, knowledge }: Speaker, names: Names, text: string): string {
  const { removal } = words(locale);
  const kind = text.slice(0, text.indexOf(':'));
  const id = text.slice(kind.length + 1);
  if (kind === 'country') return removal.country(countryName(knowledge, locale, id));
  if (kind === 'provider') return removal.provider(providerName(names, id));
  if (kind === 'group') return removal.group(providerName(names, id));
  if (kind === 'system') return systemName(names, id);
  const cut = id.lastIndexOf('/');
  const layer = Number(id.slice(cut + 1)) as Layer;
  return removal.layer(layer, layerName(knowledge, locale, layer).toLocaleLowerCase(locale), systemName(names, id.slice(0, cut)));
}

export const ifFalls = (speaker: Speaker, { answer, names }: Pick<SimulationTold, 'answer' | 'names'>): string =>
  words(speaker.locale).ifFalls(listed(speaker.locale, answer.scenario.map((text) => removalWord(speaker, names, text))), answer.scenario.length > 1);

/** INVARIANT: a number stands alone only where nothing unknown could make it higher. */
export const span = (locale: Locale, lower: number, upper: number): string => words(locale).span(lower, upper);
const isOne = (lower: number, upper: number): boolean => lower === upper && lower === 1;

/** What it comes to, as the end of a sentence: `ifFalls` or "then" begins it. */
function outcome(speaker: Speaker, told: SimulationTold): string {
  const { locale } = speaker;
  const { answer, atMost, total } = told;
  const { tells } = words(locale);
  if (atMost.systems === 0) return tells.nothing;
  const systems = [answer.failed.systems.length, atMost.systems] as const;
  const services = [answer.failed.services.length, atMost.services] as const;
  const breaches = [answer.breaches.tested.length, atMost.breaches] as const;
  const promises = tells.promises(span(locale, ...breaches), isOne(...breaches));
  return tells.outcome(span(locale, ...systems), isOne(...systems), total.systems, span(locale, ...services), isOne(...services), total.services, promises);
}

/** The whole answer in one sentence. */
export const outcomeSentence = (speaker: Speaker, told: SimulationTold): string => words(speaker.locale).tells.sentence(ifFalls(speaker, told), outcome(speaker, told));
/** The same under a title that says what falls away. */
export const thenSentence = (speaker: Speaker, told: SimulationTold): string => words(speaker.locale).tells.then(outcome(speaker, told));

/** `1, 3–5`: three or more in a row are said by their ends. */
const runsOf = (layers: readonly Layer[]): string[] => {
  const runs: Layer[][] = [];
  for (const layer of layers.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.at(-1) === layer - 1) last.push(layer);
    else runs.push([layer]);
  }
  return runs.flatMap((run) => (run.length > 2 ? [`${run[0]}–${run.at(-1)}`] : run.map(String)));
};

const layersWord = ({ locale, knowledge }: Speaker, layers: readonly Layer[]): string => {
  const [only] = layers;
  const named = layers.length === 1 && only !== undefined ? `${only} (${layerName(knowledge, locale, only).toLocaleLowerCase(locale)})` : listed(locale, runsOf(layers));
  return words(locale).reason.layers(named, layers.length > 1);
};

/** Causes that differ by their layer only are said once. */
function causeWord(speaker: Speaker, names: Names, [cause]: readonly HitCause[], layers: readonly Layer[]): string {
  const { reason } = words(speaker.locale);
  if (cause === undefined || cause.kind === 'system') return reason.system;
  const where = layersWord(speaker, layers);
  if (cause.kind === 'layer') return reason.layer(where);
  if (cause.kind === 'location') return reason.location(where, countryName(speaker.knowledge, speaker.locale, cause.country));
  const [first = '', ...rest] = cause.chain.map((id) => providerName(names, id));
  return rest.length === 0 ? reason.operator(where, first) : reason.through(where, first, rest.join(' → '));
}

const sameButLayer = (cause: HitCause): string =>
  cause.kind === 'operator' ? `operator ${cause.chain.join('\n')}` : cause.kind === 'location' ? `location ${cause.country}` : cause.kind;

/** Why a system is hit, shortest way first. */
export function hitWords(speaker: Speaker, names: Names, causes: readonly HitCause[]): readonly string[] {
  const groups = [...Map.groupBy(causes, sameButLayer).values()];
  return groups.map((same) => causeWord(speaker, names, same, [...new Set(same.flatMap((cause) => (cause.kind === 'system' ? [] : [cause.layer])))]));
}

type Unknowns = SimulationAnswer['unknownBecause'][Id];
export function unknownWords(speaker: Speaker, unknowns: Unknowns): string {
  const { unknownWhat } = words(speaker.locale);
  const of = (what: 'operator' | 'country') => unknowns.filter((one) => one.what === what).map(({ layer }) => layer);
  const [operators, countries] = [of('operator'), of('country')];
  // Where nobody knows who operates a layer, where it lies is no news.
  const places = countries.filter((layer) => !operators.includes(layer));
  return listed(speaker.locale, [
    ...(operators.length > 0 ? [unknownWhat.operator(layersWord(speaker, operators))] : []),
    ...(places.length > 0 ? [unknownWhat.country(layersWord(speaker, places))] : []),
  ]);
}

type Because = Pick<SimulationTold, 'answer' | 'names'>;

/** The nearest reason alone: "runs on Regiocloud". */
export function reasonWord({ locale }: Speaker, { answer, names }: Because, id: Id): string {
  const because = own(answer.failedBecause, id);
  const { reason } = words(locale);
  if (because === undefined || because.kind === 'hit') return reason.hit;
  return reason[because.kind](listed(locale, because.on.map((on) => systemName(names, on))));
}

/** Every reason up to what is hit: of an `anyOf` the first alternative is followed, since all of them fail. */
export function reasonSteps(speaker: Speaker, told: Because, id: Id): readonly string[] {
  const steps: string[] = [];
  for (let at: Id | undefined = id; at !== undefined && steps.length < stepsAtMost;) {
    const because: SimulationAnswer['failedBecause'][Id] | undefined = own(told.answer.failedBecause, at);
    const isHit = because === undefined || because.kind === 'hit';
    const causes = isHit ? hitWords(speaker, told.names, own(told.answer.hitBy, at) ?? []) : [];
    // What is hit itself tells all its causes; at the end of a way the first will do.
    steps.push(isHit ? causes.slice(0, at === id ? undefined : 1).join('; ') : reasonWord(speaker, told, at));
    at = because === undefined || because.kind === 'hit' ? undefined : because.on[0];
  }
  return steps;
}
/** Of a chain of thousands nobody reads more. */
const stepsAtMost = 12;

/** Own hours of a system, or why there are none. */
export function recoveryWord(locale: Locale, recovery: Recovery | undefined, figure: Figure): string {
  const { restore } = words(locale);
  if (recovery === 'none') return restore.none;
  const hours = figure === 'declared' ? recovery?.declaredHours : recovery?.testedHours;
  if (hours !== undefined) return hoursWord(locale, hours);
  return figure === 'declared' ? restore.notDeclared : restore.neverTested;
}

/** Time until something works again; without an end, why: what it waits for in the last instance has none. */
export function restoreWord(locale: Locale, { answer, names }: Because, id: Id, figure: Figure): string {
  const hours = own(answer.restoreHours[figure], id);
  if (hours !== undefined && hours !== null) return hoursWord(locale, hours);
  let end = id;
  for (let next = own(answer.waitsFor[figure], end); next !== undefined; next = own(answer.waitsFor[figure], end)) end = next;
  return recoveryWord(locale, recoveryOf(names, end), figure);
}

/** Whether a "never tested" or "not stated" stands anywhere, so that it is explained. */
export const hasNever = ({ answer }: Because): boolean => [...Object.values(answer.restoreHours.declared), ...Object.values(answer.restoreHours.tested)].includes(null);

export const countryOf = ({ locale, knowledge }: Speaker, code: CountryCode): string => countryName(knowledge, locale, code);
