/** The Dutch API Design Rules' demands on a description that a program can check, and that every operation is in it. */
import { describe, expect, it } from 'vitest';
import { operations } from '../../src/entry/operations.ts';
import { openApiOf } from '../../src/faces/rest/openapi.ts';

type Described = { operationId: string; parameters: { name: string; in: string; required: boolean }[]; responses: Record<string, { headers?: Record<string, unknown> }> };
type Document = { openapi: string; info: { version: string; contact: Record<string, string> }; servers: { url: string }[]; paths: Record<string, Record<string, Described>> };

const document = JSON.parse(JSON.stringify(openApiOf(operations, 'https://regie.example.nl', 'regie', 'en'))) as Document;
const described = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));

describe('the description of the API', () => {
  it('has every operation, once', () => {
    expect(described.map(({ operation }) => operation.operationId).toSorted()).toEqual([...operations.map(({ name }) => name), 'openapi'].toSorted());
  });

  it('is OpenAPI 3.0, with a major version in its address, a semantic version and a contact', () => {
    expect(document.openapi).toBe('3.0.3');
    expect(document.servers.every(({ url }) => /^https:.*\/v\d+$/.test(url))).toBe(true);
    expect(document.info.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(Object.keys(document.info.contact)).toEqual(['name', 'url', 'email']);
  });

  it.each(described)('$method $path: kebab-case with `_` before a last segment that is a verb, camelCase members, its parameters declared, a version in the answer', ({ path, operation }) => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(path.replaceAll(/\{\w+\}/g, 'x')).toMatch(/^(\/[a-z0-9.]+(-[a-z0-9.]+)*)*\/_?[a-z0-9.]+(-[a-z0-9.]+)*$/);
    expect(operation.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(inPath);
    expect(operation.parameters.every(({ name }) => /^[a-z][A-Za-z0-9]*$/.test(name))).toBe(true);
    expect(Object.keys(operation.responses['200']?.headers ?? {})).toContain('API-Version');
  });

  it('has nothing that OpenAPI 3.0 does not know', () => {
    const text = JSON.stringify(document);
    for (const later of ['"$schema"', '"~standard"', '"const":', '"type":["', '"$defs"', '"propertyNames"', '"examples":']) expect([later, text.includes(later)]).toEqual([later, false]);
  });
});
