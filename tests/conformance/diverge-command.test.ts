/** `regie diverge` as engine.md §11 has it: answers, faults and exit statuses, on files alone. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { regieOn } from './on-files.ts';

const row = (question: string, person: string, answer: number | string, role = '', place = ''): string => [question, person, answer, role, place].join(',');
const many = (question: string, role: string, counts: readonly number[]): string[] => counts.flatMap((count, at) => Array.from({ length: count }, (_, of) => row(question, `${role}-${at}-${of}`, at + 1, role)));
const file = (...rows: readonly string[]): string => ['question,person,answer,role,place', ...rows, ''].join('\r\n');
const files: Readonly<Record<string, string>> = {
  'answers.csv': file(...many('q1', 'ict', [0, 0, 1, 6, 13]), ...many('q1', 'clerks', [13, 6, 1, 0, 0]), ...many('q2', 'ict', [10, 0, 0, 0, 10]), ...many('q2', 'fg', [1, 1, 0, 0, 0])),
  'seven.csv': '\uFEFFquestion;person;answer;scale\nq1;a;7;7\nq1;b;1;7\nq1;c;4;7\nq1;d;4;7\nq1;e;5;7\n',
  'wrong.csv': file(row('q1', 'a', 3), row('q1', 'a', 2), row('q1', '', 9), row('q1', 'b', 'many')),
  'outside.csv': 'question,person,answer,scale\nq1,a,6,5\n',
  'short.csv': 'question,answer\nq1,3\n',
  'cut.csv': 'question,person,answer\n"q1,a,3\n',
  'empty.csv': '',
  'blank.csv': `question,person,answer\n${',,\n'.repeat(49)}`,
};
const onFiles = regieOn(files);
const regie = (...argv: readonly string[]) => onFiles('diverge', ...argv);
const isValid = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(readFileSync(new URL('../../library/schemas/divergence-1.schema.json', import.meta.url), 'utf8')));

test('the answer follows its schema, tells which label explains a difference, and hides who could be seen', async () => {
  const { status, out, err } = await regie('answers.csv', '--min-group', '5', '--format', 'json');
  const answer = JSON.parse(out);
  expect([status, err, isValid(answer), isValid.errors]).toEqual([0, '', true, null]);
  expect(answer).toMatchObject({
    regiekompas: 'divergence/1', ranking: ['q2', 'q1'],
    questions: {
      q1: { n: 40, reading: 'between', lenses: { 'role=clerks': { n: 20, distribution: [13, 6, 1, 0, 0] } }, suppressed: [], distances: [{ a: 'role=clerks', b: 'role=ict', emd: expect.closeTo(0.8, 9), explained: true }] },
      q2: { n: 22, reading: 'inside', lenses: {}, suppressed: ['role=fg', 'role=ict'] },
    },
  });
});

test('a scale of its own, semicolons and a byte order mark are read', async () => {
  const { out } = await regie('seven.csv', '--format', 'json');
  expect(JSON.parse(out).questions.q1).toMatchObject({ n: 5, median: 4, quartiles: [4, 4, 5] });
});

test('as text: what to talk about first', async () => {
  expect((await regie('answers.csv')).out).toContain('Begin the conversation at: q2');
  expect((await regie('answers.csv', '--lang', 'nl')).out).toContain('Het verschil zit tussen mensen, niet tussen groepen.');
});

test.each([
  ['wrong.csv', ['wrong.csv:4: person: Nothing stands here under “person”. Fill it in or take the line away.', 'wrong.csv:5: answer: “many” is no answer on a scale. Use a whole number from 1 up.']],
  ['outside.csv', ['outside.csv:2: answer: The answer 6 is outside the scale of 1 to 5.']],
  ['short.csv', ['short.csv:1: person: The column “person” is missing. Needed are: question, person, answer.']],
  ['cut.csv', [expect.stringContaining('a quotation mark is not closed')]],
  ['empty.csv', [expect.stringContaining('The file is empty')]],
])('%s is refused with its lines, and nothing is told', async (name, lines) => {
  const { status, out, err } = await regie(name, '--format', 'json');
  expect([status, out, err.trimEnd().split('\n')]).toEqual([2, '', lines]);
});

test('one answer a person; lines with nothing in them are no answers; never fewer than five', async () => {
  expect((await regie('wrong.csv')).status).toBe(2);
  expect(JSON.parse((await regie('blank.csv', '--format', 'json')).out)).toEqual({ regiekompas: 'divergence/1', questions: {}, ranking: [] });
  expect((await regie('answers.csv', '--min-group', '4')).status).toBe(2);
});
