/**
 * What each form sends. The shapes are those of the document, except that `layers` have a form of their own and
 * that a need may be written as text: `mail-a | mail-b` is one of several. Meaning is judged by the reader.
 */
import { z } from 'zod';
import { layers, technicalLayers } from '../../../core/landscape/document.ts';

const id = z.string().trim().max(200);
const name = z.string().trim().min(1).max(300);
const date = z.iso.date();
const hours = z.number().nonnegative();
const country = z.string().trim().toUpperCase().length(2);
const countries = z.union([z.array(country), z.string().transform((text) => text.split(/[\s,;]+/).filter(Boolean).map((code) => code.toUpperCase()))]);

const anyOf = (text: string) => {
  const ids = text.split('|').map((part) => part.trim()).filter(Boolean);
  return ids.length > 1 ? { anyOf: ids } : (ids[0] ?? '');
};
const oneOf = (need: { anyOf: string[] }) => (need.anyOf.length === 1 ? (need.anyOf[0] as string) : need);
const need = z.union([z.string().transform(anyOf), z.strictObject({ anyOf: z.array(id) }).transform(oneOf)]);

const states = ['yes', 'no', 'not-applicable', 'unknown'] as const;
/** `absent` takes a claim away; a reason belongs to `not-applicable`. */
const claim = z.strictObject({ state: z.enum([...states, 'absent']), reason: z.string().trim().max(1000).optional() });
const claims = z.record(id, claim).optional();

/** What the form showed, so that nobody's change is overwritten unseen. */
const seen = z.string().max(100).optional();
const identity = { id: id.optional(), name, seen };

export const systemInput = z.strictObject({
  ...identity,
  delivery: z.enum(['on-premises', 'hosted', 'iaas', 'paas', 'saas']).optional(),
  deployment: z.enum(['own', 'private', 'community', 'public']).optional(),
  runsOn: id.optional(),
  datasets: z.array(id).optional(),
  needs: z.array(need).optional(),
  recovery: z.enum(['unknown', 'none', 'known']),
  restore: z.strictObject({ declaredHours: hours.optional(), testedHours: hours.optional(), testedOn: date.optional() }).optional(),
});

export const serviceInput = z.strictObject({
  ...identity,
  criticality: z.enum(['essential', 'important', 'normal']),
  maxDowntimeHours: hours.optional(),
  needs: z.array(need).optional(),
});

export const datasetInput = z.strictObject({
  ...identity,
  classification: z.enum(['critical', 'sensitive', 'regular']),
  personalData: z.enum(['none', 'ordinary', 'special', 'criminal']).optional(),
});

const owner = z.strictObject({ provider: id, share: z.number().optional(), control: z.boolean().optional() });
const layerNumbers = z.union([
  z.array(z.literal([...technicalLayers])),
  z.string().transform((text) => text.split(/[\s,;]+/).filter(Boolean).map(Number)),
]);
const subprocessor = z.strictObject({ provider: id, layers: layerNumbers.optional() });
export const providerInput = z.strictObject({
  ...identity,
  country,
  establishedIn: countries.optional(),
  owners: z.array(owner).optional(),
  subprocessors: z.array(subprocessor).optional(),
});

export const contractInput = z.strictObject({
  id: id.optional(),
  seen,
  provider: id,
  systems: z.array(id).optional(),
  start: date,
  end: date.optional(),
  noticeDays: z.number().int().nonnegative().optional(),
  clauses: claims,
});

const state = z.enum(states);
export const evidenceInput = z.strictObject({
  id: id.optional(),
  seen,
  kind: z.enum(['scan', 'contract-clause', 'document', 'declaration']),
  source: z.string().trim().max(500).optional(),
  on: date,
  validUntil: date.optional(),
  /** `organisation`, or a kind with an id: `system/zaaksysteem`, `provider/dijkdata`, `contract/c-1`. */
  about: z.string().max(300),
  layer: z.literal([...layers]).optional(),
  /** A measure, or for a contract a clause. */
  subject: id,
  state,
});

export const layerInput = z.strictObject({
  owner: z.enum(['systems', 'providers', 'organisation']),
  id,
  layer: z.coerce.number().int().min(1).max(8),
  seen,
  operator: id.optional(),
  country: country.optional(),
  responsible: z.string().trim().max(200).optional(),
  measures: claims,
});

const percentage = z.number().min(0).max(100).optional();
export const organisationInput = z.strictObject({
  name,
  country,
  seen,
  ambition: z.record(z.enum(['1', '2', '3', '4', '5', '6', '7']), z.strictObject({ technical: percentage, legal: percentage, operational: percentage })).optional(),
});

export type Claimed = z.output<typeof claims>;
