/** One service: what it needs, what alone breaks its promise, how long it takes to come back, on which data it rests. */
import { z } from 'zod';
import { settingAround } from '../../core/continuity/promises.ts';
import { breaks, ownHours, type Figure } from '../../core/continuity/recovery.ts';
import { rank } from '../../core/continuity/rank.ts';
import type { Setting } from '../../core/continuity/setting.ts';
import { simulate } from '../../core/continuity/simulate.ts';
import type { Landscape, Service } from '../../core/landscape/document.ts';
import { defineOperation } from '../../platform/operation.ts';
import { notFound } from '../../platform/refusal.ts';
import { currentLandscape } from '../landscape/public.ts';
import { settingFor } from './ground.ts';
import { byName, pageOf } from './list.ts';
import { ServicePage, serviceTitle } from './pages/service-page.tsx';
import { type FigureLoss, isProven, losers, lossesTo, serviceRows } from './service-rows.ts';
import { type HeldDataset, type LossFigure, type RestoredSystem, type ServiceLoss, type ShownService, type ShownServiceInput, shownServiceInput } from './shown.ts';
import { words } from './words.ts';

const figureOf = (hours: number, isBroken: boolean): LossFigure => ({ hours: Number.isFinite(hours) ? hours : null, breaks: isBroken });

const lossShown = (loss: FigureLoss): ServiceLoss => ({
  of: loss.of, id: loss.id, declared: figureOf(loss.declared.hours, loss.declared.breaks), tested: figureOf(loss.tested.hours, loss.tested.breaks), isProven: isProven(loss),
});

const longest = ({ tested, declared, isProven: proven }: ServiceLoss): readonly number[] => [Number(tested.breaks), Number(proven), tested.hours ?? Number.MAX_VALUE, declared.hours ?? Number.MAX_VALUE];
const worstFirst = (a: ServiceLoss, b: ServiceLoss): number => longest(b).reduce((order, value, at) => order || value - (longest(a)[at] ?? 0), 0) || losers.indexOf(a.of) - losers.indexOf(b.of);

/** The longest it can take: everything it stands on is gone. */
function worstOf(around: Setting, service: Service): ShownService['worst'] {
  const { restoration } = simulate(around, around.landscape.systems.map(({ id }) => ({ kind: 'system', id })));
  const figure = (name: Figure): LossFigure => {
    const hours = restoration[name].hours.get(service.id) ?? 0;
    return figureOf(hours, breaks(service, hours));
  };
  return { declared: figure('declared'), tested: figure('tested') };
}

const restoredIn = ({ systems }: Landscape): readonly RestoredSystem[] =>
  systems
    .toSorted((a, b) => slower(ownHours(b, 'tested'), ownHours(a, 'tested')) || slower(ownHours(b, 'declared'), ownHours(a, 'declared')) || byName(a.name, b.name))
    .map(({ id, recovery = null }) => ({ id, recovery }));
const slower = (a: number, b: number): number => (a === b ? 0 : a - b);

function datasetsIn({ systems, datasets }: Landscape): readonly HeldDataset[] {
  const holders = Map.groupBy(systems.flatMap((system) => (system.datasets ?? []).map((dataset) => ({ dataset, system: system.id }))), ({ dataset }) => dataset);
  return datasets
    .flatMap(({ id, name, classification, personalData = null }) => (holders.has(id) ? [{ id, name, classification, personalData, systems: (holders.get(id) ?? []).map(({ system }) => system) }] : []))
    .toSorted((a, b) => byName(a.name, b.name));
}

const neededSystems = ({ systems }: Landscape): ShownService['systems'] =>
  Object.fromEntries(systems.map(({ id, name, runsOn, needs = [], recovery }) => [id, { name, needs, ...(runsOn !== undefined && { runsOn }), ...(recovery !== undefined && { recovery }) }]));

function shown(around: Setting, service: Service, { page }: ShownServiceInput): ShownService {
  const { landscape } = around;
  const unknown = rank(around, 'countries').unknown;
  const losses = losers.flatMap((of) => lossesTo(around, service.id, of)).map(lossShown).toSorted(worstFirst);
  const list = pageOf(losses, page);
  const suppliers = new Set(list.items.flatMap(({ of, id }) => (of === 'groups' ? [id] : [])));
  return {
    row: serviceRows(around)[0]!,
    needs: service.needs,
    systems: neededSystems(landscape),
    providers: Object.fromEntries(landscape.providers.flatMap(({ id, name }) => (suppliers.has(id) ? [[id, name]] : []))),
    losses: list,
    worst: worstOf(around, service),
    unknown,
    restored: restoredIn(landscape),
    datasets: datasetsIn(landscape),
  };
}

export const showService = defineOperation({
  name: 'continuity.show-service',
  title: (locale) => words(locale).service.kicker,
  permission: 'landscape:read',
  input: shownServiceInput,
  output: z.custom<ShownService>().meta({ description: 'The service with all it stands on, everything that stops it by falling away alone (hours null = never), and the data it rests on.' }),
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/services/{id}' },
  handle: async (at, asked) => {
    const { landscape } = await currentLandscape(at);
    const service = landscape.services.find(({ id }) => id === asked.id);
    const around = service && settingAround(settingFor(landscape, asked.reading), service.id);
    return around === undefined || service === undefined ? notFound : shown(around, service, asked);
  },
  web: { kind: 'page', path: '/services/{id}', title: serviceTitle, render: (view) => <ServicePage view={view} /> },
});
