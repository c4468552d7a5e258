/**
 * The schemas of the kinds, compiled. Two keywords of our own: `x-refers-to` on a text (it is the id of an
 * entry of that kind, or of one of those kinds), and `x-worded` on a list of items with an id (the entry's
 * words hold, under the same name, exactly one word for each of them).
 */
import { Ajv2020, type ErrorObject, type SchemaObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { KnowledgeFault } from './knowledge.ts';

export type Reference = { readonly to: readonly string[]; readonly id: string; readonly at: string };
export type Worded = { readonly name: string; readonly ids: readonly string[] };
/** What validating one value brought to light besides its faults. */
export type Notes = { readonly references: Reference[]; readonly worded: Worded[] };
export type Problem = { readonly at: string; readonly what: string };
export type Check = (value: unknown) => { readonly problems: readonly Problem[]; readonly notes: Notes };
export type KindSchema = { readonly entry: Check; /** Absent: the kind has no words. */ readonly words: Check | undefined };

const idOf = (item: unknown): string => String((item as { readonly id?: unknown } | null)?.id);
const place = (context: unknown): Notes => context as Notes;
type Cxt = { readonly instancePath: string } | undefined;

const collectReference = (to: string | readonly string[]) =>
  function collect(this: unknown, id: string, cxt: Cxt): boolean {
    place(this).references.push({ to: [to].flat(), id, at: cxt?.instancePath ?? '' });
    return true;
  };

function collectWorded(this: unknown, items: readonly unknown[], cxt: Cxt): boolean {
  place(this).worded.push({ name: (cxt?.instancePath ?? '').slice(1), ids: items.map(idOf) });
  return true;
}

/** Schemas are not held against the meta-schema here: that costs more than all else together; a test does it. */
const newAjv = (): Ajv2020 =>
  new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false, passContext: true, validateFormats: false, validateSchema: false })
    .addKeyword({ keyword: 'x-refers-to', type: 'string', compile: collectReference })
    .addKeyword({ keyword: 'x-worded', type: 'array', compile: () => collectWorded });

const problemOf = ({ instancePath, message, params }: ErrorObject): Problem => ({
  at: instancePath,
  what: [message, params['additionalProperty'] ?? params['allowedValues']].filter((part) => part !== undefined).join(': '),
});

const checkOf = (validate: ValidateFunction): Check => (value) => {
  const notes: Notes = { references: [], worded: [] };
  validate.call(notes, value);
  return { problems: (validate.errors ?? []).map(problemOf), notes };
};

const compileKind = (ajv: Ajv2020, name: string, schema: SchemaObject): KindSchema => ({
  entry: checkOf(ajv.compile({ $ref: `${name}.schema.json` })),
  words: (schema['$defs'] as SchemaObject | undefined)?.['words'] === undefined ? undefined : checkOf(ajv.compile({ $ref: `${name}.schema.json#/$defs/words` })),
});

const guarded = (name: string, faults: KnowledgeFault[], work: () => void): void => {
  try {
    work();
  } catch (error) {
    faults.push({ code: 'broken-schema', file: `schemas/${name}.schema.json`, at: '', details: { why: String(error) } });
  }
};

/** INVARIANT: a schema's `$id` is `<kind>.schema.json`, so that schemas may refer to each other. */
export const compileSchemas = (schemas: ReadonlyMap<string, unknown>, kinds: ReadonlySet<string>, faults: KnowledgeFault[]): ReadonlyMap<string, KindSchema> => {
  const ajv = newAjv();
  const compiled = new Map<string, KindSchema>();
  const added = new Set<string>();
  for (const [name, schema] of schemas) {
    guarded(name, faults, () => {
      ajv.addSchema({ ...(schema as SchemaObject), $id: `${name}.schema.json` });
      added.add(name);
    });
  }
  for (const name of [...kinds].filter((kind) => added.has(kind))) {
    guarded(name, faults, () => compiled.set(name, compileKind(ajv, name, schemas.get(name) as SchemaObject)));
  }
  return compiled;
};
