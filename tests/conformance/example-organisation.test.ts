/** The exam of the example organisation: what its README promises a reader can find must be there to find. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/core/assess.ts';
import { rank } from '../../src/core/continuity/rank.ts';
import type { Removal } from '../../src/core/continuity/scenario.ts';
import { settingOf } from '../../src/core/continuity/setting.ts';
import { simulate } from '../../src/core/continuity/simulate.ts';
import { dimensions, technicalLayers, type Landscape, type System } from '../../src/core/landscape/document.ts';
import { resolvePlates } from '../../src/core/landscape/plates.ts';
import type { Reading } from '../../src/core/library/library.ts';
import { compilePolicy } from '../../src/core/policy/compile.ts';
import { readLandscapeFile } from '../../src/formats/landscape-document/read.ts';
import { readPolicyFile } from '../../src/formats/policy-document/read.ts';
import { library, libraryFolder } from '../library/read.ts';

const asOf = '2026-11-23';
const folder = join(libraryFolder, 'examples/gemeente-waterwolde');

const valueOf = <T>(read: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly object[] }): T => {
  if (!read.ok) throw new Error(read.faults.map((fault) => JSON.stringify(fault)).join('\n'));
  return read.value;
};

const landscape = valueOf(readLandscapeFile(readFileSync(join(folder, 'landscape.yaml')), 'landscape.yaml', library, asOf));
const policy = valueOf(readPolicyFile(readFileSync(join(libraryFolder, 'policies/default.yaml')), 'default.yaml', library));
const compiled = compilePolicy(policy, library.facts);
const assessed = (of: Landscape, reading: Reading) => assess(of, library, compiled, { reading });
const wide = assessed(landscape, 'wide');
const setting = settingOf(landscape, resolvePlates(landscape), 'wide');
const without = (...scenario: readonly Removal[]) => simulate(setting, scenario);
const provider = (id: string): Removal => ({ kind: 'provider', id });

const recoveryKind = ({ recovery }: System): string => {
  if (recovery === undefined) return 'unknown';
  if (recovery === 'none') return 'none';
  return recovery.testedHours === undefined ? 'declared' : 'tested';
};
const needs = (id: string) => landscape.systems.find((system) => system.id === id)?.needs;
const systemsWith = (verdict: string): readonly string[] => Object.entries(wide.systems).filter(([, system]) => system.verdict === verdict).map(([id]) => id);
const changed = (id: string, change: (system: System) => System): Landscape => ({ ...landscape, systems: landscape.systems.map((system) => (system.id === id ? change(system) : system)) });
const withKeys = (system: System): System => ({ ...system, layers: { ...system.layers, 6: { ...system.layers?.[6], measures: { ...system.layers?.[6]?.measures, 'customer-held-keys': 'yes' } } } });

describe('the size and the texture of the example', () => {
  test.each([['services', 25], ['systems', 60], ['providers', 30], ['datasets', 40], ['contracts', 25], ['evidence', 50]] as const)('%s: at least %i', (kind, least) => {
    expect(landscape[kind].length).toBeGreaterThanOrEqual(least);
  });
  test('providers sit in many countries, inside the EEA and out', () => {
    const countries = landscape.providers.map(({ country }) => country);
    expect(countries).toEqual(expect.arrayContaining(['NL', 'DE', 'FR', 'IE', 'SE', 'US', 'GB', 'CN', 'IN']));
  });
  test('evidence is of every kind, some of it expired', () => {
    expect(new Set(landscape.evidence.map(({ kind }) => kind))).toEqual(new Set(['scan', 'contract-clause', 'document', 'declaration']));
    expect(landscape.evidence.filter(({ validUntil }) => validUntil !== undefined && validUntil < asOf).length).toBeGreaterThanOrEqual(5);
  });
  test('contracts have ended, end within six weeks, or never end', () => {
    const ends = landscape.contracts.map(({ end }) => end ?? 'open');
    expect(ends.filter((end) => end < asOf).length).toBeGreaterThanOrEqual(3);
    expect(ends.filter((end) => end >= asOf && end <= '2027-01-04').length).toBeGreaterThanOrEqual(4);
    expect(ends.filter((end) => end === 'open').length).toBeGreaterThanOrEqual(4);
  });
  test('recovery is tested, only declared, impossible or unknown', () => {
    expect(new Set(landscape.systems.map(recoveryKind))).toEqual(new Set(['tested', 'declared', 'none', 'unknown']));
  });
  test('the board said what it strives for, on every layer and dimension', () => {
    for (const layer of technicalLayers) expect(Object.keys(landscape.organisation.ambition?.[layer] ?? {}).sort()).toEqual([...dimensions].sort());
  });
  test('some layers meet the ambition, some miss it, some stay open', () => {
    const readings = Object.entries(wide.assurance.layers).flatMap(([layer, byDimension]) => Object.entries(byDimension).map(([dimension, { reading }]) => ({ at: `${layer} ${dimension}`, reading })));
    const at = (wanted: string) => readings.filter(({ reading }) => reading === wanted).map((one) => one.at).sort();
    expect(at('met')).toEqual(['2 legal', '3 operational']);
    expect(at('missed')).toEqual(['4 operational', '5 operational', '6 legal']);
    expect(at('open').length).toBeGreaterThan(10);
  });
});

describe('its verdicts under the default policy', () => {
  test('forbidden', () => expect(systemsWith('forbidden')).toEqual(['belastingsysteem', 'crisissysteem', 'datalab', 'financieel-systeem', 'wmo-suite']));
  test('conditional', () => expect(systemsWith('conditional')).toEqual(['back-up', 'basisregistratie-aansluiting', 'gegevensmakelaar', 'integriteitsdossiers', 'reisdocumentenstation']));
  test('undetermined, each by one decisive question', () => {
    expect(Object.fromEntries(systemsWith('undetermined').map((id) => [id, wide.systems[id]?.decisive]))).toEqual({
      'e-depot': ['dataLocation'],
      gegevensmagazijn: ['exitPlan'],
      raadsinformatiesysteem: ['disclosure'],
      schuldhulpsysteem: ['clause.exit-strategy'],
      uitkeringssysteem: ['keyControl'],
      vergunningensysteem: ['clause.exit-strategy'],
    });
  });
  test('the keys of the benefits decide between permitted and conditional', () => expect(wide.systems['uitkeringssysteem']?.outcomes).toEqual(['conditional', 'permitted']));
  test('and most are permitted, systems with critical data among them', () => {
    expect(systemsWith('permitted').length).toBeGreaterThan(landscape.systems.length / 2);
    expect(systemsWith('permitted')).toEqual(expect.arrayContaining(['burgerzakensysteem', 'zaaksysteem', 'jeugd-suite']));
  });
  test('one of them hangs on the reading of the law', () => {
    const narrow = assessed(landscape, 'narrow');
    const moved = Object.keys(wide.systems).filter((id) => wide.systems[id]?.verdict !== narrow.systems[id]?.verdict);
    expect(moved).toEqual(['financieel-systeem']);
    expect(narrow.systems['financieel-systeem']?.verdict).toBe('permitted');
  });
});

describe('who controls whom', () => {
  test('the European cloud answers to investors in the United States', () => expect(wide.control['europawolk']).toEqual(['bluethistle']));
  test('thirty percent and a subsidiary with twenty-five make a majority', () => expect(wide.control['griffiepen']).toEqual(['cedarquill']));
  test('a minority with a deciding vote controls', () => expect(wide.control['parkeerbaken']).toEqual(['qinghe']));
  test('half and half, or three thirds, is nobody', () => expect([wide.control['sleutelgracht'], wide.control['afvalspoor']]).toEqual([[], []]));
  test('nobody knows who owns the data broker', () => expect(wide.unknownHolders).toContain('koppelhuis'));
});

describe('foreign law, three sub-processors deep', () => {
  const steps = wide.systems['wmo-suite']?.exposure['US']?.chains[0]?.steps ?? [];
  test('reaches the files of people who need help at home', () => {
    expect(steps.flatMap((step) => ('id' in step ? [step.id] : []))).toEqual(['zorgraam', 'kademuur', 'elbspeicher', 'quarrystone']);
    expect(steps.filter(({ kind }) => kind === 'sub-processor')).toHaveLength(3);
  });
  test('reaches the files of children too, but finds them locked', () => {
    expect(wide.systems['jeugd-suite']?.exposure['US']).toMatchObject({ disclosure: 'mitigated', cutOff: 'exposed' });
  });
  test('and the same keys would lift the verdict of the first', () => {
    expect(assessed(changed('wmo-suite', withKeys), 'wide').systems['wmo-suite']?.verdict).toBe('conditional');
  });
});

test('foreign law reaches what the policy permits: number plates under Chinese law', () => {
  expect(wide.systems['scanauto']).toMatchObject({ verdict: 'permitted', exposure: { CN: { disclosure: 'exposed' } } });
});

describe('what is claimed and what is found', () => {
  const contradicted = wide.contradictions.map(({ evidence }) => evidence);
  test('six contradictions', () => {
    expect([...contradicted].sort()).toEqual(['bw-datalab-scan', 'bw-europawolk-belanghebbenden', 'bw-europawolk-jurisdictie', 'bw-loonlicht-locatie', 'bw-omgevingskamer-standaarden', 'bw-web-en-mail']);
  });
  test('without the scan, the declaration of the supplier would have kept the keys in our hands', () => {
    const trusting = assessed({ ...landscape, evidence: landscape.evidence.filter(({ id }) => id !== 'bw-datalab-scan') }, 'wide');
    const keys = (of: typeof wide) => of.systems['datalab']?.datasets['sociaal-combinatiebestand']?.facts['keyControl'];
    expect([keys(trusting), keys(wide)]).toEqual([['own'], ['provider']]);
    expect([trusting.systems['datalab']?.verdict, wide.systems['datalab']?.verdict]).toEqual(['conditional', 'forbidden']);
  });
});

describe('what falls away with whom', () => {
  test('the data broker comes first: five promises, none of them on paper', () => {
    expect(rank(setting, 'providers').ranking[0]).toMatchObject({ id: 'koppelhuis', breaches: 5 });
    const { tested, declared } = without(provider('koppelhuis')).restoration;
    expect(tested.breaches).toEqual(['jeugdhulp', 'leerplicht', 'schuldhulp', 'uitkeringen', 'wmo']);
    expect(declared.breaches).toEqual([]);
  });
  test('one supplier takes crisis management with it', () => {
    const { failed, restoration } = without(provider('varselklang'));
    expect(failed.services).toEqual(['crisisbeheersing']);
    expect([restoration.tested.breaches, restoration.declared.breaches]).toEqual([['crisisbeheersing'], []]);
  });
  test('few systems stand in every scenario because nobody knows who operates them', () => {
    expect([...without(provider('koppelhuis')).unknown.keys()]).toEqual(['afsprakensysteem', 'leerplichtsysteem', 'ondergrondse-containers', 'openbare-verlichting', 'ritplanner']);
  });
  test('either internet line may go, but their owner takes both', () => {
    expect(without(provider('lichtkade')).failed.services).toEqual([]);
    expect(without(provider('maasgeul')).failed.services).toEqual([]);
    expect(without({ kind: 'group', id: 'waterlijn' }).failed.services).toHaveLength(20);
  });
  test('so the United Kingdom breaks three times as many promises as the United States', () => {
    const breaches = new Map(rank(setting, 'countries').ranking.map(({ id, breaches: count }) => [id, count]));
    expect([breaches.get('GB'), breaches.get('US')]).toEqual([19, 6]);
  });
  test('signing in carries thirteen services, and practised recovery keeps every promise', () => {
    expect(rank(setting, 'providers').ranking.find(({ id }) => id === 'sleutelgracht')).toMatchObject({ services: 13, breaches: 0 });
  });
  test('mail has a second route', () => expect(without(provider('officivo-ie')).failed.services).toEqual(['personeelszaken']));
  test('cases and documents need each other, and stand', () => {
    expect([needs('zaaksysteem'), needs('documentsysteem')]).toEqual([expect.arrayContaining(['documentsysteem']), expect.arrayContaining(['zaaksysteem'])]);
    expect(without(provider('lichtkade')).failed.systems).toEqual(['internetlijn-oost']);
  });
});

describe.each([['the story', join(folder, 'README.md')], ['the first hour', join(libraryFolder, '../docs/a-board-members-first-hour.md')]])('%s', (_, file) => {
  test('names only what exists', () => {
    const known = new Set(['default', ...(['services', 'systems', 'providers', 'contracts', 'evidence'] as const).flatMap((kind) => landscape[kind].map(({ id }) => id))]);
    const named = [...readFileSync(file, 'utf8').matchAll(/`([^`\n]+)`/gu)].map(([, id]) => id ?? '');
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });
});
