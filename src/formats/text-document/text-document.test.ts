import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { textLimits, type TextReading } from './document.ts';
import { readTextDocument } from './read.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, name?: string): TextReading => readTextDocument(bytes(text), name);
const valueOf = (reading: TextReading): unknown => (reading.ok ? reading.document.value : expect.unreachable(JSON.stringify(reading.faults)));
const faultsOf = (reading: TextReading): [string, number][] => (reading.ok ? reading.document.faults : reading.faults).map(({ code, line }) => [code, line]);

describe('YAML 1.2 core schema', () => {
  it('reads on, NO, yes and dates as text, and layers as keys', () => {
    expect(valueOf(read('on: 2026-11-01\ncountry: NO\nsaid: yes\ntrue_: true\n1: { a: 1.5 }\n'))).toEqual({
      on: '2026-11-01',
      country: 'NO',
      said: 'yes',
      true_: true,
      '1': { a: 1.5 },
    });
  });

  it('reads a document with a byte order mark and Windows line ends', () => {
    const reading = read('\uFEFFa: 1\r\nb:\r\n  - c\r\n  - d\r\n');
    expect(valueOf(reading)).toEqual({ a: 1, b: ['c', 'd'] });
    expect(reading.ok && reading.document.linesOf([['b', 1]])).toEqual([4]);
  });

  it('reports every duplicate key with its line', () => {
    expect(faultsOf(read('a: 1\nb: { c: 1, c: 2 }\na: 3\na: 4\n'))).toEqual([['duplicate-key', 2], ['duplicate-key', 3], ['duplicate-key', 4]]);
  });

  it('treats 1 and "1" as the same key', () => {
    expect(faultsOf(read('1: a\n"1": b\n'))).toEqual([['duplicate-key', 2]]);
  });

  it.each([
    ['a: [1, 2', 'broken-yaml'],
    ['a: b: c', 'broken-yaml'],
    ['\ta: 1', 'broken-yaml'],
    ['a: 1\n---\nb: 2', 'several-documents'],
    ['a: !!binary aGk=', 'tag-not-allowed'],
    ['a: !own thing', 'tag-not-allowed'],
    ['? [a, b]\n: c', 'key-not-text'],
    ['a: *nowhere', 'alias-without-anchor'],
    ['a: &x [ *x ]', 'alias-inside-itself'],
    ['', 'empty-document'],
    ['# only a remark\n', 'empty-document'],
  ])('refuses %j as %s', (text, code) => {
    expect(faultsOf(read(text)).map(([found]) => found)).toContain(code);
  });

  it('reads an alias that is used with measure', () => {
    expect(valueOf(read('a: &x { b: 1 }\nc: *x\n'))).toEqual({ a: { b: 1 }, c: { b: 1 } });
  });
});

describe('JSON', () => {
  it('reports every duplicate key with its line', () => {
    expect(faultsOf(read('{\n "a": 1,\n "b": { "c": 1,\n "c": 2 },\n "a": 3 }'))).toEqual([['duplicate-key', 4], ['duplicate-key', 5]]);
  });

  it('is not misled by colons and braces in texts', () => {
    expect(valueOf(read('{"a": "b:\\"{[:", "c:": [":"]}'))).toEqual({ a: 'b:"{[:', 'c:': [':'] });
  });

  it('keeps __proto__ a member', () => {
    for (const reading of [read('{"__proto__": {"x": 1}}'), read('__proto__: { x: 1 }')]) expect(Object.keys(valueOf(reading) as object)).toEqual(['__proto__']);
  });

  it('names the line where it breaks', () => {
    expect(faultsOf(read('{\n "a": 1,\n "b": \n}', 'x.json'))).toEqual([['broken-json', 4]]);
    expect(faultsOf(read('{\n "a": 1,\n}', 'x.json'))).toEqual([['broken-json', 3]]);
  });

  it('gives way to YAML that is written with braces', () => {
    expect(valueOf(read('{ a: 1 }', 'x.yaml'))).toEqual({ a: 1 });
    expect(valueOf(read('{ a: 1 }'))).toEqual({ a: 1 });
    expect(faultsOf(read('{ a: 1 }', 'x.json'))).toEqual([['broken-json', 1]]);
  });
});

