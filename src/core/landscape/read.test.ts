import { describe, expect, it } from 'vitest';
import { smallLibrary } from '../../../tests/models/small-library.ts';
import { pathText } from '../fault.ts';
import { readLandscape } from './read.ts';

type Found = [code: string, path: string, nearest?: unknown];
const base = { regiekompas: 'landscape/1', organisation: { id: 'o', name: 'O', country: 'NL' } };
const faultsOf = (parts: object): Found[] => {
  const read = readLandscape({ ...base, ...parts }, smallLibrary, '2026-11-01');
  return read.ok ? [] : read.faults.map(({ code, path, details }) => (details['nearest'] ? [code, pathText(path), details['nearest']] : [code, pathText(path)]));
};
const p = (id: string, more: object = {}): object => ({ id, name: id, country: 'NL', ...more });
const s = (id: string, more: object = {}): object => ({ id, name: id, ...more });
const d = (id: string, more: object = {}): object => ({ id, name: id, classification: 'regular', ...more });
const c = (id: string, more: object = {}): object => ({ id, provider: 'p', systems: [], start: '2026-01-01', ...more });
const e = (says: object, more: object = {}): object => ({ id: 'e', kind: 'scan', on: '2026-01-01', says, ...more });
const claim = { layer: 7, measure: 'access-logging', state: true };
const owners = (...rows: object[]): object => ({ providers: [p('p'), p('q', { owners: rows })] });
const layers = (entry: unknown, layer: number | string = 7): object => ({ systems: [s('s', { layers: { [layer]: entry } })] });

