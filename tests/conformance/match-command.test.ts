/** `regie match` as engine.md §§10 and 11 have it, and the sample of a civil service under its published rules. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { matchTwoSides } from '../../src/core/matching/two-sided.ts';
import { civilService, civilServiceFolder } from '../../benchmarks/civil-service.ts';
import { regieOn } from './on-files.ts';

const files: Readonly<Record<string, string>> = {
  'two.yaml': 'regiekompas: matching/1\ncapacity: { carla: 2 }\npairs:\n  - { a: noor, b: henk, score: 0.9 }\n  - { a: bas, b: henk, score: 0.8 }\n  - { a: bas, b: carla, score: 0.3 }\n  - { a: tim, b: carla, score: 0.5 }\n  - { a: eva, b: henk, score: 0.1 }\n',
  'one.json': '{"regiekompas":"matching/1","sided":"one","pairs":[{"a":"a","b":"b","score":1},{"a":"b","b":"c","score":5},{"a":"c","b":"d","score":1}]}',
  'wrong.yaml': 'regiekompas: matching/1\nsided: three\ncapacity: { x: -1, y: 1.5 }\npairs:\n  - { a: x, b: x, score: 1 }\n  - { a: x, b: y, score: -2 }\n  - { a: x, b: y, score: 1 }\n',
  'people.yaml': 'regiekompas: matching/1\nkind: mentor\npeople:\n  - { id: noor, side: seeks, seeks: [leiden, data], languages: [nl], traits: { tweetalig: { value: ja, use: true } }, manager: ruth }\n  - { id: bas, side: seeks, seeks: [data], languages: [nl, en], place: Water, avoids: [henk] }\n  - { id: ruth, side: offers, offers: [leiden, data] }\n  - { id: henk, side: offers, offers: [leiden], traits: { tweetalig: { value: ja, use: true } }, place: Bestuur }\n  - { id: jana, side: offers, offers: [data], languages: [en], place: Praag }\n',
  'circle.yaml': 'regiekompas: matching/1\nkind: career\npeople:\n  - { id: a, manager: b }\n  - { id: b, manager: c }\n  - { id: c, manager: a }\n  - { id: e }\n  - { id: e }\n  - { id: d, manager: nobody, capacity: 0 }\n',
  'sideless.yaml': 'regiekompas: matching/1\nkind: mentor\npeople:\n  - { id: a, seeks: [x] }\n',
  'empty.yaml': 'regiekompas: matching/1\npairs: []\n',
  'crowd.json': JSON.stringify({ regiekompas: 'matching/1', kind: 'career', people: Array.from({ length: 2001 }, (_, at) => ({ id: `p${at}` })) }),
};
const onFiles = regieOn(files);
const regie = (...argv: readonly string[]) => onFiles('match', ...argv);
const isValid = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync(new URL('../../library/schemas/matching-1.schema.json', import.meta.url), 'utf8')));

test('two sides: as many as can have somebody, then the worst off, with a proof', async () => {
  const { status, out, err } = await regie('two.yaml', '--format', 'json');
  const answer = JSON.parse(out);
  expect([status, err, isValid(answer), isValid.errors]).toEqual([0, '', true, null]);
  expect(answer).toMatchObject({ pairs: [{ a: 'bas', b: 'carla' }, { a: 'noor', b: 'henk' }, { a: 'tim', b: 'carla' }], unmatched: ['eva'], lowest: 0.3, total: 1.7, objective: [3, 0.3, 2, 1.7], certificate: { gap: 0 } });
});

test('one circle: two pairs rather than the best one', async () => {
  const answer = JSON.parse((await regie('one.json', '--format', 'json')).out);
  expect([isValid(answer), answer.objective, answer.pairs.length]).toEqual([true, [2, 1, 2], 2]);
});

test('as text, in both languages; and with nobody to pair', async () => {
  expect((await regie('two.yaml')).out).toContain('Without a pair: eva.\nProven: there is nothing better.');
  expect((await regie('two.yaml', '--lang', 'nl')).out).toContain('Bewezen: beter kan niet.');
  expect((await regie('empty.yaml')).out).toBe('Nobody can be paired.\n');
});

test('more people than can be gone through in seconds are refused before anything is reckoned', async () => {
  const { status, err } = await regie('crowd.json');
  expect([status, err]).toEqual([2, expect.stringContaining('2,000 people at most')]);
});

test('people are paired by the library’s terms, with the reason in words; managers, whom one avoids and another language stay apart', async () => {
  const { out, err } = await regie('people.yaml', '--format', 'json');
  const answer = JSON.parse(out);
  expect([err, isValid(answer), isValid.errors]).toEqual(['', true, null]);
  expect(answer.pairs).toEqual([
    { a: 'bas', b: 'jana', score: 0.8, why: [{ term: 'topics', what: ['data'] }, { term: 'place', what: ['Water', 'Praag'] }] },
    { a: 'noor', b: 'henk', score: 0.5, why: [{ term: 'topics', what: ['leiden'] }, { term: 'traits', what: ['tweetalig'] }] },
  ]);
  expect(answer.unmatched).toEqual(['ruth']);
});

test('managers in a circle, somebody twice, an unknown one, and nobody’s side: each with its line', async () => {
  const { status, err } = await regie('circle.yaml');
  expect([status, err.split('\n').map((line) => line.split(': ').slice(0, 2).join(': ')).filter(Boolean)]).toEqual([2, ['circle.yaml:4: people[0].manager', 'circle.yaml:5: people[1].manager', 'circle.yaml:6: people[2].manager', 'circle.yaml:8: people[4].id', 'circle.yaml:9: people[5].manager']]);
  expect((await regie('sideless.yaml')).err).toContain('people[0].side: Say whether this person seeks or offers.');
});

test('what is wrong is told with its line, all at once, and nothing else', async () => {
  const { status, out, err } = await regie('wrong.yaml', '--format', 'json');
  expect([status, out]).toEqual([2, '']);
  expect(err.trimEnd().split('\n').map((line) => line.split(': ').slice(0, 2).join(': '))).toEqual(['wrong.yaml:2: sided', 'wrong.yaml:3: capacity.x', 'wrong.yaml:3: capacity.y', 'wrong.yaml:5: pairs[0].b', 'wrong.yaml:6: pairs[1].score', 'wrong.yaml:7: pairs[2]']);
});

test.skipIf(!existsSync(join(civilServiceFolder, 'large')))('the civil-service sample: every mentee a match, none whose best is under 22, all mentors covered, 34,048 in total', () => {
  expect(matchTwoSides(civilService('large')).objective).toEqual([500, 22, 500, 34_048]);
  // One mentor of the small sample has nobody to be paired with.
  const small = matchTwoSides(civilService('small'));
  expect([small.objective[0], small.unmatched.length]).toEqual([50, 1]);
});