describe('lines', () => {
  const paths = [[], ['a'], ['a', 0], ['a', 1, 'c'], ['a', 1, 'missing'], ['z']];
  it('of keys, items and missing members, in YAML', () => {
    const reading = read('# remark\na:\n  - b\n  - d: 1\n    c: 2\n');
    expect(reading.ok && reading.document.linesOf(paths)).toEqual([2, 2, 3, 5, 4, 2]);
  });

  it('of keys, items and missing members, in JSON', () => {
    const reading = read('\n{ "a":\n [\n  "b",\n  { "d": 1,\n    "c": 2 } ] }');
    expect(reading.ok && reading.document.linesOf(paths)).toEqual([2, 2, 4, 6, 5, 2]);
  });
});

describe('hostile files', () => {
  it.each([
    ['UTF-16 with a mark', new Uint8Array([0xff, 0xfe, 0x61, 0]), 'utf-16', 1],
    ['UTF-16 without', new Uint8Array([0x61, 0, 0x3a, 0]), 'utf-16', 1],
    ['bytes that are no UTF-8', new Uint8Array([0x61, 0x3a, 0x0a, 0xc3, 0x28]), 'not-utf-8', 2],
  ])('%s', (_, input, code, line) => {
    expect(faultsOf(readTextDocument(input))).toEqual([[code, line]]);
  });

  it('an alias bomb costs no more than its budget', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (let at = 1; at < 20; at += 1) bomb.push(`${'abcdefghijklmnopqrstuvwxyz'[at]}: &${'abcdefghijklmnopqrstuvwxyz'[at]} [${Array(10).fill(`*${'abcdefghijklmnopqrstuvwxyz'[at - 1]}`).join(', ')}]`);
    const started = performance.now();
    expect(faultsOf(read(bomb.join('\n'))).map(([code]) => code)).toEqual(['aliases-too-many']);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it.each(['[', '{a: ', '- ', '{"a":[', '? '])('a hundred thousand times %j', (text) => {
    const started = performance.now();
    const reading = read(text.repeat(100_000));
    expect(reading.ok && reading.document.faults.length === 0).toBe(false);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('deep but closed nesting is refused, in both languages', () => {
    expect(faultsOf(read('['.repeat(100) + ']'.repeat(100), 'x.json'))).toEqual([['nested-too-deep', 1]]);
    expect(faultsOf(read(`a: ${'['.repeat(100)}${']'.repeat(100)}`))).toEqual([['nested-too-deep', 1]]);
  });

  it('50 MB of YAML is refused at once', () => {
    const started = performance.now();
    expect(faultsOf(readTextDocument(new Uint8Array(50_000_000).fill(0x61)))).toEqual([['yaml-too-large', 1]]);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('50 MB of JSON is read, duplicate keys and all', () => {
    const item = `{"id":"system","name":"A name","layers":{"1":{"operator":"self","country":"NL"}}},\n`;
    const text = `{"systems":[\n${item.repeat(50_000_000 / item.length)}{"id":1,"id":2}]}`;
    const started = performance.now();
    expect(faultsOf(read(text)).map(([code]) => code)).toEqual(['duplicate-key']);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('never throws on anything', () => {
    fc.assert(fc.property(fc.oneof(fc.uint8Array(), fc.string({ unit: 'binary' }).map(bytes), fc.string({ unit: fc.constantFrom(...' \n:-[]{}"\'&*!|>?#,ab1') }).map(bytes)), (input) => void readTextDocument(input)), { numRuns: 2000 });
  });
});

describe('both languages', () => {
  it('give the same value and know the line of every member', () => {
    const key = fc.constantFrom('a', 'b', 'on', '1', 'NO', 'é');
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 4, withCrossShrink: true }, fc.constantFrom<unknown>('yes', 'text', 1, true, '2026-11-01', '1', 'null'), fc.array(tie('tree'), { maxLength: 3 }), fc.dictionary(key, tie('tree'), { maxKeys: 3, noNullPrototype: true })),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const document = { value };
        expect(valueOf(read(JSON.stringify(document, null, 1)))).toEqual(document);
        expect(valueOf(read(stringify(document, { version: '1.2' })))).toEqual(document);
      }),
    );
  });

  it('have room for what people write', () => {
    expect(textLimits.yamlBytes).toBeGreaterThan(4_000_000);
  });
});
