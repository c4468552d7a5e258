/** What the pages of this slice are asked, and what they show. */
import { z } from 'zod';
import type { Target } from '../../core/continuity/alone.ts';
import type { Concentration } from '../../core/continuity/concentration.ts';
import type { Blast } from '../../core/continuity/rank.ts';
import type { Classification, Id, Need, PersonalData, Recovery } from '../../core/landscape/document.ts';
import { reading, type Reading } from '../../core/library/library.ts';
import type { Text } from '../../platform/words.ts';
import type { Paged } from './list.ts';
import { removalsAtMost } from './read-scenario.ts';
import { type Loser, promiseVerdicts, type PromiseVerdict, type ServiceRow } from './service-rows.ts';
import type { SimulationTold } from './telling.ts';
import type { Offer } from './what-can-fall.ts';
import { pageNumber } from '../../platform/page-number.ts';

export const simulationInput = z.strictObject({
  without: z.array(z.string().max(400)).max(removalsAtMost).optional(),
  /** One layer of a system: the two together are `layer:ID/N`. */
  layerOf: z.string().max(400).optional(),
  layer: z.number().int().min(1).max(8).optional(),
  /** A part of a name, where there is too much for a list. */
  find: z.string().max(200).optional(),
  reading: z.enum(reading).default('wide'),
  page: pageNumber.default(1),
});
export type SimulationInput = z.output<typeof simulationInput>;

export type Ranked = { readonly blasts: readonly Blast[]; readonly unknown: number };
export type Overview = {
  readonly providers: Ranked;
  readonly countries: Ranked;
  readonly concentration: readonly Concentration[];
  readonly names: Readonly<Record<Id, string>>;
};

export type Simulated = {
  readonly isEmpty: boolean;
  readonly reading: Reading;
  /** What could be read of the address; what could not is told in `faults`. */
  readonly removals: readonly string[];
  readonly faults: readonly Text[];
  readonly offer: Offer;
  /** Without a choice there is none, and the rankings show where to begin. */
  readonly told: SimulationTold | null;
  readonly overview: Overview | null;
  readonly systems: number;
};

/** Each system alone is on the page of the system. */
export const ranked = ['providers', 'groups', 'countries'] as const satisfies readonly Target[];
const columns = ['name', 'breaches', 'essential', 'services', 'systems'] as const;
export type RankingColumn = (typeof columns)[number];
const sorts = columns.flatMap((column): (RankingColumn | `-${RankingColumn}`)[] => [column, `-${column}`]);

export const rankingInput = z.strictObject({
  of: z.enum(ranked).default('providers'),
  reading: z.enum(reading).default('wide'),
  q: z.string().max(200).optional(),
  sort: z.enum(sorts).default('-breaches'),
  page: pageNumber.default(1),
});
export type RankingInput = z.output<typeof rankingInput>;

export type RankingShown = Paged<Blast> & {
  /** Before searching. */
  readonly all: number;
  readonly unknown: number;
  /** Of providers; a country is named by its code. */
  readonly names: Readonly<Record<Id, string>>;
};

const serviceColumns = ['name', 'criticality', 'promise', 'verdict'] as const;
export type ServiceColumn = (typeof serviceColumns)[number];

export const serviceListInput = z.strictObject({
  q: z.string().max(200).optional(),
  verdict: z.enum(promiseVerdicts).optional(),
  criticality: z.enum(['essential', 'important', 'normal']).optional(),
  reading: z.enum(reading).default('wide'),
  sort: z.enum(serviceColumns.flatMap((column): (ServiceColumn | `-${ServiceColumn}`)[] => [column, `-${column}`])).default('criticality'),
  page: pageNumber.default(1),
});
export type ServiceListInput = z.output<typeof serviceListInput>;

export type ServiceList = Paged<ServiceRow> & {
  /** Before searching and filtering. */
  readonly all: number;
  readonly verdicts: Readonly<Record<PromiseVerdict, number>>;
};

export const shownServiceInput = z.strictObject({ id: z.string(), reading: z.enum(reading).default('wide'), page: pageNumber.default(1) });
export type ShownServiceInput = z.output<typeof shownServiceInput>;

/** Hours of one loss; null = it does not come back, or nobody knows how long it takes. */
export type ServiceLoss = { readonly of: Loser; readonly id: Id; readonly declared: LossFigure; readonly tested: LossFigure; /** The promise breaks, and a test or even the paper shows so. */ readonly isProven: boolean };
export type LossFigure = { readonly hours: number | null; readonly breaks: boolean };
export type RestoredSystem = { readonly id: Id; readonly recovery: Recovery | null };
export type HeldDataset = { readonly id: Id; readonly name: string; readonly classification: Classification; readonly personalData: PersonalData | null; readonly systems: readonly Id[] };

export type ShownService = {
  readonly row: ServiceRow;
  readonly needs: readonly Need[];
  /** What it stands on, with what each needs in turn. */
  readonly systems: Readonly<Record<Id, { readonly name: string; readonly runsOn?: Id; readonly needs: readonly Need[]; readonly recovery?: Recovery }>>;
  readonly providers: Readonly<Record<Id, string>>;
  /** Breaking ones first, then the longest. */
  readonly losses: Paged<ServiceLoss>;
  /** When all it stands on falls away at once. */
  readonly worst: { readonly declared: LossFigure; readonly tested: LossFigure };
  readonly unknown: readonly Id[];
  /** Slowest first. */
  readonly restored: readonly RestoredSystem[];
  readonly datasets: readonly HeldDataset[];
};
