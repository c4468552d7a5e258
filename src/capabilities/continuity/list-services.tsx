/** Every service: how long it may be down, and whether that promise survives the loss of any one thing. */
import { z } from 'zod';
import type { Criticality } from '../../core/landscape/document.ts';
import { defineOperation } from '../../platform/operation.ts';
import { currentLandscape } from '../landscape/public.ts';
import { settingFor } from './ground.ts';
import { byName, columnOf, isFound, pageOf } from './list.ts';
import { ServicesPage } from './pages/services-page.tsx';
import { promiseVerdicts, type PromiseVerdict, serviceRows, type ServiceRow } from './service-rows.ts';
import { type ServiceColumn, type ServiceList, type ServiceListInput, serviceListInput } from './shown.ts';
import { words } from './words.ts';

const importance: readonly Criticality[] = ['essential', 'important', 'normal'];

const orders: Readonly<Record<ServiceColumn, (a: ServiceRow, b: ServiceRow) => number>> = {
  name: (a, b) => byName(a.name, b.name),
  criticality: (a, b) => importance.indexOf(a.criticality) - importance.indexOf(b.criticality),
  promise: (a, b) => (a.maxDowntimeHours ?? Number.MAX_VALUE) - (b.maxDowntimeHours ?? Number.MAX_VALUE),
  verdict: (a, b) => promiseVerdicts.indexOf(a.verdict) - promiseVerdicts.indexOf(b.verdict),
};

function sorted(rows: readonly ServiceRow[], sort: ServiceListInput['sort']): readonly ServiceRow[] {
  const { column, sign } = columnOf<ServiceColumn>(sort);
  return rows.toSorted((a, b) => sign * orders[column](a, b) || orders.verdict(a, b) || byName(a.name, b.name));
}

const isAsked = (asked: ServiceListInput, row: ServiceRow): boolean =>
  isFound(asked.q ?? '', row.name, row.id) && (asked.verdict === undefined || row.verdict === asked.verdict) && (asked.criticality === undefined || row.criticality === asked.criticality);

const countOf = (rows: readonly ServiceRow[]) => Object.fromEntries(promiseVerdicts.map((verdict) => [verdict, rows.filter((row) => row.verdict === verdict).length])) as Record<PromiseVerdict, number>;

export const listServices = defineOperation({
  name: 'continuity.list-services',
  title: (locale) => words(locale).services.title,
  permission: 'landscape:read',
  input: serviceListInput,
  output: z.custom<ServiceList>().meta({ description: 'items: services with criticality, maxDowntimeHours (null = no promise), verdict on the promise, and by: how many systems, groups of suppliers and countries break it by falling away alone.' }),
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/services' },
  handle: async (at, asked) => {
    const { landscape } = await currentLandscape(at);
    const rows = serviceRows(settingFor(landscape, asked.reading));
    return { ...pageOf(sorted(rows.filter((row) => isAsked(asked, row)), asked.sort), asked.page), all: rows.length, verdicts: countOf(rows) };
  },
  web: { kind: 'page', path: '/services', nav: { order: 200, label: (locale) => words(locale).services.nav }, render: (view) => <ServicesPage view={view} /> },
});
