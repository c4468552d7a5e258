import { expect, test } from 'vitest';
import type { LayerEntries, Landscape, System } from './document.ts';
import { placeAt, resolvePlates } from './plates.ts';

const system = (id: string, layers: LayerEntries, runsOn?: string): System => ({ id, name: id, layers, ...(runsOn !== undefined && { runsOn }) });
const landscape = (...systems: System[]): Landscape => ({
  organisation: { id: 'o', name: 'O', country: 'NL' }, asOf: '2026-11-01',
  providers: [], datasets: [], systems, services: [], contracts: [], evidence: [],
});
const at = (id: string) => ({ kind: 'system', id });

const plates = resolvePlates(landscape(
  system('top', { 1: { operator: 'self' }, 7: { country: 'DE' } }, 'middle'),
  system('middle', { 2: { operator: 'p' } }, 'base'),
  system('base', { 1: { operator: 'p', country: 'US', responsible: 'cio' }, 2: { operator: 'p', country: 'US' }, 7: { operator: 'p', country: 'US' }, 8: { responsible: 'hr' } }),
));

test.each([
  ['the nearest place states both', 'base', 1, { operator: 'p', country: 'US', countryBy: 'statement', from: at('base') }],
  ['a platform states it', 'middle', 1, { operator: 'p', country: 'US', countryBy: 'statement', from: at('base') }],
  ['an operator alone hides the platform’s country', 'middle', 2, { operator: 'p', from: at('middle') }],
  ['a country alone hides the platform’s operator', 'top', 7, { country: 'DE', countryBy: 'statement', from: at('top') }],
  ['what one operates oneself lies at home', 'top', 1, { operator: 'self', country: 'NL', countryBy: 'own-operation', from: at('top') }],
  ['nobody states it', 'top', 5, {}],
] as const)('operator and country: %s', (_, id, layer, expected) => {
  expect(placeAt(plates, id, layer)).toEqual(expected);
});

test('responsible is inherited by itself, layer 8 included', () => {
  expect(plates.get('top')?.responsible[0]).toEqual({ value: 'cio', from: at('base') });
  expect(plates.get('top')?.responsible[7]).toEqual({ value: 'hr', from: at('base') });
});

test('a chain of fifty thousand platforms is no problem', () => {
  const chain = Array.from({ length: 50_000 }, (_, n): System => ({ id: `s${n}`, name: '', ...(n > 0 ? { runsOn: `s${n - 1}` } : { layers: { 1: { operator: 'self' } } }) }));
  expect(placeAt(resolvePlates(landscape(...chain.toReversed())), 's49999', 1).from).toEqual(at('s0'));
});
