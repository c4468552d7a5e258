/** One provider: who is behind it, who works for it, which law reaches it, what it does for us, what falls with it. */
import { type Contract, type Landscape, type Provider, technicalLayers } from '../../core/landscape/document.ts';
import type { Library } from '../../core/library/library.ts';
import { defineOperation } from '../../platform/operation.ts';
import { notFound } from '../../platform/refusal.ts';
import { contractNames, currentLandscape, itemOf } from '../landscape/public.ts';
import { libraryOf } from '../library/public.ts';
import { type ReachRow, shownProvider, shownProviderInput, type ShownProvider, type WorkRow } from './answers.ts';
import { calendarOf } from './contract-calendar.ts';
import { countClauses } from './contract-clauses.ts';
import { foreignReachOf, instrumentsOf, isForeign } from './foreign.ts';
import { namedIn, rankingOf, settingFor, workOf } from './ground.ts';
import { pageOf } from './list.ts';
import { ProviderPage } from './pages/provider-page.tsx';
import { controllersOf, mayHaveUnknownController, stakesOf } from './provider-control.ts';
import { fallOf } from './provider-fall.ts';
import { graphOf, subprocessorsOf } from './provider-graph.ts';
import { saidLayersOf } from './said-measures.ts';
import { words } from './words.ts';

const eachReach = (landscape: Landscape, library: Library, id: string): ReachRow[] => {
  const home = { country: landscape.organisation.country, library };
  const narrow = settingFor(landscape, 'narrow').reaches.get(id) ?? [];
  const rows = (settingFor(landscape, 'wide').reaches.get(id) ?? []).map(({ country, why, through }) => ({
    country,
    why,
    through: through.map((one) => namedIn(landscape, 'provider', one)),
    narrow: narrow.some((each) => each.country === country && each.why === why),
    foreign: isForeign(home, country),
    own: country === home.country,
    instruments: isForeign(home, country) ? instrumentsOf(home, country) : [],
  }));
  return rows.sort((a, b) => Number(b.foreign) - Number(a.foreign) || b.instruments.length - a.instruments.length);
};

const subprocessorReach = (landscape: Landscape, library: Library, id: string): ShownProvider['subprocessorReach'] => {
  const home = { country: landscape.organisation.country, library };
  const setting = settingFor(landscape, 'wide');
  return subprocessorsOf(setting, id).flatMap((one) => {
    const countries = foreignReachOf(home, setting.reaches.get(one) ?? []).flatMap(({ country, instruments }) => (instruments.length > 0 ? [country] : []));
    return countries.length > 0 ? [{ ...namedIn(landscape, 'provider', one), countries }] : [];
  });
};

const workRows = (landscape: Landscape, id: string): WorkRow[] =>
  [...Map.groupBy(workOf(landscape).get(id) ?? [], ({ system }) => system)].map(([system, all]) => ({
    system: namedIn(landscape, 'system', system),
    direct: all.flatMap((each) => (each.for === undefined ? [each.layer] : [])),
    subprocessing: all.flatMap((each) => (each.for === undefined ? [] : [{ layer: each.layer, for: namedIn(landscape, 'provider', each.for) }])),
  }));

const contractsWith = (landscape: Landscape, id: string): readonly Contract[] => landscape.contracts.filter(({ provider }) => provider === id);

const shown = (landscape: Landscape, library: Library, { id, name, country, establishedIn }: Provider, page: number): ShownProvider => {
  const setting = settingFor(landscape, 'wide');
  const contractName = contractNames(landscape);
  const layers = saidLayersOf(landscape, library, { kind: 'provider', id }, technicalLayers.toReversed());
  return {
    provider: { id, name, country, establishedIn: [...(establishedIn ?? [])] },
    controllers: controllersOf(setting, id),
    ownerUnknown: mayHaveUnknownController(setting, id),
    stakes: stakesOf(setting, id),
    reach: eachReach(landscape, library, id),
    subprocessorReach: subprocessorReach(landscape, library, id),
    graph: graphOf(setting, id),
    work: pageOf(workRows(landscape, id), page),
    unknownOperator: rankingOf(landscape).unknown,
    fall: fallOf(setting, id),
    contracts: contractsWith(landscape, id).map((contract) => ({ id: contract.id, name: contractName(contract), calendar: calendarOf(contract, landscape.asOf), clauses: countClauses(landscape, library, contract.id), systems: contract.systems.length })),
    layers,
    contradictions: layers.flatMap(({ measures }) => measures).filter(({ contradicted }) => contradicted).length,
  };
};

export const showProvider = defineOperation({
  name: 'suppliers.show-provider',
  title: (locale) => words(locale).provider.kicker,
  permission: 'landscape:read',
  input: shownProviderInput,
  output: shownProvider,
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/providers/{id}' },
  handle: async (at, { id, page }) => {
    const { landscape } = await currentLandscape(at);
    const provider = itemOf(landscape, 'providers', id);
    return provider === undefined ? notFound : shown(landscape, libraryOf(at.knowledge), provider, page);
  },
  web: { kind: 'page', path: '/providers/{id}', title: ({ output: { provider } }) => provider.name, render: (view) => <ProviderPage view={view} /> },
});