const cases: Readonly<Record<string, readonly [what: string, parts: object, faults: Found[]][]>> = {
  'the document': [
    ['another version', { regiekompas: 'landscape/2' }, [['other-version', 'regiekompas']]],
    ['another kind', { regiekompas: 'policy/1', organisation: 3 }, [['not-this-format', 'regiekompas']]],
    ['a header that is no text', { regiekompas: 1 }, [['wrong-type', 'regiekompas']]],
    ['an unknown part', { system: [] }, [['unknown-key', 'system', 'systems']]],
    ['a part that is no list', { systems: { a: 1 } }, [['wrong-type', 'systems']]],
    ['an item that is no object', { systems: ['a', null] }, [['wrong-type', 'systems[0]'], ['no-value', 'systems[1]']]],
    ['a wrong type deep inside', { systems: [s('s', { layers: { 7: { measures: { 'access-logging': { state: 3 } } } } })] }, [['wrong-type', 'systems[0].layers.7.measures.access-logging.state']]],
    ['__proto__', JSON.parse('{"systems": [{"id": "s", "name": "S", "__proto__": {"x": 1}}]}') as object, [['unknown-key', 'systems[0].__proto__']]],
  ],
  ids: [
    ['reserved', { systems: [s('self'), s('-')] }, [['id-reserved', 'systems[0].id'], ['id-reserved', 'systems[1].id']]],
    ['twice in a list', { datasets: [d('a'), d('a')] }, [['id-duplicate', 'datasets[1].id']]],
    ['shared by a system and a service', { systems: [s('a')], services: [{ id: 'a', name: 'A', criticality: 'normal', needs: [] }] }, [['id-duplicate', 'services[0].id']]],
    ['shared by other lists', { systems: [s('a')], datasets: [d('a')], providers: [p('a')] }, []],
    ['that differ in case', { systems: [s('Mail'), s('mail')] }, [['id-lookalike', 'systems[1].id']]],
    ['that differ in normalisation', { systems: [s('caf\u00e9'), s('cafe\u0301')] }, [['id-lookalike', 'systems[1].id']]],
    ['with a zero-width space', { systems: [s('a\u200bb', { name: 'n' })] }, [['hidden-character', 'systems[0].id']]],
    ['that turn the line around', { systems: [s('a\u202eb', { name: 'n' })] }, [['hidden-character', 'systems[0].id']]],
    ['with a control character', { systems: [s('a\u0007', { name: 'n' })] }, [['control-character', 'systems[0].id']]],
    ['with a space', { systems: [s('a b')] }, [['id-shape', 'systems[0].id']]],
    ['with a joiner', { systems: [s('a\u200d')] }, [['id-shape', 'systems[0].id']]],
    ['that are numbers', { systems: [s(3 as never)] }, [['wrong-type', 'systems[0].id'], ['wrong-type', 'systems[0].name']]],
  ],
  names: [
    ['HTML is text', { systems: [s('a', { name: '<script>alert(1)</script>' })] }, []],
    ['Arabic, Persian and emoji', { systems: [s('a', { name: 'نامه\u200cها 👩\u200d💻 \u200f' })] }, []],
    ['a right-to-left override', { systems: [s('a', { name: 'a\u202eb' })] }, [['hidden-character', 'systems[0].name']]],
    ['a line end', { systems: [s('a', { name: 'a\nb' })] }, [['control-character', 'systems[0].name']]],
    ['only spaces', { systems: [s('a', { name: '  ' })] }, [['empty-text', 'systems[0].name']]],
    ['very long', { systems: [s('a', { name: 'x'.repeat(2001) })] }, [['text-too-long', 'systems[0].name']]],
  ],
  owners: [
    ['cycles', { providers: [p('p', { owners: [{ provider: 'q', share: 1 }] }), p('q', { owners: [{ provider: 'p', share: 1 }] })] }, []],
    ['itself', owners({ provider: 'q', share: 0.1 }), []],
    ['the organisation', owners({ provider: 'self', share: 0.1 }), [['self-as-owner', 'providers[1].owners[0].provider']]],
    ['unknown', owners({ provider: 'pp', share: 0.1 }), [['unknown-provider', 'providers[1].owners[0].provider', 'p']]],
    ['no share', owners({ provider: 'p' }, { provider: 'p', control: false }), [['owner-without-share-or-control', 'providers[1].owners[0]'], ['owner-without-share-or-control', 'providers[1].owners[1]']]],
    ['share out of range', owners({ provider: 'p', share: 0 }, { provider: 'p', share: 1.1 }, { provider: 'p', share: -1 }), [0, 1, 2].map((at): Found => ['share-out-of-range', `providers[1].owners[${at}].share`]).concat([['shares-over-one', 'providers[1].owners']])],
    ['shares over one', owners({ provider: 'p', share: 0.6 }, { provider: 'p', share: 0.5 }), [['shares-over-one', 'providers[1].owners']]],
    ['shares of exactly one, as floats add', owners(...Array.from({ length: 10 }, () => ({ provider: 'p', share: 0.1 }))), []],
    ['sub-processor self', { providers: [p('p', { subprocessors: [{ provider: 'self' }] })] }, [['self-as-sub-processor', 'providers[0].subprocessors[0].provider']]],
    ['sub-processors on layer 8 or none', { providers: [p('p'), p('q', { subprocessors: [{ provider: 'p', layers: [8] }, { provider: 'p', layers: [] }] })] }, [['not-a-layer', 'providers[1].subprocessors[0].layers[0]'], ['too-few-items', 'providers[1].subprocessors[1].layers']]],
  ],
  layers: [
    ['layer 9', layers({}, 9), [['not-a-layer', 'systems[0].layers.9']]],
    ['operator on layer 8', layers({ operator: 'self', country: 'NL' }, 8), [['layer-8-has-no-operator', 'systems[0].layers.8.operator'], ['layer-8-has-no-operator', 'systems[0].layers.8.country']]],
    ['operator of the organisation', { organisation: { ...base.organisation, layers: { 7: { operator: 'self' } } } }, [['unknown-key', 'organisation.layers.7.operator']]],
    ['unknown operator and country', layers({ operator: 'nobody', country: 'nl' }), [['unknown-provider', 'systems[0].layers.7.operator'], ['unknown-country', 'systems[0].layers.7.country', 'NL']]],
    ['unknown measure', layers({ measures: { 'acces-loging': 'yes' } }), [['unknown-measure', 'systems[0].layers.7.measures.acces-loging', 'access-logging']]],
    ['states', layers({ measures: { 'access-logging': false, 'open-standards': { state: true } } }), []],
    ['an unknown state', layers({ measures: { 'access-logging': 'maybe' } }), [['not-one-of', 'systems[0].layers.7.measures.access-logging']]],
    ['not applicable, why?', layers({ measures: { 'access-logging': 'not-applicable', 'open-standards': { state: 'not-applicable' } } }), [['reason-missing', 'systems[0].layers.7.measures.access-logging'], ['reason-missing', 'systems[0].layers.7.measures.open-standards']]],
    ['unknown evidence', layers({ measures: { 'access-logging': { state: 'yes', evidence: ['x'] } } }), [['unknown-evidence', 'systems[0].layers.7.measures.access-logging.evidence[0]']]],
    ['ambition', { organisation: { ...base.organisation, ambition: { 8: {}, 1: { legal: 1.1, technical: -0.1, social: 1 } } } }, [['unknown-key', 'organisation.ambition.1.social'], ['number-too-small', 'organisation.ambition.1.technical'], ['number-too-large', 'organisation.ambition.1.legal'], ['not-a-layer', 'organisation.ambition.8']]],
  ],
  needs: [
    ['cycles', { systems: [s('a', { needs: ['b'] }), s('b', { needs: ['a', { anyOf: ['a', 'b'] }] })] }, []],
    ['one alternative', { systems: [s('a', { needs: [{ anyOf: ['a'] }] })] }, [['too-few-items', 'systems[0].needs[0].anyOf']]],
    ['the same alternative', { systems: [s('a', { needs: [{ anyOf: ['a', 'a'] }] })] }, [['alternative-repeated', 'systems[0].needs[0].anyOf[1]']]],
    ['a service', { systems: [s('a')], services: [{ id: 'x', name: 'X', criticality: 'normal', needs: ['x'] }] }, [['service-as-need', 'services[0].needs[0]']]],
    ['unknown', { systems: [s('mail'), s('b', { needs: ['mial'], runsOn: 'nothing-like-it', datasets: ['x'] })] }, [['unknown-system', 'systems[1].runsOn'], ['unknown-dataset', 'systems[1].datasets[0]'], ['unknown-system', 'systems[1].needs[0]', 'mail']]],
    ['runs on itself', { systems: [s('a', { runsOn: 'a' })] }, [['runs-on-itself', 'systems[0].runsOn']]],
    ['runs on in a circle', { systems: [s('x', { runsOn: 'b' }), s('a', { runsOn: 'b' }), s('b', { runsOn: 'a' })] }, [['runs-on-cycle', 'systems[1].runsOn']]],
    ['negative hours', { systems: [s('a', { recovery: { testedHours: -1, testedOn: '2026-02-30' } })] }, [['number-too-small', 'systems[0].recovery.testedHours'], ['date-does-not-exist', 'systems[0].recovery.testedOn']]],
    ['recovery without figures', { systems: [s('a', { recovery: {} }), s('b', { recovery: 'soon' })] }, [['not-one-of', 'systems[1].recovery']]],
    ['hours without end', { systems: [s('a', { recovery: { testedHours: Number.POSITIVE_INFINITY } })] }, [['not-a-number', 'systems[0].recovery.testedHours']]],
  ],
  'contracts and evidence': [
    ['end before start', { providers: [p('p')], contracts: [c('c', { end: '2025-12-31' })] }, []],
    ['dates', { providers: [p('p')], contracts: [c('c', { start: '2026-02-29', end: '1-1-2027', noticeDays: 1.5 })] }, [['date-does-not-exist', 'contracts[0].start'], ['date-shape', 'contracts[0].end'], ['number-not-whole', 'contracts[0].noticeDays']]],
    ['a leap day', { providers: [p('p')], contracts: [c('c', { start: '2024-02-29' })] }, []],
    ['unknown clause and party', { contracts: [c('c', { provider: 'self', clauses: { 'exit-strategie': 'yes' } })] }, [['self-as-provider', 'contracts[0].provider'], ['unknown-clause', 'contracts[0].clauses.exit-strategie', 'exit-strategy']]],
    ['about nothing', { evidence: [e(claim)] }, [['says-about-nothing', 'evidence[0].says']]],
    ['about several', { systems: [s('s')], evidence: [e({ ...claim, system: 's', organisation: true })] }, [['says-about-several', 'evidence[0].says']]],
    ['about no organisation', { evidence: [e({ ...claim, organisation: false })] }, [['organisation-not-true', 'evidence[0].says.organisation']]],
    ['about a clause of a system', { systems: [s('s')], evidence: [e({ system: 's', clause: 'exit-strategy', state: 'yes' })] }, [['unknown-key', 'evidence[0].says.clause'], ['missing', 'evidence[0].says.layer'], ['missing', 'evidence[0].says.measure']]],
    ['valid until before on', { evidence: [e({ ...claim, organisation: true }, { validUntil: '2025-01-01' })] }, []],
    ['an empty end', { providers: [p('p')], contracts: [c('c', { end: null })] }, [['no-value', 'contracts[0].end']]],
  ],
};

