import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { knowledge, libraryFolder } from './read.ts';

type Schema = { readonly [key: string]: unknown };
const folder = join(libraryFolder, 'schemas');
const schemas = readdirSync(folder).map((file) => [file, JSON.parse(readFileSync(join(folder, file), 'utf8')) as Schema] as const);

/** Every object schema with `properties` that does not say what else is allowed, by its place. */
const openObjects = (schema: unknown, at = ''): readonly string[] => {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = schema as Schema;
  const open = own['type'] === 'object' && 'properties' in own && own['additionalProperties'] !== false ? [at] : [];
  return [...open, ...Object.entries(own).flatMap(([key, value]) => openObjects(value, `${at}/${key}`))];
};

describe('the schemas', () => {
  const meta = new Ajv2020({ strict: false });

  it.each(schemas)('%s is a schema of draft 2020-12', (_, schema) => {
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(meta.validateSchema(schema) ? [] : meta.errors).toEqual([]);
  });

  it('name every kind of the library, and let no unknown key through', () => {
    const kinds = Object.keys(knowledge.entries);
    const files = new Map(schemas);
    expect(kinds.filter((kind) => !files.has(`${kind}.schema.json`))).toEqual([]);
    expect(kinds.flatMap((kind) => openObjects(files.get(`${kind}.schema.json`), kind))).toEqual([]);
  });
});
