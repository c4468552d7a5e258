import { describe, expect, test } from 'vitest';
import type { Landscape, Provider, Service, System } from '../landscape/document.ts';
import type { LayerPlace } from '../landscape/plates.ts';
import { concentration } from './concentration.ts';
import { rank } from './rank.ts';
import type { Removal } from './scenario.ts';
import { settingOf } from './setting.ts';
import { simulate, type Simulation } from './simulate.ts';

const system = (id: string, more: Partial<System> = {}): System => ({ id, name: id, ...more });
const service = (id: string, needs: Service['needs'], more: Partial<Service> = {}): Service => ({ id, name: id, criticality: 'normal', needs, ...more });
const hours = (declaredHours: number, testedHours = declaredHours) => ({ recovery: { declaredHours, testedHours } });

const landscapeOf = (systems: readonly System[], services: readonly Service[] = [], providers: readonly Provider[] = []): Landscape => ({
  organisation: { id: 'o', name: 'O', country: 'NL' }, asOf: '2026-11-01', providers, systems, services, datasets: [], contracts: [], evidence: [],
});
/** Every layer of every system is ours, unless `places` says otherwise for layer 7. */
const setting = (landscape: Landscape, places: Readonly<Record<string, LayerPlace>> = {}) =>
  settingOf(landscape, new Map(landscape.systems.map(({ id }) => [id, { responsible: [], places: [...ours, places[id] ?? own] }])), 'wide');
const own: LayerPlace = { operator: 'self', country: 'NL' };
const ours: readonly LayerPlace[] = [own, own, own, own, own, own];
const without = (landscape: Landscape, ...ids: readonly string[]): Simulation =>
  simulate(setting(landscape), ids.map((id): Removal => ({ kind: 'system', id })));
const tested = (simulation: Simulation) => Object.fromEntries(simulation.restoration.tested.hours);

describe('what fails', () => {
  test('a cycle of needs does not fail by itself, and fails whole when one is hit', () => {
    const landscape = landscapeOf([system('a', { needs: ['b'] }), system('b', { needs: ['a'] }), system('c')]);
    expect(without(landscape, 'c').failed.systems).toEqual(['c']);
    expect(without(landscape, 'a').failed.systems).toEqual(['a', 'b']);
  });
  test('an anyOf holds while one alternative stands', () => {
    const landscape = landscapeOf([system('a'), system('b'), system('c', { needs: [{ anyOf: ['a', 'b'] }] })]);
    expect(without(landscape, 'a').failed.systems).toEqual(['a']);
    expect(without(landscape, 'a', 'b').reasons.get('c')).toEqual({ kind: 'anyOf', on: ['a', 'b'] });
  });
  test('runsOn is a need', () => {
    expect(without(landscapeOf([system('a'), system('b', { runsOn: 'a' })]), 'a').reasons.get('b')).toEqual({ kind: 'runsOn', on: ['a'] });
  });
  test('a chain of twenty thousand is no problem', () => {
    const long = Array.from({ length: 20_000 }, (_, at) => system(`s${at}`, at === 0 ? hours(1) : { needs: [`s${at - 1}`] }));
    const simulation = without(landscapeOf(long, [service('top', ['s19999'])]), 's0');
    expect(simulation.restoration.tested.hours.get('top')).toBe(1);
    expect(simulation.restoreFirst.map(({ system: id, service: by }) => [id, by])).toEqual([['s0', 'top']]);
  });
});

describe('time to restore', () => {
  test('the longest of itself and its needs, the quickest of an anyOf', () => {
    const landscape = landscapeOf([
      system('a', hours(5)), system('b', hours(9)), system('c', { ...hours(2), needs: [{ anyOf: ['a', 'b'] }] }), system('d', { needs: ['c', 'b'] }),
    ]);
    expect(tested(without(landscape, 'a', 'b', 'c'))).toEqual({ a: 5, b: 9, c: 5, d: 9 });
  });
  test('no figure, and no way to restore, are both never; the declared figure does not stand in', () => {
    const landscape = landscapeOf([system('a'), system('b', { recovery: 'none' }), system('c', { recovery: { declaredHours: 3 } })]);
    const simulation = without(landscape, 'a', 'b', 'c');
    expect(tested(simulation)).toEqual({ a: Infinity, b: Infinity, c: Infinity });
    expect(simulation.restoration.declared.hours.get('c')).toBe(3);
  });
  test('a promise is broken by more than it allows, not by as much', () => {
    const landscape = landscapeOf([system('a', hours(8))], [service('s8', ['a'], { maxDowntimeHours: 8 }), service('s7', ['a'], { maxDowntimeHours: 7 }), service('s', ['a'])]);
    expect(without(landscape, 'a').restoration.tested.breaches).toEqual(['s7']);
  });
  test('zero hours is a failure of no length', () => {
    const simulation = without(landscapeOf([system('a', hours(0))], [service('s', ['a'], { maxDowntimeHours: 0 })]), 'a');
    expect(simulation.failed.services).toEqual(['s']);
    expect(simulation.restoration.tested.breaches).toEqual([]);
  });
});

