/**
 * What the engine finds out about a landscape, each thing once. `currentLandscape` hands out one and the same
 * value per revision, so that what is found lives exactly as long as the landscape it was found in.
 */
import { rank, type Blast } from '../../core/continuity/rank.ts';
import { settingOf, type Setting } from '../../core/continuity/setting.ts';
import { resolveClauses, type ClauseStatement } from '../../core/landscape/clauses.ts';
import { type Evidence, type Id, type Landscape, technicalLayers, type TechnicalLayer } from '../../core/landscape/document.ts';
import { resolveMeasures, type MeasureStatement } from '../../core/landscape/measures.ts';
import { placeAt, resolvePlates, type Source } from '../../core/landscape/plates.ts';
import type { Library, Reading } from '../../core/library/library.ts';

const remembered = <T>(find: (landscape: Landscape) => T): ((landscape: Landscape) => T) => {
  const known = new WeakMap<Landscape, T>();
  return (landscape) => {
    const before = known.get(landscape);
    if (before !== undefined) return before;
    const found = find(landscape);
    known.set(landscape, found);
    return found;
  };
};

/** The same for what also reads the library, which is loaded once per process. */
export const rememberedWith = <T>(find: (landscape: Landscape, library: Library) => T): ((landscape: Landscape, library: Library) => T) => {
  const byLibrary = new WeakMap<Library, (landscape: Landscape) => T>();
  return (landscape, library) => {
    const known = byLibrary.get(library) ?? remembered((each) => find(each, library));
    byLibrary.set(library, known);
    return known(landscape);
  };
};

export const platesOf = remembered(resolvePlates);

const settings: Readonly<Record<Reading, (landscape: Landscape) => Setting>> = {
  wide: remembered((landscape) => settingOf(landscape, platesOf(landscape), 'wide')),
  narrow: remembered((landscape) => settingOf(landscape, platesOf(landscape), 'narrow')),
};
/** Control, reach and what a simulation reads, under one reading of the instruments. */
export const settingFor = (landscape: Landscape, reading: Reading): Setting => settings[reading](landscape);

export type Ranked = { readonly blasts: ReadonlyMap<Id, Blast>; /** Systems with an unknown operator: each figure could be higher for them. */ readonly unknown: number };
/** Who falls away takes the same with it under either reading. */
export const rankingOf = remembered((landscape): Ranked => {
  const { ranking, unknown } = rank(settingFor(landscape, 'wide'), 'providers');
  return { blasts: new Map(ranking.map((blast) => [blast.id, blast])), unknown: unknown.length };
});

/** One layer of one system that a provider operates; `for`: the provider that called it in. */
export type Work = { readonly system: Id; readonly layer: TechnicalLayer; readonly for?: Id };
export const workOf = remembered((landscape): ReadonlyMap<Id, readonly Work[]> => {
  const { operatorsOf } = settingFor(landscape, 'wide');
  const plates = platesOf(landscape);
  const work = landscape.systems.flatMap(({ id: system }) =>
    technicalLayers.flatMap((layer) => {
      const { operator } = placeAt(plates, system, layer);
      if (operator === undefined || operator === 'self') return [];
      return operatorsOf(operator, layer).map((each) => ({ provider: each.operator, work: { system, layer, ...(each.for === undefined ? {} : { for: each.for }) } }));
    }));
  return new Map([...Map.groupBy(work, ({ provider }) => provider)].map(([provider, all]) => [provider, all.map((each) => each.work)]));
});

const placeKey = ({ kind, id }: Source): string => `${kind}/${id}`;
const measuresByPlace = remembered((landscape) => Map.groupBy(resolveMeasures(landscape, platesOf(landscape)).statements, ({ from }) => placeKey(from)));
/** What a provider or the organisation itself says of measures, evidence weighed. */
export const measuresSaidBy = (landscape: Landscape, place: Source): readonly MeasureStatement[] => measuresByPlace(landscape).get(placeKey(place)) ?? [];

const clausesByContract = remembered((landscape) => Map.groupBy(resolveClauses(landscape).statements, ({ from }) => from.id));
export const clausesOf = (landscape: Landscape, contract: Id): readonly ClauseStatement[] => clausesByContract(landscape).get(contract) ?? [];

const evidenceByContract = remembered((landscape) => Map.groupBy(landscape.evidence, ({ says }) => ('contract' in says ? says.contract : '')));
/** All of it, also what no longer counts. */
export const evidenceOn = (landscape: Landscape, contract: Id): readonly Evidence[] => evidenceByContract(landscape).get(contract) ?? [];

const names = remembered((landscape) => new Map([...landscape.providers.map((one) => [`provider/${one.id}`, one.name] as const), ...landscape.systems.map((one) => [`system/${one.id}`, one.name] as const), ...landscape.services.map((one) => [`service/${one.id}`, one.name] as const)]));
export type Named = { id: Id; name: string };
export const namedIn = (landscape: Landscape, kind: 'provider' | 'system' | 'service', id: Id): Named => ({ id, name: names(landscape).get(`${kind}/${id}`) ?? id });
