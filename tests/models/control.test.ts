import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { controlChain, controllers, groupOf } from '../../src/core/control/controllers.ts';
import { operatorsFor } from '../../src/core/control/operators.ts';
import { ownershipOf } from '../../src/core/control/ownership.ts';
import { reaches } from '../../src/core/control/reach.ts';
import { stakesIn } from '../../src/core/control/stakes.ts';
import { technicalLayers, type Provider } from '../../src/core/landscape/document.ts';
import { reading } from '../../src/core/library/library.ts';
import { modelControllers, modelFlow, modelGroup, modelOperators, modelReach, modelUncovered } from './control-model.ts';
import { providersArbitrary } from './provider-arbitrary.ts';
import { runs } from './runs.ts';

const check = (property: (providers: readonly Provider[]) => void) =>
  fc.assert(fc.property(providersArbitrary(), property), { numRuns: runs(300) });

describe('the fast answer is the one the text of the design gives', () => {
  test('control and groups', () => check((providers) => {
    const ownership = ownershipOf(providers);
    const found = controllers(ownership);
    for (const { id } of providers) {
      expect(found.get(id)).toEqual(modelControllers(providers, id));
      expect(groupOf(ownership, id)).toEqual([...modelGroup(providers, id)].sort());
    }
  }));

  test('a control chain proves itself', () => check((providers) => {
    const ownership = ownershipOf(providers);
    for (const x of providers) for (const y of providers) {
      const chain = controlChain(ownership, x.id, y.id);
      expect(chain !== undefined).toBe(modelGroup(providers, x.id).has(y.id));
      if (!chain) continue;
      const gained = new Set([x.id]);
      for (const { owned, owner } of chain) {
        expect(gained).toContain(owner);
        const rows = chain.filter((holding) => holding.owned === owned);
        if (rows.some(({ control }) => control) || rows.reduce((sum, { share }) => sum + share, 0) > 0.5 + 1e-9) gained.add(owned);
      }
      expect(gained).toContain(y.id);
    }
  }));

  test.each(reading)('reach, %s', (wideOrNarrow) => check((providers) => {
    const ownership = ownershipOf(providers);
    const found = reaches(ownership, controllers(ownership), wideOrNarrow);
    for (const { id } of providers) {
      expect(found.get(id)?.map(({ country, why }) => `${country} ${why}`)).toEqual(modelReach(providers, id, wideOrNarrow));
    }
  }));

  test('operators of a layer', () => check((providers) => {
    const operators = operatorsFor(providers);
    for (const layer of technicalLayers) for (const { id } of providers) {
      expect(operators(id, layer).map(({ operator }) => operator).sort()).toEqual(modelOperators(providers, id, layer));
    }
  }));

  test('effective ownership is the series, to 1e-9', () => check((providers) => {
    const ownership = ownershipOf(providers);
    for (const { id } of providers) {
      const flow = modelFlow(providers, id);
      const { stakes, unknown } = stakesIn(ownership, id);
      const stakeOf = new Map(stakes.map(({ holder, share }) => [holder, share]));
      for (const [holder, sum] of flow) expectShare(stakeOf.get(holder), sum === null ? null : sum - (holder === id ? 1 : 0));
      const unknownOf = new Map(unknown.map(({ at, share }) => [at, share]));
      for (const [at, sum] of flow) {
        const rest = modelUncovered(providers.find((p) => p.id === at)!);
        expectShare(unknownOf.get(at), sum === null ? undefined : rest < 1e-9 ? 0 : sum * rest);
      }
    }
  }));
});

const expectShare = (share: number | null | undefined, expected: number | null | undefined): void => {
  if (expected === null) expect(share).toBeNull();
  else expect(Math.abs((share ?? 0) - (expected ?? 0))).toBeLessThan(1e-9);
};
