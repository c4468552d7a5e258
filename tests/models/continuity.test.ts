import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankables, targets, type Target } from '../../src/core/continuity/alone.ts';
import { breakersOf } from '../../src/core/continuity/breakers.ts';
import { lossesOf, servicesOn, settingAround } from '../../src/core/continuity/promises.ts';
import { rank } from '../../src/core/continuity/rank.ts';
import { figures, ownHours } from '../../src/core/continuity/recovery.ts';
import type { Removal, Scenario } from '../../src/core/continuity/scenario.ts';
import { settingOf } from '../../src/core/continuity/setting.ts';
import { simulate, type Simulation } from '../../src/core/continuity/simulate.ts';
import { layers, type Landscape, type System } from '../../src/core/landscape/document.ts';
import { resolvePlates } from '../../src/core/landscape/plates.ts';
import { reading, type Reading } from '../../src/core/library/library.ts';
import { modelRanking, modelSimulation } from './continuity-model.ts';
import { landscapeArbitrary } from './landscape-arbitrary.ts';
import { runs } from './runs.ts';

const landscapes = landscapeArbitrary({ providers: 5, systems: 7, services: 4, datasets: 0, contracts: 0, evidence: 0 });

const scenarioFor = ({ providers, systems }: Landscape): fc.Arbitrary<Scenario> => {
  const provider = fc.constantFrom(...providers.map(({ id }) => id));
  const system = fc.constantFrom(...systems.map(({ id }) => id));
  const removal: fc.Arbitrary<Removal> = fc.oneof(
    provider.map((id) => ({ kind: 'provider' as const, id })),
    provider.map((id) => ({ kind: 'group' as const, id })),
    fc.constantFrom('US', 'CN', 'NL', 'NO').map((country) => ({ kind: 'country' as const, country })),
    system.map((id) => ({ kind: 'system' as const, id })),
    fc.tuple(system, fc.constantFrom(...layers)).map(([id, layer]) => ({ kind: 'layer' as const, id, layer })),
  );
  return fc.array(removal, { maxLength: 3 });
};

type Case = { readonly landscape: Landscape; readonly scenario: Scenario; readonly wideOrNarrow: Reading };
const cases: fc.Arbitrary<Case> = landscapes.chain((landscape) =>
  fc.record({ landscape: fc.constant(landscape), scenario: scenarioFor(landscape), wideOrNarrow: fc.constantFrom(...reading) }));

const simulated = ({ landscape, scenario, wideOrNarrow }: Case): Simulation =>
  simulate(settingOf(landscape, resolvePlates(landscape), wideOrNarrow), scenario);

const check = (property: (each: Case) => void) => fc.assert(fc.property(cases, property), { numRuns: runs(300) });

describe('the simulation is what the text of the design says', () => {
  test('hit, unknown, failed, hours and breaches', () => check((each) => {
    const found = simulated(each);
    const expected = modelSimulation(each.landscape, each.scenario, each.wideOrNarrow);
    expect([...found.hit.keys()]).toEqual(expected.hit);
    expect([...found.unknown.keys()]).toEqual(expected.unknown);
    expect(found.failed).toEqual(expected.failed);
    expect(found.failedIfUnknownHit).toEqual(expected.failedIfUnknownHit);
    for (const figure of figures) {
      expect(found.restoration[figure].hours).toEqual(expected.hours[figure]);
      expect(found.restoration[figure].breaches).toEqual(expected.breaches[figure]);
    }
  }));

  test('every reason holds, and following it ends at something hit', () => check((each) => {
    const { reasons, hit, failed } = simulated(each);
    expect([...reasons.keys()]).toEqual([...failed.systems, ...failed.services]);
    const grounded = new Set(hit.keys());
    for (let before = -1; before !== grounded.size;) {
      before = grounded.size;
      for (const [id, reason] of reasons) if (reason.kind !== 'hit' && reason.on.every((on) => grounded.has(on))) grounded.add(id);
    }
    for (const [id, reason] of reasons) {
      expect(grounded).toContain(id);
      expect(reason.kind === 'hit').toBe(hit.has(id));
    }
  }));

  test('the critical path ends at the hit system whose own hours are the time to restore', () => check((each) => {
    const { restoration, hit } = simulated(each);
    for (const figure of figures) {
      const { hours, waitsFor } = restoration[figure];
      for (const [id, total] of hours) {
        let end = id;
        for (let steps = 0; waitsFor.has(end); steps += 1) {
          expect(steps).toBeLessThan(hours.size);
          end = waitsFor.get(end)!;
        }
        expect([...hit.keys()]).toContain(end);
        expect(ownHours(systemOf(each.landscape, end), figure)).toBe(total);
      }
    }
  }));

  test('restoring lists every hit system once, what is needed before what needs it', () => check((each) => {
    const { restoreFirst, hit } = simulated(each);
    const order = restoreFirst.map(({ system }) => system);
    expect(order.toSorted()).toEqual([...hit.keys()]);
    for (const [at, id] of order.entries()) {
      for (const need of directNeeds(systemOf(each.landscape, id))) {
        if (hit.has(need) && !reachesByNeeds(each.landscape, need, id)) expect(order.indexOf(need)).toBeLessThan(at);
      }
    }
  }));

  test.each(rankables)('the ranking of %s', (of) => fc.assert(fc.property(landscapes, fc.constantFrom(...reading), (landscape, wideOrNarrow) => {
    expect(rank(settingOf(landscape, resolvePlates(landscape), wideOrNarrow), of).ranking).toEqual(modelRanking(landscape, of, wideOrNarrow));
  }), { numRuns: runs(100) }));
});