test('what to restore first: the shortest promise, what it needs before it, the slowest first, the rest last', () => {
  const landscape = landscapeOf(
    [system('app', { ...hours(1), needs: ['db', 'net'] }), system('db', hours(4)), system('idle', hours(1)), system('net', hours(6)), system('web', { ...hours(1), needs: [{ anyOf: ['idle', 'db'] }] })],
    [service('late', ['web'], { maxDowntimeHours: 48 }), service('soon', ['app'], { maxDowntimeHours: 4 })],
  );
  expect(without(landscape, 'app', 'db', 'idle', 'net', 'web').restoreFirst.map((step) => [step.system, step.service])).toEqual([
    ['net', 'soon'], ['db', 'soon'], ['app', 'soon'], ['idle', 'late'], ['web', 'late'],
  ]);
});

test.each([[['a', 'b']], [['b', 'a']]])('of two alternatives that are as quick, the first by id is waited for: %j', (anyOf) => {
  const landscape = landscapeOf([system('a', hours(2)), system('b', hours(2)), system('c')], [service('x', [{ anyOf }])]);
  expect(without(landscape, 'a', 'b').restoreFirst.map((step) => step.system)).toEqual(['a', 'b']);
});

describe('what is hit, and what nobody can tell', () => {
  const providers: Provider[] = [
    { id: 'front', name: 'F', country: 'NL', subprocessors: [{ provider: 'mid' }] },
    { id: 'mid', name: 'M', country: 'NL', subprocessors: [{ provider: 'back', layers: [7] }], owners: [{ provider: 'top', share: 0.6 }] },
    { id: 'back', name: 'B', country: 'IE' },
    { id: 'top', name: 'T', country: 'US' },
  ];
  const landscape = landscapeOf([system('a'), system('b'), system('c'), system('own')], [], providers);
  const places: Record<string, LayerPlace> = { a: { operator: 'front', country: 'DE' }, b: { country: 'NL' }, c: { operator: 'back' } };
  const run = (...scenario: readonly Removal[]) => simulate(setting(landscape, places), scenario);

  test('through the sub-processors, with the chain', () => {
    expect(run({ kind: 'provider', id: 'back' }).hit.get('a')).toEqual([{ kind: 'operator', layer: 7, chain: ['front', 'mid', 'back'] }]);
  });
  test('a group takes what it controls, with the holdings', () => {
    const simulation = run({ kind: 'group', id: 'top' });
    expect([...simulation.hit.keys()]).toEqual(['a']);
    expect(simulation.removed.providers.get('mid')).toEqual([{ kind: 'group', of: 'top', chain: [{ owner: 'top', owned: 'mid', share: 0.6, control: false }] }]);
    expect([...run({ kind: 'provider', id: 'top' }).hit.keys()]).toEqual([]);
  });
  test('a country takes those it reaches and what lies there; ourselves only by place', () => {
    expect([...run({ kind: 'country', country: 'US' }).hit.keys()]).toEqual(['a']);
    expect(run({ kind: 'country', country: 'DE' }).hit.get('a')).toEqual([{ kind: 'location', layer: 7, country: 'DE' }]);
    expect([...run({ kind: 'country', country: 'NL' }).hit.keys()]).toEqual(['a', 'b', 'c', 'own']);
  });
  test('unknown is told, stands, and is counted apart', () => {
    const simulation = run({ kind: 'country', country: 'US' });
    expect([...simulation.unknown]).toEqual([['b', [{ layer: 7, what: 'operator' }]], ['c', [{ layer: 7, what: 'country' }]]]);
    expect(simulation.failed.systems).toEqual(['a']);
    expect(simulation.failedIfUnknownHit.systems).toEqual(['a', 'b', 'c']);
    expect([...run({ kind: 'provider', id: 'top' }).unknown.keys()]).toEqual(['b']);
    expect([...run({ kind: 'system', id: 'own' }, { kind: 'layer', id: 'a', layer: 8 }).unknown.keys()]).toEqual([]);
  });
  test('the ranking says who takes most with them, and whom nobody can place', () => {
    const { ranking, unknown } = rank(setting(landscape, places), 'providers');
    expect(ranking.map(({ id, systems }) => [id, systems])).toEqual([['back', 2], ['front', 1], ['mid', 1], ['top', 0]]);
    expect(unknown).toEqual(['b']);
  });
  test('concentration is an interval as wide as what is unknown', () => {
    expect(concentration(setting(landscape, places)).at(-1)).toEqual({
      layer: 7, lower: 4 / 16, upper: 6 / 16, unknown: 1,
      operators: [{ operator: 'back', systems: 1 }, { operator: 'front', systems: 1 }, { operator: 'self', systems: 1 }],
    });
    expect(concentration(setting(landscape))[0]).toMatchObject({ lower: 1, upper: 1, unknown: 0 });
    expect(concentration(setting(landscapeOf([])))[0]).toMatchObject({ lower: null, upper: null });
  });
});
