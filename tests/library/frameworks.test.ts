import { join } from 'node:path';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { frameworksOf } from '../../src/capabilities/frameworks/library.ts';
import { cliffsOf, needTopFor, neverLower } from '../../src/core/frameworks/ladder.ts';
import { checkLibrary } from '../../src/entry/check-library.ts';
import { readFolder } from '../../src/platform/knowledge/read-folder.ts';
import { frameworkFacts } from './facts.ts';
import { knowledge, libraryFolder } from './read.ts';

const { frameworks, matters } = frameworksOf(knowledge);
const get = (id: string) => frameworks.get(id) ?? expect.fail(id);
const [first, second] = [get('eu-csf-2025'), get('eu-csf-2026')];

/** The rows of the table of objectives: code, both weights, how many criteria. */
const objectives = [...frameworkFacts.matchAll(/^\| (SOV-\d) \| [^|]+ \| (\d+) \| (\d+) \| (\d+) \|/gmu)].map(([, code, ...figures]) => ({ code, weights: figures.slice(0, 2).map(Number), criteria: Number(figures[2]) }));

/** `3.1 customer key control 0,1,2,3,4`, `1.2 change-of-control risk 4x5`, `1.6 EU programmes 4 (3 readable rungs)`. */
const rungs = new Map([...frameworkFacts.matchAll(/(?<=[:|]\s+)(\d\.\d) [^|\n]*?(?: (\d(?:,\d)+)| 4x(\d)| 4 \((\d) readable rungs\))(?= \||\s*\n)/gu)].map(([, code = '', list, times, readable]) => [`SOV-${code}`, list ? list.split(',').map(Number) : Array.from({ length: Number(times ?? readable) }, () => 4)]));

