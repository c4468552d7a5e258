/** What each operation is asked and answers; the pages are drawn from exactly these. */
import { z } from 'zod';
import { reachGrounds } from '../../core/control/reach.ts';
import { calendarGroups, calendarShape } from './contract-calendar.ts';
import { clauseCounts, clauseShape } from './contract-clauses.ts';
import { controllerShape, stakesShape } from './provider-control.ts';
import { fallShape } from './provider-fall.ts';
import { graphShape } from './provider-graph.ts';
import { providerRow } from './provider-rows.ts';
import { saidLayer } from './said-measures.ts';
import { named, pageShape, readingShape } from './shapes.ts';
import { statutoryDate } from './statutory-dates.ts';
import { pageNumber } from '../../platform/page-number.ts';

/** A column, or with `-` before it from high to low. */
const sortBy = <const Column extends string>(columns: readonly Column[]) => z.enum(columns.flatMap((column): (Column | `-${Column}`)[] => [column, `-${column}`]));
const search = z.string().min(1).max(200).optional();
const page = pageNumber.default(1);

export const providerColumns = ['name', 'country', 'systems', 'breaches'] as const;
export const providerListInput = z.strictObject({
  q: search,
  /** A foreign country that reaches the provider, under the reading. */
  country: z.string().min(2).max(2).optional(),
  reading: readingShape.default('wide'),
  sort: sortBy(providerColumns).default('-breaches'),
  page,
});
export type ProviderListInput = z.output<typeof providerListInput>;

export const providerList = z.strictObject({
  items: z.array(providerRow),
  ...pageShape,
  /** Before searching and filtering. */
  all: z.number(),
  /** Providers that a foreign country with a law of long reach gets at. */
  reached: z.number(),
  /** Providers of which it is not known who decides over them. */
  ownersUnknown: z.number(),
  /** Foreign countries that reach a provider, with the number of providers, most first. */
  countries: z.array(z.strictObject({ country: z.string(), providers: z.number() })),
  /** Systems with an unknown operator: for them every number of systems and promises may be higher. */
  unknownOperator: z.number(),
});
export type ProviderList = z.output<typeof providerList>;

const reachRow = z.strictObject({
  country: z.string(),
  why: z.enum(reachGrounds),
  through: z.array(named),
  /** False: only the wide reading counts it. */
  narrow: z.boolean(),
  foreign: z.boolean(),
  /** Our own country. */
  own: z.boolean(),
  instruments: z.array(z.string()),
});
export type ReachRow = z.output<typeof reachRow>;

const workRow = z.strictObject({ system: named, direct: z.array(z.number()), subprocessing: z.array(z.strictObject({ layer: z.number(), for: named })) });
export type WorkRow = z.output<typeof workRow>;

const providerContract = z.strictObject({ id: z.string(), name: z.string(), calendar: calendarShape, clauses: clauseCounts, systems: z.number() });

export const shownProviderInput = z.strictObject({ id: z.string(), /** Of its systems. */ page });
export const shownProvider = z.strictObject({
  provider: z.strictObject({ ...named.shape, country: z.string(), establishedIn: z.array(z.string()) }),
  controllers: z.array(controllerShape),
  ownerUnknown: z.boolean(),
  stakes: stakesShape,
  reach: z.array(reachRow),
  /** Sub-processors, however far down, that a foreign country with a law of long reach gets at; wide reading. */
  subprocessorReach: z.array(z.strictObject({ ...named.shape, countries: z.array(z.string()) })),
  graph: graphShape,
  work: z.strictObject({ items: z.array(workRow), ...pageShape }),
  /** Systems with a layer of which the operator is unknown. */
  unknownOperator: z.number(),
  fall: fallShape,
  contracts: z.array(providerContract),
  layers: z.array(saidLayer),
  contradictions: z.number(),
});
export type ShownProvider = z.output<typeof shownProvider>;

export const contractColumns = ['next', 'provider', 'end', 'gaps'] as const;
export const contractListInput = z.strictObject({ q: search, group: z.enum(calendarGroups).optional(), sort: sortBy(contractColumns).default('next'), page });
export type ContractListInput = z.output<typeof contractListInput>;

export const contractRow = z.strictObject({ id: z.string(), provider: named, systems: z.array(named), calendar: calendarShape, group: z.enum(calendarGroups), clauses: clauseCounts });
export type ContractRow = z.output<typeof contractRow>;
export const contractList = z.strictObject({
  items: z.array(contractRow),
  ...pageShape,
  all: z.number(),
  /** How many contracts each group has, searched or not. */
  groups: z.array(z.strictObject({ group: z.enum(calendarGroups), contracts: z.number() })),
});
export type ContractList = z.output<typeof contractList>;

export const shownContract = z.strictObject({
  id: z.string(),
  provider: named,
  systems: z.array(named),
  calendar: calendarShape,
  counts: clauseCounts,
  clauses: z.array(clauseShape),
  /** Days on which the law changes something between the start and the end. */
  statutory: z.array(statutoryDate),
});
export type ShownContract = z.output<typeof shownContract>;

const share = z.number().nullable();
export const shownOrganisation = z.strictObject({
  ...named.shape,
  country: z.string(),
  /** False: there is no landscape yet. */
  begun: z.boolean(),
  /** Highest layer first; per dimension 0…1, null where the board has not said. */
  ambition: z.array(z.strictObject({ layer: z.number(), technical: share, legal: share, operational: share })),
  layers: z.array(saidLayer),
});
export type ShownOrganisation = z.output<typeof shownOrganisation>;
