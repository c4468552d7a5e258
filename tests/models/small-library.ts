/**
 * A library small enough to read: the measures and clauses that engine.md §2 fixes, one measure of every
 * other layer, the four countries with an instrument. For property tests; the real one stands in `library/`.
 */
import type { Dimension, Layer } from '../../src/core/landscape/document.ts';
import type { Clause, FactDefinition, Library, Measure } from '../../src/core/library/library.ts';

type Achieves = Measure['achieves'];

const measure = (id: string, layer: Layer, dimensions: readonly Dimension[], weight: number, achieves: Achieves = []): Measure => ({
  id,
  layer,
  dimensions,
  weight,
  scope: 'system',
  costDays: 10 * weight,
  achieves,
});

const clause = (id: string): Clause => ({ id, costDays: 5, achieves: [{ fact: `clause.${id}`, value: 'yes' }] });

const values = (id: string, domain: readonly string[], changeable = true): FactDefinition => ({
  id,
  domain: { kind: 'values', values: domain },
  changeable,
  ...(changeable ? { costDays: 50 } : {}),
});

const thresholds = (id: string, unit: 'hours' | 'days'): FactDefinition => ({ id, domain: { kind: 'thresholds', unit }, changeable: true, costDays: 50 });

const measures: readonly Measure[] = [
  measure('own-datacentre', 1, ['technical', 'operational'], 2),
  measure('redundant-links', 2, ['technical'], 1),
  measure('own-routing', 3, ['operational'], 1),
  measure('session-encryption', 4, ['technical'], 1),
  measure('own-identity-control', 5, ['technical', 'operational'], 2, [{ fact: 'identityControl', value: 'own' }]),
  measure('encryption-at-rest', 6, ['technical'], 1),
  measure('customer-held-keys', 6, ['technical', 'legal'], 3, [{ fact: 'keyControl', value: 'own' }]),
  measure('end-to-end-encryption', 6, ['technical', 'legal'], 3),
  measure('confidential-computing', 7, ['technical'], 2),
  measure('open-standards', 7, ['operational'], 1, [{ fact: 'openStandards', value: 'yes' }]),
  measure('access-logging', 7, ['legal', 'operational'], 1, [{ fact: 'accessLogging', value: 'yes' }]),
  measure('dialogue-held', 8, [], 1),
];

const facts: readonly FactDefinition[] = [
  values('classification', ['none', 'regular', 'sensitive', 'critical'], false),
  values('personalData', ['none', 'ordinary', 'special', 'criminal'], false),
  values('delivery', ['on-premises', 'hosted', 'iaas', 'paas', 'saas']),
  values('deployment', ['own', 'private', 'community', 'public']),
  values('dataLocation', ['home', 'eea', 'outside']),
  values('disclosure', ['none', 'mitigated', 'exposed']),
  values('cutOff', ['none', 'exposed']),
  values('keyControl', ['own', 'provider']),
  values('identityControl', ['own', 'provider']),
  values('openStandards', ['yes', 'no']),
  values('accessLogging', ['yes', 'no']),
  values('exitPlan', ['tested', 'declared', 'none']),
  values('clause.*', ['yes', 'no', 'no-contract']),
  values('redundant', ['yes', 'no']),
  values('criticality', ['none', 'normal', 'important', 'essential'], false),
  thresholds('maxDowntimeHours', 'hours'),
  thresholds('recoveryTestedHours', 'hours'),
  thresholds('recoveryDeclaredHours', 'hours'),
  thresholds('daysToContractEnd', 'days'),
];

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> => new Map(items.map((item) => [item.id, item]));
const eeaCountries = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' ');

export const smallLibrary: Library = {
  measures: byId(measures),
  clauses: byId([clause('data-in-eu'), clause('customer-key-management'), clause('exit-strategy')]),
  instruments: [
    { id: 'intelligence-law', country: 'CN', extraterritorial: true },
    { id: 'ipa', country: 'GB', extraterritorial: true },
    { id: 'sorm', country: 'RU', extraterritorial: true },
    { id: 'cloud-act', country: 'US', extraterritorial: true },
    { id: 'home-only', country: 'IN', extraterritorial: false },
  ],
  facts,
  countries: new Set([...eeaCountries, 'CN', 'GB', 'IN', 'RU', 'US', 'CH', 'JP']),
  eea: new Set(eeaCountries),
};
