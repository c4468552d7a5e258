/** `regie assess` as a pipeline meets it: the command line itself, on the example (engine.md §11). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { libraryFolder } from '../library/read.ts';
import { regieOn } from './on-files.ts';

const folder = join(import.meta.dirname, 'example');
const landscape = readFileSync(join(folder, 'landscape.yaml'), 'utf8');
const policy = readFileSync(join(folder, 'policy.yaml'), 'utf8');
const manyFacts = Array.from({ length: 24 }, (_, at) => `  - { id: r${at}, when: { clause.data-in-eu: "yes", recoveryTestedHours: { gte: ${at * 7}, lt: ${at * 9 + 3} }, recoveryDeclaredHours: { lt: ${at * 5 + 2} } }, then: o${at} }`);

const files: Record<string, string> = {
  'landscape.yaml': landscape,
  'policy.yaml': policy,
  'second.yaml': landscape.replace('Gemeente Voorbeeldstad', 'Gemeente Tweestad'),
  'waterwolde.yaml': readFileSync(join(libraryFolder, 'examples/gemeente-waterwolde/landscape.yaml'), 'utf8'),
  'broken.yaml': landscape.replace('operator: dijkdata, country: NL, measures', 'operator: dijkdaat, country: NL, measures').replace('2027-12-31', '2027-02-30'),
  'broken-policy.yaml': policy.replace('disclosure: exposed', 'disclosure: exposd'),
  'own-outcomes.yaml': policy.replace('rules:', 'outcomes: [never, discouraged, conditional, permitted]\nrules:').replace('then: forbidden', 'then: discouraged'),
  'many-outcomes.yaml': `regiekompas: policy/1\nid: many\nname: { nl: Veel, en: Many }\noutcomes: [${Array.from({ length: 31 }, (_, at) => `o${at}`).join(', ')}]\nrules:\n${manyFacts.join('\n')}\n`,
};

const regie = regieOn(files);
const json = async (...argv: string[]) => JSON.parse((await regie('assess', ...argv, '--format', 'json')).out);

const fits = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false }).compile(JSON.parse(readFileSync(join(libraryFolder, 'schemas/assessment-1.schema.json'), 'utf8')) as object);
const lineOf = (text: string): number => landscape.split('\n').findIndex((line) => line.includes(text)) + 1;
type Sarif = { version: string; runs: { tool: { driver: { rules: { id: string }[] } }; results: { ruleId: string; ruleIndex: number; message: { text: string }; locations: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } }[] }[] }[] };

describe('json', () => {
  it('holds every value of the reference, on one line', async () => {
    const { out, err, status } = await regie('assess', 'landscape.yaml', '--policy', 'policy.yaml', '--format', 'json');
    expect([status, err, out.split('\n').length]).toEqual([0, '', 2]);
    // The facts of the reference are those of its small library; ours has more clauses.
    expect(JSON.parse(out)).toMatchObject(withoutAssurance(JSON.parse(readFileSync(join(folder, 'assessment.json'), 'utf8'))));
  });

  it.each([['landscape.yaml'], ['waterwolde.yaml']])('%s fits the schema that we ship', async (file) => {
    for (const reading of ['wide', 'narrow']) {
      fits(await json(file, '--reading', reading));
      expect(fits.errors ?? []).toEqual([]);
    }
  });

  it('is the same, letter for letter, each time', async () => {
    const once = await regie('assess', 'waterwolde.yaml', '--format', 'json');
    expect(await regie('assess', 'waterwolde.yaml', '--format', 'json')).toEqual(once);
  });

  it('several files are one document a line', async () => {
    const { out } = await regie('assess', 'landscape.yaml', 'second.yaml', 'waterwolde.yaml', '--format', 'json');
    const documents = out.trimEnd().split('\n').map((line) => JSON.parse(line) as { regiekompas: string; systems: object });
    expect(documents.map(({ regiekompas, systems }) => [regiekompas, Object.keys(systems).length])).toEqual([['assessment/1', 5], ['assessment/1', 5], ['assessment/1', 69]]);
  });

  it('without a policy it judges by that of the library; the reading is said', async () => {
    expect((await json('landscape.yaml')).policy.id).toBe('default');
    expect([(await json('waterwolde.yaml')).reading, (await json('waterwolde.yaml', '--reading', 'narrow')).reading]).toEqual(['wide', 'narrow']);
    expect((await json('waterwolde.yaml', '--reading', 'narrow')).systems['financieel-systeem'].verdict).toBe('permitted');
  });
});

/** Our library weighs more measures than the reference's; all else must match. */
function withoutAssurance(expected: { systems: Record<string, { assurance?: unknown; datasets: Record<string, object> }> }) {
  return { ...expected, systems: Object.fromEntries(Object.entries(expected.systems).map(([id, system]) => [id, { ...system, assurance: {} }])) };
}

