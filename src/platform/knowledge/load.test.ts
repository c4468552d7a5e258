import { describe, expect, it } from 'vitest';
import { faultText, type KnowledgeFaultCode, type Loaded } from './knowledge.ts';
import { loadKnowledge } from './load.ts';

const schema = JSON.stringify({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['id', 'colour'],
  additionalProperties: false,
  properties: {
    id: { type: 'string' },
    colour: { enum: ['red', 'green'] },
    near: { type: 'array', items: { type: 'string', 'x-refers-to': ['trees', 'shrubs'] } },
    parts: { type: 'array', 'x-worded': true, items: { type: 'object' } },
  },
  $defs: { words: { type: 'object', required: ['name'], additionalProperties: false, properties: { name: { type: 'string' }, parts: { type: 'object' } } } },
});
const wordless = JSON.stringify({ type: 'object', required: ['id'], properties: { id: { type: 'string' } } });

const sound: Readonly<Record<string, string>> = {
  'schemas/trees.schema.json': schema,
  'schemas/retired.schema.json': wordless,
  'trees/oak.yaml': 'id: oak\ncolour: green\nnear: [beech]\nparts: [{ id: leaf }]\n',
  'trees/beech.yaml': 'id: beech\ncolour: red\n',
  'words/nl/trees.yaml': 'oak: { name: Eik, parts: { leaf: Blad } }\nbeech: { name: Beuk }\n',
  'words/en/trees.yaml': 'oak: { name: Oak, parts: { leaf: Leaf } }\nbeech: { name: Beech }\n',
  'retired.yaml': 'entries: [{ id: trees/elm }]\n',
};

const load = (changes: Readonly<Record<string, string>> = {}): Loaded => loadKnowledge(new Map(Object.entries({ ...sound, ...changes })));
const codes = (changes: Readonly<Record<string, string>>): readonly KnowledgeFaultCode[] => {
  const loaded = load(changes);
  return loaded.ok ? [] : loaded.faults.map(({ code }) => code);
};

describe('the loader of knowledge', () => {
  it('hands out entries and words, frozen to the bottom', () => {
    const loaded = load();
    if (!loaded.ok) throw new Error(loaded.faults.map(faultText).join('\n'));
    const { entries, words } = loaded.knowledge;
    expect(entries['trees']?.map(({ id }) => id)).toEqual(['oak', 'beech']);
    expect(words.nl['trees']?.['oak']?.['name']).toBe('Eik');
    expect(Object.isFrozen(entries['trees']?.[0]?.['parts'])).toBe(true);
    expect(Object.isFrozen(words.en['trees']?.['oak']?.['parts'])).toBe(true);
  });

  it.each<[string, Record<string, string>, KnowledgeFaultCode[]]>([
    ['a file that is no YAML', { 'trees/oak.yaml': 'id: [oak' }, ['unreadable', 'words-without-entry', 'words-without-entry']],
    ['a key said twice', { 'trees/beech.yaml': 'id: beech\ncolour: red\ncolour: green\n' }, ['unreadable', 'unknown-reference', 'words-without-entry', 'words-without-entry']],
    ['a kind without a schema', { 'stones/flint.yaml': 'id: flint\n' }, ['no-schema']],
    ['a schema that cannot be compiled', { 'schemas/retired.schema.json': '{ "type": "oak" }' }, ['broken-schema']],
    ['a member the schema does not know', { 'trees/beech.yaml': 'id: beech\ncolour: red\nheight: 30\n' }, ['does-not-fit']],
    ['an id other than the file name', { 'trees/beech.yaml': 'id: beach\ncolour: red\n' }, ['id-is-not-file-name', 'unknown-reference', 'words-missing', 'words-missing', 'words-without-entry', 'words-without-entry']],
    ['an id given twice', { 'trees.yaml': 'colour: red\nentries: [{ id: beech }]\n' }, ['duplicate-id']],
    ['an id that was retired', { 'trees/elm.yaml': 'id: elm\ncolour: red\n', 'words/nl/trees.yaml': `${sound['words/nl/trees.yaml']}elm: { name: Iep }\n`, 'words/en/trees.yaml': `${sound['words/en/trees.yaml']}elm: { name: Elm }\n` }, ['retired-id']],
    ['a reference to nothing', { 'trees/oak.yaml': 'id: oak\ncolour: green\nnear: [larch]\nparts: [{ id: leaf }]\n' }, ['unknown-reference']],
    ['an entry without words in one language', { 'words/en/trees.yaml': 'beech: { name: Beech }\n' }, ['words-missing']],
    ['words of another shape', { 'words/en/trees.yaml': 'oak: { name: Oak, colour: Green, parts: { leaf: Leaf } }\nbeech: { name: Beech }\n' }, ['does-not-fit', 'words-differ']],
    ['an item without a word', { 'words/en/trees.yaml': 'oak: { name: Oak, parts: { root: Root } }\nbeech: { name: Beech }\n' }, ['words-missing', 'words-without-entry', 'words-differ', 'words-differ']],
    ['words of nothing', { 'words/nl/stones.yaml': 'flint: { name: Vuursteen }\n' }, ['words-without-entry']],
    ['a sentence left untranslated', { 'words/nl/trees.yaml': sound['words/nl/trees.yaml']!.replace('Beuk', 'A tree with smooth bark'), 'words/en/trees.yaml': sound['words/en/trees.yaml']!.replace('Beech', 'A tree with smooth bark') }, ['untranslated']],
  ])('refuses %s', (_, changes, expected) => {
    expect(codes(changes)).toEqual(expected);
  });

  it('leaves whole documents under examples/ to their own reader, and hands out their text', () => {
    const text = 'id: [no entry of any kind';
    expect(codes({ 'examples/wood/landscape.yaml': text })).toEqual([]);
    const loaded = load({ 'examples/wood/landscape.yaml': text });
    expect(loaded.ok && loaded.knowledge.documents).toEqual({ 'examples/wood/landscape.yaml': text });
  });

  it('reports all faults at once, each with its file', () => {
    const loaded = load({ 'trees/oak.yaml': 'id: oak\ncolour: blue\nparts: [{ id: leaf }]\n', 'trees/beech.yaml': 'id: beech\n' });
    expect(loaded.ok ? [] : loaded.faults.map(({ file, at }) => `${file}#${at}`)).toEqual(['trees/oak.yaml#/colour', 'trees/beech.yaml#']);
  });
});
