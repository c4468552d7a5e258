/** SEC-1, a short run with every `npm test`; `npm run test:fuzz` sends 20,000. FUZZ_SEED=<n> runs one again. */
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { operations } from '../../src/entry/operations.ts';
import { freshDatabase } from '../../src/platform/database/testing/fresh-database.ts';
import { defineOperation } from '../../src/platform/operation.ts';
import { type Two, twoOrganisations } from '../faces/two-organisations.ts';
import { browser, provoked } from '../faces/visitor.ts';
import { fuzz, reported } from './fuzz.ts';

/** The short run is the same every time: what it finds is found by whoever broke it. */
const seed = Number(process.env['FUZZ_SEED'] ?? (process.env['FUZZ_REQUESTS'] ? Math.floor(Math.random() * 2 ** 31) : 20_261_127));
const requests = Number(process.env['FUZZ_REQUESTS'] ?? 260);
const wordy = process.env['FUZZ_REQUESTS'] !== undefined;

/** Each is wrong in one way. */
const wrong = (['breaks', 'misshapen', 'tells'] as const).map((way) =>
  defineOperation({
    name: `wrong.it-${way}`, title: { nl: way, en: way }, permission: 'anyone', input: z.strictObject({}), output: z.strictObject({ way: z.string() }), effect: { kind: 'read' }, rest: { method: 'GET', path: `/wrong-${way}` },
    handle: async () => {
      if (way === 'breaks') throw new Error('Broken on purpose.');
      return { way: way === 'tells' ? 'kanariegeel' : way };
    },
  }),
);
const [, misshapen] = wrong;
/** Described as another thing than it gives. */
const described = wrong.map((operation) => (operation === misshapen ? { ...operation, output: z.strictObject({ other: z.string() }) } : operation));

describe('SEC-1', () => {
  const at = freshDatabase('PGlite');
  let two: Two;
  beforeAll(async () => void (two = await twoOrganisations(at, [...operations, ...wrong])));

  it(`SEC-1 ${requests} requests, FUZZ_SEED=${seed}: nothing breaks, shows its inside, tells of another, or is not as described`, async () => {
    const { found, statuses } = await fuzz(operations, two, browser(two.setting), { requests, seed });
    if (wordy) process.stdout.write(`${JSON.stringify(Object.fromEntries(statuses))}\n`);
    expect(reported(found)).toEqual([]);
    expect([200, 400, 404].filter((status) => !statuses.has(status))).toEqual([]);
  }, requests * 200);

  it('SEC-1 sees what breaks, what has another shape, and what tells of another', async () => {
    const { found } = await provoked(two.setting, () => fuzz(described, two, browser(two.setting), { requests: 60, seed: 1 }));
    expect([...new Set(found.map(({ what }) => what.split(':')[0]))].toSorted()).toEqual(['breaks', 'is not of its schema', 'tells of another organisation']);
  });
});