const removalOf = (of: Target, id: string): Removal => {
  if (of === 'countries') return { kind: 'country', country: id };
  return { kind: ({ providers: 'provider', groups: 'group', systems: 'system' } as const)[of], id };
};

describe.each(targets)('%s that fall away alone', (of) => {
  test('take with them what a scenario of that one thing takes', () => fc.assert(fc.property(landscapes, fc.constantFrom(...reading), (landscape, wideOrNarrow) => {
    const setting = settingOf(landscape, resolvePlates(landscape), wideOrNarrow);
    for (const { id, breaches, services, systems } of rank(setting, of).ranking) {
      const alone = modelSimulation(landscape, [removalOf(of, id)], wideOrNarrow);
      expect({ breaches, services, systems }).toEqual({ breaches: alone.breaches.tested.length, services: alone.failed.services.length, systems: alone.failed.systems.length });
    }
  }), { numRuns: runs(60) }));

  test('are the losses of a service, and the same when nothing is looked at but the service', () => fc.assert(fc.property(landscapes, fc.constantFrom(...reading), (landscape, wideOrNarrow) => {
    const setting = settingOf(landscape, resolvePlates(landscape), wideOrNarrow);
    for (const figure of figures) {
      const losses = lossesOf(setting, of, figure);
      for (const { id: service } of landscape.services) {
        const found = losses.get(service) ?? [];
        const expected = rank(setting, of).ranking.flatMap(({ id }) => {
          const alone = modelSimulation(landscape, [removalOf(of, id)], wideOrNarrow);
          return alone.failed.services.includes(service) ? [{ id, hours: alone.hours[figure].get(service), breaks: alone.breaches[figure].includes(service) }] : [];
        });
        expect(found.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(expected.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
        expect(lossesOf(settingAround(setting, service)!, of, figure).get(service) ?? []).toEqual(found);
      }
    }
  }), { numRuns: runs(30) }));
});

test.each(targets)('the breakers of every promise are counted as its losses: %s', (of) => fc.assert(fc.property(landscapes, fc.constantFrom(...reading), (landscape, wideOrNarrow) => {
  const setting = settingOf(landscape, resolvePlates(landscape), wideOrNarrow);
  const [but] = rank(setting, of).ranking.map(({ id }) => id);
  const counted = breakersOf(setting, of, new Set([but ?? '']));
  const [declared, tested] = [lossesOf(setting, of, 'declared'), lossesOf(setting, of, 'tested')];
  for (const { id, maxDowntimeHours } of landscape.services) {
    const breaking = (tested.get(id) ?? []).filter((loss) => loss.breaks && loss.id !== but);
    const proven = breaking.some((loss) => Number.isFinite(loss.hours) || declared.get(id)?.find((other) => other.id === loss.id)?.breaks);
    expect(counted.get(id)).toEqual(maxDowntimeHours === undefined ? undefined : { count: breaking.length, proven });
  }
}), { numRuns: runs(100) }));

test('a service stands on exactly the systems around it', () => fc.assert(fc.property(landscapes, (landscape) => {
  const setting = settingOf(landscape, resolvePlates(landscape), 'wide');
  for (const { id: system } of landscape.systems) {
    const expected = landscape.services.filter(({ id }) => settingAround(setting, id)!.landscape.systems.some((each) => each.id === system)).map(({ id }) => id);
    expect([...servicesOn(setting.dependencies, [system])].toSorted()).toEqual(expected.toSorted());
  }
}), { numRuns: runs(100) }));

const owner = (provider: string) => ({ provider, control: true });
test('a group is ranked once, under whoever is on top', () => {
  const landscape: Landscape = {
    organisation: { id: 'o', name: 'O', country: 'NL' }, asOf: '2026-11-01', datasets: [], contracts: [], evidence: [], services: [],
    providers: [
      { id: 'top', name: 'T', country: 'US' }, { id: 'mid', name: 'M', country: 'IE', owners: [owner('top')] }, { id: 'low', name: 'L', country: 'NL', owners: [owner('mid')] },
      { id: 'ring-a', name: 'A', country: 'NL', owners: [owner('ring-b')] }, { id: 'ring-b', name: 'B', country: 'NL', owners: [owner('ring-a')] },
    ],
    systems: [{ id: 's', name: 'S', layers: { 7: { operator: 'low' } } }],
  };
  const { ranking } = rank(settingOf(landscape, resolvePlates(landscape), 'wide'), 'groups');
  expect(ranking.map(({ id, systems }) => [id, systems])).toEqual([['ring-a', 0], ['ring-b', 0], ['top', 1]]);
});

const systemOf = (landscape: Landscape, id: string): System => landscape.systems.find((system) => system.id === id)!;
const directNeeds = (system: System): string[] => [...(system.runsOn ? [system.runsOn] : []), ...(system.needs ?? []).filter((need) => typeof need === 'string')];
const allNeeds = (system: System): string[] => [...(system.runsOn ? [system.runsOn] : []), ...(system.needs ?? []).flatMap((need) => (typeof need === 'string' ? need : need.anyOf))];
const reachesByNeeds = (landscape: Landscape, from: string, to: string): boolean => {
  const seen = new Set([from]);
  for (const id of seen) for (const need of allNeeds(systemOf(landscape, id))) seen.add(need);
  return seen.has(to);
};
