/** What engine.md does not call broken is computed, not refused: found by holding the engine to an independent reference. */
import { expect, test } from 'vitest';
import { assess } from '../../src/core/assess.ts';
import { compilePolicy } from '../../src/core/policy/compile.ts';
import { defaultOutcomes } from '../../src/core/policy/policy.ts';
import { readLandscape } from '../../src/core/landscape/read.ts';
import { library } from '../library/read.ts';

const policy = compilePolicy({ id: 'p', name: { nl: 'P', en: 'P' }, outcomes: defaultOutcomes, rules: [] }, library.facts);
const assessed = (parts: object) => {
  const read = readLandscape({ regiekompas: 'landscape/1', organisation: { id: 'o', name: 'O', country: 'NL' }, asOf: '2026-11-01', ...parts }, library, '2026-11-01');
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return assess(read.value, library, policy);
};
const provider = (id: string, ...owners: object[]) => ({ id, name: id, country: 'NL', owners });
const share = (of: string, part: number) => ({ provider: of, share: part });

test('shares bought back have a known holder, and count for whoever controls the company by others', () => {
  const { control, unknownHolders } = assessed({
    providers: [provider('half', share('half', 0.2), share('top', 0.4), share('other', 0.4)), provider('whole', share('whole', 0.4), share('top', 0.6)), provider('top'), provider('other')],
  });
  expect(control).toEqual({ half: [], other: [], top: [], whole: ['top'] });
  expect(unknownHolders).toEqual(['other', 'top']);
});

test('a contract that ends before it starts never runs, evidence that lapses before its date is never valid', () => {
  const { systems, unproven } = assessed({
    providers: [provider('p')],
    systems: [{ id: 's', name: 'S', layers: { 7: { measures: { 'open-standards': 'yes' } } } }],
    contracts: [{ id: 'c', provider: 'p', systems: ['s'], start: '2027-01-01', end: '2026-01-01' }],
    evidence: [{ id: 'e', kind: 'scan', on: '2026-10-31', validUntil: '2026-10-30', says: { system: 's', layer: 7, measure: 'open-standards', state: 'no' } }],
  });
  expect(systems['s']?.datasets['-']?.facts).toMatchObject({ 'clause.exit-strategy': ['no-contract'], openStandards: ['yes'] });
  expect(unproven).toHaveLength(1);
});
