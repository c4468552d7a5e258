import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { documentText } from '../../platform/command.ts';
import type { DocumentContext } from '../../platform/context.ts';
import { defineDocumentOperation } from '../../platform/operation.ts';
import { invalid } from '../../platform/refusal.ts';
import type { CommandOperation } from './arguments.ts';
import { runCommandLine } from './run-command-line.ts';

const count = defineDocumentOperation({
  name: 'test.count-words',
  title: { nl: 'Tel', en: 'Count' },
  permission: 'anyone',
  input: z.strictObject({ text: documentText, extra: documentText.optional(), minLength: z.number().optional(), without: z.array(z.string()).optional(), manner: z.enum(['wide', 'narrow']).optional(), loud: z.boolean().optional() }),
  output: z.strictObject({ words: z.number(), seen: z.array(z.string()) }),
  handle: (_, { text, extra, minLength = 0, without = [], loud, manner }) => {
    if (text.text.includes('bad')) return invalid({ path: 'a.b', file: text.name, line: 3, message: { nl: 'dit is fout; maak het goed', en: 'this is wrong; mend it' } });
    const words = text.text.split(' ').filter((word) => word.length >= minLength && !without.includes(word));
    return { words: words.length, seen: [extra?.text ?? '-', String(loud ?? false), manner ?? '-'] };
  },
  command: {
    name: 'count',
    summary: { nl: 'tel woorden', en: 'count words' },
    files: { into: 'text', run: 'each' },
    options: { extra: { help: { nl: 'nog een', en: 'another' }, file: true }, minLength: { help: { nl: 'lengte', en: 'length' } }, without: { help: { nl: 'zonder', en: 'without' } }, manner: { help: { nl: 'wijze', en: 'manner' } }, loud: { help: { nl: 'luid', en: 'loud' } } },
    formats: { table: ({ words }) => `words ${words}`, json: (output) => JSON.stringify(output) },
    failOn: { many: ({ words }) => words > 2 },
  },
}) as CommandOperation;

const files: Record<string, string> = { 'a.txt': 'one two', 'b.txt': 'one two three', 'bad.txt': 'bad', 'e.txt': 'E' };
const around = {
  operations: [count],
  context: async (locale: 'nl' | 'en') => ({ locale, knowledge: { entries: {}, words: { nl: {}, en: {} } }, now: new Date(0), today: '2026-01-01' }) satisfies DocumentContext,
  readFile: async (name: string) => new TextEncoder().encode(files[name] ?? (() => { throw new Error('no such file'); })()),
  language: 'en_GB.UTF-8',
};
const regie = (line: string) => runCommandLine(line.split(' ').filter(Boolean), around);
const json = (words: number, ...seen: string[]) => `${JSON.stringify({ words, seen })}\n`;

const cases: readonly { line: string; status: number; out?: string | RegExp; err?: string | RegExp }[] = [
  { line: 'count a.txt', status: 0, out: 'words 2\n' },
  { line: 'count a.txt --format json', status: 0, out: json(2, '-', 'false', '-') },
  { line: 'count a.txt b.txt --format=json', status: 0, out: json(2, '-', 'false', '-') + json(3, '-', 'false', '-') },
  { line: 'count --min-length 4 b.txt --extra e.txt --loud --manner wide --format json', status: 0, out: json(1, 'E', 'true', 'wide') },
  { line: 'count b.txt --without one --without two', status: 0, out: 'words 1\n' },
  { line: 'count b.txt --fail-on many', status: 1, out: 'words 3\n' },
  { line: 'count a.txt --fail-on many', status: 0, out: 'words 2\n' },
  { line: 'count a.txt bad.txt', status: 2, err: 'bad.txt:3: a.b: this is wrong; mend it\n' },
  { line: '--lang nl count bad.txt', status: 2, err: 'bad.txt:3: a.b: dit is fout; maak het goed\n' },
  { line: 'count missing.txt', status: 2, err: /^missing\.txt:1: \(document\): cannot be read/ },
  { line: 'count a.txt --min-length many', status: 2, err: '--min-length: This must be a number.\n' },
  { line: 'count a.txt --manner deep', status: 2, err: '--manner: This must be one of these: wide, narrow.\n' },
  { line: 'count a.txt --formt json', status: 2, err: 'regie count: There is no option --formt. Do you mean --format?\n' },
  { line: 'count a.txt --format pdf', status: 2, err: 'regie count: --format pdf is not possible. Choose from: table, json.\n' },
  { line: 'count a.txt --fail-on never', status: 2, err: /Choose from: many/ },
  { line: 'count a.txt --extra', status: 2, err: 'regie count: A value must follow --extra.\n' },
  { line: 'count', status: 2, err: /No file was given/ },
  { line: 'cuont a.txt', status: 2, err: 'regie: There is no command cuont. Do you mean count?\n' },
  { line: '--lang nl --help', status: 0, out: /tel woorden[\s\S]*start de server/ },
  { line: 'serve --help', status: 0, out: /^Usage: regie serve\n[\s\S]*regie settings/ },
  { line: 'serve --port 80', status: 2, err: /takes nothing on the line/ },
  { line: 'count --help', status: 0, out: /--min-length VALUE[\s\S]*--manner VALUE +manner; one of: wide, narrow[\s\S]*--fail-on/ },
];

const matches = (text: string, wanted: string | RegExp) => (typeof wanted === 'string' ? expect(text).toBe(wanted) : expect(text).toMatch(wanted));

describe('regie', () => {
  it.each(cases)('$line → $status', async ({ line, status, out = '', err = '' }) => {
    const printed = await regie(line);
    matches(printed.err, err);
    matches(printed.out, out);
    expect(printed.status).toBe(status);
  });
});