describe('exit status', () => {
  it.each([
    ['0 without a condition', [], 0],
    ['1 where some system has the verdict', ['--fail-on', 'undetermined'], 1],
    ['0 where none has', ['--fail-on', 'gap'], 0],
    ['1 where one of several conditions holds', ['--fail-on', 'gap,contradiction'], 1],
    ['1 also for a verdict on one of its datasets', ['--fail-on', 'permitted'], 1],
    ['2 for a word that nobody knows', ['--fail-on', 'forbiden'], 2],
  ])('%s', async (_, argv, status) => {
    const printed = await regie('assess', 'landscape.yaml', '--policy', 'policy.yaml', ...argv);
    expect(printed.status).toBe(status);
    expect([printed.out === '', printed.err === '']).toEqual([status === 2, status !== 2]);
  });

  it('knows the outcomes that a policy names itself', async () => {
    const statuses = ['never', 'undetermined', 'discouraged', 'nonsense'].map(async (word) => (await regie('assess', 'landscape.yaml', '--policy', 'own-outcomes.yaml', '--fail-on', word)).status);
    expect(await Promise.all(statuses)).toEqual([0, 1, 0, 2]);
  });
});

const lines = async (...argv: string[]): Promise<string[]> => {
  const { status, out, err } = await regie('assess', ...argv);
  expect([status, out]).toEqual([2, '']);
  return err.trimEnd().split('\n');
};

describe('what is broken', () => {
  it('is told whole, each with file, line, path and mend, and nothing on standard output', async () => {
    const told = await lines('landscape.yaml', 'broken.yaml', '--format', 'json');
    expect(told).toHaveLength(2);
    for (const line of told) expect(line).toMatch(/^broken\.yaml:\d+: [a-z]+\[\d\]\S+: .+/);
    expect(told[0]).toContain('dijkdata');
  });

  it('also in the policy, together with the landscape’s', async () => {
    expect(await lines('landscape.yaml', '--policy', 'broken-policy.yaml')).toEqual([expect.stringMatching(/^broken-policy\.yaml:5: rules\[0\]\.when\.disclosure: .*exposed/)]);
    expect(await lines('broken.yaml', '--policy', 'broken-policy.yaml')).toHaveLength(3);
  });

  it('a policy that no table of ours can hold is a fault, not a crash', async () => {
    expect(await lines('landscape.yaml', '--policy', 'many-outcomes.yaml')).toEqual([expect.stringMatching(/^many-outcomes\.yaml:4: outcomes: /)]);
  });

  it('a file that is not there', async () => {
    expect(await lines('nowhere.yaml')).toEqual([expect.stringMatching(/^nowhere\.yaml:1: /)]);
    expect(await lines('landscape.yaml', '--policy', 'nowhere.yaml')).toEqual([expect.stringMatching(/^nowhere\.yaml:1: /)]);
  });
});

describe('the other formats', () => {
  it('a table says the figures first and then a line a system, worst first', async () => {
    const { out } = await regie('assess', 'waterwolde.yaml');
    expect(out).toMatch(/Forbidden\s+5\n\s+Cannot tell yet\s+6\n/);
    const systems = out.split('\n').slice(out.split('\n').findIndex((line) => line.startsWith('SYSTEM')) + 1);
    expect(systems[0]).toMatch(/^belastingsysteem\s+Forbidden\s+GB data\?\+stop, US data\+stop\s+critical-disclosed$/);
    expect((await regie('assess', 'waterwolde.yaml', '--lang', 'nl')).out).toMatch(/Verboden\s+5\n/);
  });

  it('a page that stands by itself: no script, nothing from elsewhere, names that cannot act', async () => {
    files['evil.yaml'] = landscape.replace('name: Zaaksysteem', 'name: "<img src=x onerror=alert(1)>"');
    const { out } = await regie('assess', 'evil.yaml', '--format', 'html', '--lang', 'nl');
    expect(out).toMatch(/^<!doctype html><html lang="nl">/);
    expect(out).not.toMatch(/<script|<link|<img|<[^>]*\s(?:src|href)=/i);
    expect(out).toContain('&lt;img src');
    expect(out.match(/<h1/g)).toHaveLength(1);
  });

  it('findings for a pipeline, at the lines of the document', async () => {
    const { out } = await regie('assess', 'landscape.yaml', '--policy', 'policy.yaml', '--format', 'sarif');
    const { version, runs } = JSON.parse(out) as Sarif;
    const [run] = runs;

    expect(version).toBe('2.1.0');
    expect(run?.results.map(({ ruleId, locations: [place] }) => [ruleId, place?.physicalLocation.region.startLine])).toEqual([['undetermined', lineOf('- id: zaaksysteem')], ['contradiction', lineOf('customer-held-keys: yes')]]);
    for (const { ruleId, ruleIndex } of run?.results ?? []) expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(run?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe('landscape.yaml');
  });
});