for (const [subject, rows] of Object.entries(cases)) {
  describe(subject, () => {
    it.each(rows)('%s', (_, parts, faults) => expect(faultsOf(parts)).toEqual(faults));
  });
}

it.each([null, undefined, 3, 'text', [], [base]])('refuses %j as a document', (value) => {
  expect(readLandscape(value, smallLibrary, '2026-11-01')).toMatchObject({ ok: false });
});

it('reads true and false as yes and no, and leaves out what says nothing', () => {
  const read = readLandscape({ ...base, ...layers({ measures: { 'access-logging': { state: true }, 'open-standards': false } }), providers: [p('p', { establishedIn: [], owners: [], layers: { 7: { measures: {} } } })] }, smallLibrary, '2026-11-01');
  expect(read.ok && [read.value.systems[0]?.layers, read.value.providers[0]]).toEqual([{ 7: { measures: { 'access-logging': 'yes', 'open-standards': 'no' } } }, p('p')]);
});

it('is done with a hundred thousand mistakes in seconds', () => {
  const systems = Array.from({ length: 50_000 }, (_, at) => s(`s${at}`, { needs: [`nowhere-${at}`], oops: 1 }));
  const started = performance.now();
  expect(faultsOf({ systems })).toHaveLength(100_000);
  expect(performance.now() - started).toBeLessThan(15_000);
});

it('names hostile values without letting them act', () => {
  const read = readLandscape({ ...base, systems: [s('s', { runsOn: '\u001b[2J\u202e', '\u001b[2J': 1 })] }, smallLibrary, '2026-11-01');
  expect(read.ok ? [] : read.faults.map(({ path, details }) => [pathText(path), details['id'] ?? details['key']])).toEqual([
    ['systems[0].\uFFFD[2J', '\uFFFD[2J'],
    ['systems[0].runsOn', '\uFFFD[2J\uFFFD'],
  ]);
});
