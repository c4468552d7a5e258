/** All data, and each dataset with where it is and who can be compelled. */
import { z } from 'zod';
import { defineOperation, type Operation } from '../../platform/operation.ts';
import { notFound } from '../../platform/refusal.ts';
import { itemOf } from '../landscape/public.ts';
import { assessmentOf } from './current-assessment.ts';
import { datasetInput, type DatasetList, datasetList, datasetListInput, type DatasetView, datasetView } from './dataset-view.ts';
import { DatasetPage } from './pages/dataset-page.tsx';
import { DatasetsPage } from './pages/datasets-page.tsx';
import { words } from './words.ts';

const listDatasets = defineOperation({
  name: 'sovereignty.list-datasets',
  title: (locale) => words(locale).datasets.title,
  permission: 'landscape:read',
  input: datasetListInput,
  output: z.custom<DatasetList>().meta({ description: 'A page of datasets with classification, the number of systems that hold each, its worst verdict and the countries where it is.' }),
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/datasets' },
  handle: async (at, asked) => datasetList(await assessmentOf(at), asked, at.locale),
  web: { kind: 'page', path: '/datasets', nav: { order: 300, label: (locale) => words(locale).datasets.title }, render: (view) => <DatasetsPage view={view} /> },
});

const showDataset = defineOperation({
  name: 'sovereignty.show-dataset',
  title: (locale) => words(locale).datasets.kicker,
  permission: 'landscape:read',
  input: datasetInput,
  output: z.custom<DatasetView>().meta({ description: 'A dataset: in which systems, with which verdict, in which countries, and which entities a foreign law can compel to hand it over.' }),
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/datasets/{id}' },
  handle: async (at, { id, page, reading }) => {
    const assessed = await assessmentOf(at, reading);
    const dataset = itemOf(assessed.landscape, 'datasets', id);
    return dataset === undefined ? notFound : datasetView(assessed, dataset, page);
  },
  web: { kind: 'page', path: '/datasets/{id}', title: ({ output }) => output.dataset.name, render: (view) => <DatasetPage view={view} /> },
});

export const datasetOperations: readonly Operation[] = [listDatasets, showDataset];
