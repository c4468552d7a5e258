/** `regie simulate` as engine.md §11 has it: answers, faults and exit statuses, on files alone. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { regieOn } from './on-files.ts';

const file = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const example = file('./example/landscape.yaml');
const files: Readonly<Record<string, string>> = {
  'L.yaml': example,
  'quiet.yaml': 'regiekompas: landscape/1\norganisation: { id: o, name: O, country: NL }\nsystems:\n  - { id: constructor, name: "<script>alert(1)</script>", recovery: { declaredHours: 1, testedHours: 1 } }\nservices:\n  - { id: s, name: "\u05D0\u05D1", criticality: normal, maxDowntimeHours: 1, needs: [constructor] }\n',
  'broken.yaml': 'regiekompas: landscape/1\norganisation: { id: o, name: O, country: NLD }\nsystems:\n  - { id: a, name: A, runsOn: a }\n',
};
const onFiles = regieOn(files);
const regie = (...argv: readonly string[]) => onFiles('simulate', ...argv);
const json = ['--format', 'json'] as const;
const withoutUs = ['--without', 'country:US'] as const;
const isValid = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(file('../../library/schemas/simulation-1.schema.json')));
const lines = (out: string): unknown[] => out.trimEnd().split('\n').map((line) => JSON.parse(line));

describe('answers', () => {
  test('the example without the United States is the reference answer, and follows the schema', async () => {
    const { status, out, err } = await regie('L.yaml', ...withoutUs, ...json);
    const [answer] = lines(out);
    expect([status, err, isValid(answer)]).toEqual([0, '', true]);
    expect(answer).toMatchObject(JSON.parse(file('./example/simulation-us.json')));
  });

  test('several things at once, and the narrow reading', async () => {
    const [answer] = lines((await regie('L.yaml', '--without', 'group:skyline-inc', '--without', 'layer:idp/7', '--reading', 'narrow', ...json)).out);
    expect(answer).toMatchObject({ reading: 'narrow', scenario: ['group:skyline-inc', 'layer:idp/7'], hit: ['container-platform', 'idp', 'mail-a', 'zaaksysteem'] });
  });

  test('several files give one document a line', async () => {
    const { out } = await regie('L.yaml', 'quiet.yaml', ...withoutUs, ...json);
    expect(lines(out)).toMatchObject([{ hit: ['container-platform', 'mail-a', 'zaaksysteem'] }, { hit: [] }]);
  });

  test.each(['providers', 'countries'])('the ranking of %s follows the schema', async (of) => {
    const [answer] = lines((await regie('L.yaml', '--rank', of, ...json)).out);
    expect([isValid(answer), isValid.errors]).toEqual([true, null]);
    expect(answer).toMatchObject({ rank: of });
  });

  test('as text: the sentence, why, and what nobody knows', async () => {
    const { out } = await regie('L.yaml', ...withoutUs);
    expect(out).toContain('If United States falls away, 3 to 4 of 5 systems fail, 1 of 1 services stops and 1 promise breaks.');
    expect(out).toMatch(/! {2}Burgerzaken .*24 hours +72 hours +never tested +needs Zaaksysteem → layers 1–4: operated by Skyline Nederland BV/);
    expect(out).toMatch(/Post B +unknown who operates layers 2–6/);
    expect((await regie('L.yaml', ...withoutUs, '--lang', 'nl')).out).toContain('Als het land Verenigde Staten wegvalt, vallen 3 tot 4 van de 5 systemen uit, stopt 1 van de 1 diensten en breekt 1 belofte.');
  });

  test('a scenario that hits nothing says so, and names that read the other way stay apart', async () => {
    expect((await regie('L.yaml', '--without', 'country:BR', '--reading', 'narrow')).out).not.toContain('Burgerzaken');
    const { out } = await regie('quiet.yaml', '--without', 'system:constructor');
    expect(out).toContain('\u2068\u05D0\u05D1\u2069');
    expect(out).toContain('no promise breaks');
  });

  test('as one page that asks nothing of anybody and runs nothing', async () => {
    const { out, status } = await regie('quiet.yaml', '--without', 'system:constructor', '--format', 'html', '--lang', 'nl');
    expect(status).toBe(0);
    expect(out).toMatch(/^<!doctype html><html lang="nl">/);
    expect(out).not.toMatch(/<script|\bsrc=|href=|url\(|@import/);
    expect(out).toContain('&lt;script&gt;');
    const ranking = (await regie('L.yaml', '--rank', 'countries', '--format', 'html')).out;
    expect(ranking).toContain('Ireland');
    expect(ranking).toContain('In how many hands is each layer?');
  });
});

describe('exit statuses', () => {
  test.each([
    [['L.yaml', ...withoutUs, '--fail-on', 'breach'], 1],
    [['quiet.yaml', '--without', 'system:constructor', '--fail-on', 'breach'], 0],
    [['L.yaml', '--rank', 'countries', '--fail-on', 'breach'], 1],
    [['quiet.yaml', '--rank', 'providers', '--fail-on', 'breach'], 0],
  ] as const)('%j ends with %d', async (argv, status) => expect((await regie(...argv)).status).toBe(status));

  test.each([
    [['L.yaml', '--without', 'group:skyline-ink'], '--without: “group:skyline-ink”: “skyline-ink” is not in L.yaml. Did you mean “skyline-inc”?\n'],
    [['L.yaml', '--without', 'contry:US', '--without', 'layer:idp/9'], '--without: “contry:US” does not begin with something that can fall away. Did you mean “country:…”? Write provider:…, group:…, country:…, system:… or layer:…/1.\n--without: “layer:idp/9” names no layer. Write layer:SYSTEM/LAYER, with a layer from 1 to 8.\n'],
    [['L.yaml'], '--without: Say what falls away (--without, for example --without country:US) or what to rank (--rank providers or --rank countries).\n'],
    [['L.yaml', ...withoutUs, '--rank', 'countries'], '--without: Choose one of the two: --without or --rank.\n'],
    [['L.yaml', '--rank', 'systems'], '--rank: This must be one of these: providers, countries.\n'],
    [['L.yaml', 'broken.yaml', ...withoutUs], 'broken.yaml:2: organisation.country: There is no country code “NLD”. Did you mean “NL”?\nbroken.yaml:4: systems[0].runsOn: “a” cannot run on itself. Name another system at runsOn, or take the line away.\n'],
  ] as const)('%j: 2, the faults, and nothing on standard output', async (argv, err) => {
    expect(await regie(...argv, ...json)).toEqual({ status: 2, out: '', err });
  });
});
