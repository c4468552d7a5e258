/** `regie verify-policy` as a pipeline meets it: the command line itself (engine.md §11). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { knowledge, libraryFolder } from '../library/read.ts';
import { regieOn } from './on-files.ts';

const policy = readFileSync(join(import.meta.dirname, 'example/policy.yaml'), 'utf8');
/** Rows that ask six facts each, all over: the diagram of such a table outgrows the engine in every order it tries. */
function tangledRows(): string {
  const clauses = (knowledge.entries['clauses'] ?? []).map(({ id }) => `clause.${id}`);
  let seed = 7;
  const next = (below: number): number => ((seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648), Math.floor(seed / 65_536) % below);
  const asks = (): string => [...new Map(Array.from({ length: 6 }, () => [clauses[next(24)], ['"yes"', '"no"', 'no-contract'][next(3)]]))].map(([fact, value]) => `${fact}: ${value}`).join(', ');
  return Array.from({ length: 200 }, (_, at) => `  - { id: r${at}, when: { ${asks()} }, then: o${at % 28} }`).join('\n');
}

const files: Record<string, string> = {
  'policy.yaml': policy,
  'default.yaml': readFileSync(join(libraryFolder, 'policies/default.yaml'), 'utf8'),
  'strict.yaml': readFileSync(join(libraryFolder, 'policies/strict.yaml'), 'utf8'),
  'faulty.yaml': 'regiekompas: policy/1\nid: faulty\nname: { nl: Met fouten, en: Faulty <b>one</b> }\nrules:\n  - { id: a, when: { classification: critical }, then: forbidden }\n  - { id: b, when: { classification: [sensitive, critical] }, then: permitted }\n  - { id: c, when: { classification: critical, keyControl: provider }, then: forbidden }\n',
  'broken.yaml': policy.replace('disclosure: exposed', 'disclosure: exposd').replace('then: permitted', 'then: permited'),
  'many-outcomes.yaml': `regiekompas: policy/1\nid: many\nname: { nl: Veel, en: Many }\noutcomes: [${Array.from({ length: 31 }, (_, at) => `o${at}`).join(', ')}]\nrules: [{ id: a, when: {}, then: o1 }]\n`,
  'tangled.yaml': `regiekompas: policy/1\nid: tangled\nname: { nl: Verward, en: Tangled }\noutcomes: [${Array.from({ length: 28 }, (_, at) => `o${at}`).join(', ')}]\nrules:\n${tangledRows()}\n`,
};

const onFiles = regieOn(files);
const regie = (...argv: readonly string[]) => onFiles('verify-policy', ...argv);

const fits = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false }).compile(JSON.parse(readFileSync(join(libraryFolder, 'schemas/policy-verification-1.schema.json'), 'utf8')) as object);

describe('json', () => {
  it.each([['policy.yaml'], ['default.yaml'], ['strict.yaml'], ['faulty.yaml']])('of %s fits the schema that we ship, on one line', async (file) => {
    const { out, err, status } = await regie(file, '--format', 'json');
    expect([status, err, out.split('\n').length]).toEqual([0, '', 2]);
    fits(JSON.parse(out));
    expect(fits.errors ?? []).toEqual([]);
  });

  it('holds what is wrong, exactly', async () => {
    expect(JSON.parse((await regie('faulty.yaml', '--format', 'json')).out)).toMatchObject({
      regiekompas: 'policy-verification/1', policy: 'faulty', cases: 8,
      gaps: { count: 4, examples: [{ when: { classification: ['none', 'regular'] }, cases: 4 }] },
      clashes: { count: 2 },
      deadRows: [{ rule: 'c', why: 'covered', by: ['a'] }],
    });
  });
});

it.each([
  ['0 without a condition', ['faulty.yaml'], 0],
  ['1 for a gap', ['faulty.yaml', '--fail-on', 'gaps'], 1],
  ['1 for a clash', ['faulty.yaml', '--fail-on', 'clashes'], 1],
  ['1 for a row without effect', ['faulty.yaml', '--fail-on', 'dead-rows'], 1],
  ['0 for a sound policy', ['default.yaml', '--fail-on', 'gaps,clashes,dead-rows'], 0],
  ['1 where one of several files fails', ['default.yaml', 'faulty.yaml', '--fail-on', 'gaps'], 1],
  ['2 for a word that nobody knows', ['default.yaml', '--fail-on', 'gap'], 2],
])('exit status %s', async (_, argv, status) => {
  const printed = await regie(...argv);
  expect(printed.status).toBe(status);
  expect([printed.out === '', printed.err === '']).toEqual([status === 2, status !== 2]);
});

it.each([
  ['faults with file, line, path and mend', 'broken.yaml', [/^broken\.yaml:5: rules\[0\]\.when\.disclosure: .*“exposed”/, /^broken\.yaml:8: rules\[3\]\.then: .*“permitted”/]],
  ['too many outcomes', 'many-outcomes.yaml', [/^many-outcomes\.yaml:4: outcomes: /]],
  ['a table too large to go through', 'tangled.yaml', [/^tangled\.yaml:5: rules: .*too large/]],
])('%s: told, and nothing on standard output', async (_, file, lines) => {
  const { status, out, err } = await regie(file, '--format', 'json');
  expect([status, out]).toEqual([2, '']);
  expect(err.trimEnd().split('\n')).toEqual(lines.map((line) => expect.stringMatching(line)));
});

describe('the other formats', () => {
  it('a table says the counts first and then each in a sentence', async () => {
    const { out } = await regie('faulty.yaml', '--lang', 'nl');
    expect(out).toMatch(/Gaten\s+4 gevallen\n\s+Tegenspraak\s+2 gevallen\n\s+Regels zonder effect\s+1 regel\n/);
    expect(out).toContain('Als er geen eigen gegevens zijn of de gegevens gewoon zijn, dan zegt geen enkele regel iets. (4 gevallen)');
  });

  it('a page that stands by itself', async () => {
    const { out } = await regie('faulty.yaml', '--format', 'html');
    expect(out).toMatch(/^<!doctype html><html lang="en">/);
    expect(out).not.toMatch(/<script|<link|<b>|<[^>]*\s(?:src|href)=/i);
    expect(out).toContain('Faulty &lt;b&gt;one');
  });

  it('findings for a pipeline, at the lines of the rows', async () => {
    const { runs: [run] } = JSON.parse((await regie('faulty.yaml', '--format', 'sarif')).out) as { runs: { results: { ruleId: string; locations: { physicalLocation: { region: { startLine: number } } }[] }[] }[] };
    expect(run?.results.map(({ ruleId, locations: [place] }) => [ruleId, place?.physicalLocation.region.startLine])).toEqual([['gap', 4], ['clash', 5], ['clash', 5], ['dead-row', 7]]);
  });
});