describe('the EU Cloud Sovereignty Framework', () => {
  it('has the weights of both editions, and as many criteria an objective as the facts say', () => {
    expect(objectives).toHaveLength(8);
    expect(first.groups.map(({ code, weight }) => [code, weight])).toEqual(objectives.map(({ code, weights }) => [code, weights[0]]));
    expect(second.groups.map(({ code, weight }) => [code, weight])).toEqual(objectives.map(({ code, weights }) => [code, weights[1]]));
    expect(second.groups.map(({ id }) => second.criteria.filter(({ group }) => group === id).length)).toEqual(objectives.map(({ criteria }) => criteria));
    for (const { groups } of [first, second]) expect(groups.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  });

  it('has the 48 ladders of the facts, rung by rung: 233 of them', () => {
    expect(rungs.size).toBe(48);
    expect(Object.fromEntries(second.criteria.map(({ code, levels }) => [code, levels]))).toEqual(Object.fromEntries(rungs));
    expect(second.criteria.flatMap(({ levels }) => levels)).toHaveLength(233);
  });

  it('has about a thousand points an objective', () => {
    expect(second.groups.map(({ id }) => second.criteria.filter(({ group }) => group === id).reduce((sum, { points }) => sum + points, 0))).toEqual([1000, 1002, 1000, 1002, 1001, 1000, 1001, 1000]);
  });

  it('has nine criteria that never lower the level, and cliffs where the facts say', () => {
    const codes = (ids: readonly string[]) => ids.map((id) => second.criteria.find((one) => one.id === id)?.code?.slice('SOV-'.length));
    const [, never = ''] = /can never gate \(([\d.,]+)\)/u.exec(frameworkFacts) ?? [];
    const [, cliffs = ''] = /"Cliffs": ([\d., and]+) jump/u.exec(frameworkFacts) ?? [];
    expect(codes(neverLower(second))).toEqual(never.split(','));
    expect(codes(cliffsOf(second).filter(({ atTop }) => atTop).map(({ id }) => id))).toEqual(cliffs.match(/\d\.\d/gu));
    // SEAL-2 asks the best step of the four cliffs; SEAL-3 of 1.8 and 2.2 as well.
    expect(codes(needTopFor(second, 2))).toEqual(['2.1', '2.3', '3.4', '7.7']);
    expect(codes(needTopFor(second, 3))).toEqual(['1.8', '2.1', '2.2', '2.3', '3.4', '7.7']);
  });

  it('has words for each step of each ladder', () => {
    for (const language of ['nl', 'en'] as const) {
      const told = knowledge.words[language]['frameworks']?.['eu-csf-2026']?.['criteria'] as unknown as Record<string, { steps: Record<string, string> }>;
      expect(second.criteria.map(({ id }) => Object.keys(told[id]?.steps ?? {}))).toEqual(second.criteria.map(({ levels }) => levels.map((_, at) => `s${at}`)));
    }
  });

  it('asks of ownership what SecNumCloud 19.6 asks, with the figures of the facts', () => {
    expect(frameworkFacts).toMatch(/max 24%\s+individually AND 39% collectively/u);
  });
});

const readers = (id: string) => [...frameworks.values()].filter(({ criteria }) => criteria.some(({ reads, when }) => [...reads, ...when].some((read) => read.kind === 'matter' && read.id === id)));

describe('the frameworks together', () => {
  it('are asked once where they ask the same: every shared question is read, most by more than one', () => {
    const counts = [...matters.keys()].map((id) => [id, readers(id).length] as const);
    expect(counts.filter(([, count]) => count === 0)).toEqual([]);
    expect(counts.filter(([, count]) => count > 1).length).toBeGreaterThan(20);
  });
  it('compute more than they ask', () => {
    const all = [...frameworks.values()].flatMap(({ criteria }) => criteria);
    expect(all.filter(({ covers }) => covers !== 'none').length).toBeGreaterThan(all.length / 2);
  });
});

describe('regie library check', () => {
  const files = readFolder(libraryFolder);
  it('finds nothing', () => {
    expect(checkLibrary(files, '2026-11-27', 'en').findings).toEqual([]);
  });
  it('finds what nobody looked at for a year', () => {
    const { findings } = checkLibrary(files, '2028-01-01', 'nl');
    expect(findings).toContain('laws/gdpr: langer dan een jaar niet nagekeken (2026-11-23)');
  });

  const spoilt = (file: string, from: string, to: string): readonly string[] => {
    const text = files.get(file) ?? expect.fail(file);
    expect(text).toContain(from);
    return checkLibrary(new Map([...files, [file, text.replace(from, to)]]), '2026-11-27', 'en').findings;
  };
  it.each([
    ['a dangling reference', 'frameworks/secnumcloud-19-6.yaml', 'matter: no-foreign-veto', 'matter: no-foreign-vote', /unknown-reference.*no-foreign-vote/u],
    ['a retired id', 'retired.yaml', 'entries: []', 'entries: [{ id: laws/gdpr, retiredOn: 2026-01-01, why: gone }]', /retired-id/u],
    ['an untranslated word', 'words/en/matters.yaml', 'Is the company registered in a country of the EU?', 'Staat het bedrijf ingeschreven in een land van de EU?', /untranslated/u],
    ['a missing word', 'words/en/matters.yaml', 'incorporated-in-eu:', 'incorporated-elsewhere:', /words-missing/u],
    ['a step that is not there', 'frameworks/eu-csf-2026.yaml', '"yes": [3, 4], "no": [0, 2] }, { measure: provider', '"yes": [3, 5], "no": [0, 2] }, { measure: provider', /customer-key-control: a step that is not there/u],
    ['a criterion that went nowhere', 'moves/eu-csf-2025-to-2026.yaml', 'from: financing,', 'from: value-creation,', /financing: nobody says where it went/u],
    ['an edition that speaks of nothing', 'editions.yaml', 'what: frameworks/woo-duties', 'what: frameworks/woo-rights', /there is no frameworks\/woo-rights/u],
    ['a value that no fact has', 'frameworks/dictu-2026.yaml', 'fact: keyControl, is: [own]', 'fact: keyControl, is: [ours]', /keyControl is never ours/u],
  ])('finds %s', (_, file, from, to, finding) => {
    expect(spoilt(file, from, to).join('\n')).toMatch(finding);
  });

  it('reads any folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'library-'));
    cpSync(libraryFolder, folder, { recursive: true });
    writeFileSync(join(folder, 'laws', 'broken.yaml'), 'id: broken\n');
    expect(checkLibrary(readFolder(folder), '2026-11-27', 'en').findings.join('\n')).toContain('laws/broken.yaml');
    rmSync(folder, { recursive: true });
  });
});
