import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineDocumentOperation, defineOperation } from './operation.ts';
import { documentText } from './command.ts';
import { notFound } from './refusal.ts';
import type { Database } from './context.ts';

const title = { nl: 'Titel', en: 'Title' };
const input = z.strictObject({ id: z.string(), size: z.number().optional() });
const output = z.strictObject({ id: z.string(), name: z.string() });
const touch = (at: { db: Database }) => ({ id: String(at.db), name: '' });
const system = { id: 's', name: 'S' };

describe('what does not type-check', () => {
  it('an operation without a permission', () => {
    // @ts-expect-error INVARIANT: no operation without a permission
    defineOperation({ name: 'a.read-system', title, input, output, effect: { kind: 'read' }, handle: async () => system });
  });

  it('a change without a trace', () => {
    // @ts-expect-error INVARIANT: no change without an audit entry
    defineOperation({ name: 'a.save-system', title, permission: 'a:b', input, output, effect: { kind: 'change' }, handle: async () => system });
  });

  it('a sensitive read without a trace', () => {
    // @ts-expect-error INVARIANT: no sensitive read without an audit entry
    defineOperation({ name: 'a.read-system', title, permission: 'a:b', input, output, effect: { kind: 'sensitive-read' }, handle: async () => system });
  });

  it('a permission of no known form', () => {
    // @ts-expect-error a permission is `<subject>:<verb>`
    defineOperation({ name: 'a.read-system', title, permission: 'everybody', input, output, effect: { kind: 'read' }, handle: async () => system });
  });

  it('an answer that is not the output', () => {
    // @ts-expect-error the output has a name
    defineOperation({ name: 'a.read-system', title, permission: 'a:b', input, output, effect: { kind: 'read' }, handle: async () => ({ id: 's' }) });
  });

  it('a document operation that touches the database', () => {
    const documents = z.strictObject({ landscape: documentText });
    const command = { name: 'look', summary: title, files: { into: 'landscape', run: 'each' }, options: {}, formats: { json: () => '{}' } } as const;
    // @ts-expect-error INVARIANT: a document operation has no database
    defineDocumentOperation({ name: 'a.look-at', title, permission: 'anyone', input: documents, output, command, handle: touch });
  });

  it('what anyone may do, counting on a person', () => {
    defineOperation({
      name: 'a.read-system', title, permission: 'anyone', input, output, effect: { kind: 'read' },
      // @ts-expect-error anyone may be nobody
      handle: async (at) => ({ id: at.person.id, name: '' }),
    });
  });
});

describe('what does', () => {
  it('a form whose values and extra are known by type', () => {
    const operation = defineOperation({
      name: 'a.save-system',
      title,
      permission: 'a:change',
      input,
      output,
      effect: { kind: 'change', trace: (given, got) => ({ object: `system/${got.id}`, detail: { size: given.size } }) },
      handle: async (at, given) => (given.id === at.organisation.id ? notFound : system),
      rest: { method: 'PUT', path: '/systems/{id}' },
      web: {
        kind: 'form',
        path: '/systems/{id}/edit',
        load: async (at, params) => ({ values: { id: params['id'], size: at.today.length }, extra: { providers: ['p'] } }),
        render: (view) => view.extra.providers.join() as never,
        done: (got, given) => ({ to: `/systems/${got.id}/${given.size}` }),
      },
    });
    expect(operation.rest).toEqual({ method: 'PUT', path: '/systems/{id}' });
  });

  it('a page that sees input and output; without a route it gets one', () => {
    const operation = defineOperation({
      name: 'a.read-system', title, permission: 'member', input, output, effect: { kind: 'read' },
      handle: async () => system,
      web: { kind: 'page', path: '/systems/{id}', render: (view) => (view.output.name + view.input.id) as never },
    });
    expect(operation.rest).toEqual({ method: 'GET', path: '/operations/a.read-system' });
  });
});
