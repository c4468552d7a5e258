/**
 * The people a test of a slice needs, in an organisation with the small example landscape:
 *
 *   describe.each(eachDatabase)('on %s', (kind) => { const at = scene(kind); it('…', () => at.editor.get('/systems')) })
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll } from 'vitest';
import { roles } from '../../src/capabilities/identity/public.ts';
import { operations as everyOperation } from '../../src/entry/operations.ts';
import { type Fresh, freshDatabase, type Kind } from '../../src/platform/database/testing/fresh-database.ts';
import type { Operation } from '../../src/platform/operation.ts';
import { type Browser, firstPerson, invited, settingOn, type Setting, stranger } from './visitor.ts';

export const smallExample = readFileSync(join(import.meta.dirname, '../conformance/example/landscape.yaml'), 'utf8');

type People = {
  readonly setting: Setting;
  /** Anna, who founded the organisation. */
  readonly first: Browser;
  readonly editor: Browser;
  readonly reader: Browser;
  /** Every role, in another organisation that has nothing in it. */
  readonly outsider: Browser;
};
/** `system` is the id of a system of the organisation. */
export type Scene = People & Fresh & { readonly system: string };

/** Reads a document and applies it, as somebody would on the import page. @throws when it is refused. */
export async function importDocument(who: Browser, text: string, name = 'landscape.yaml'): Promise<void> {
  const read = await who.send('POST', '/v1/landscape-imports', { file: { name, text } });
  const { id } = (await read.clone().json()) as { id: string };
  const applied = read.ok ? await who.send('POST', `/v1/landscape-imports/${id}/_apply`) : read;
  if (!applied.ok) throw new Error(`The document was refused: ${await applied.text()}`);
}

async function peopleOn(at: Fresh, operations: readonly Operation[]): Promise<People> {
  const setting = settingOn(at, operations);
  const first = await firstPerson(setting);
  await importDocument(first, smallExample);
  const editor = await invited(setting, first, 'Edwin', ['editor']);
  const reader = await invited(setting, first, 'Rita', ['reader']);
  return { setting, first, editor, reader, outsider: await stranger(setting, first, roles) };
}

/** Call it where `beforeAll` may stand. Everything is there from the first test on. */
export function scene(kind: Kind = 'PGlite', operations: readonly Operation[] = everyOperation): Scene {
  const at = freshDatabase(kind);
  let people: People | undefined;
  beforeAll(async () => void (people = await peopleOn(at, operations)));
  const there = (): People => {
    if (!people) throw new Error('The scene is there from the first test on.');
    return people;
  };
  return {
    get db() { return at.db; },
    get setting() { return there().setting; },
    get first() { return there().first; },
    get editor() { return there().editor; },
    get reader() { return there().reader; },
    get outsider() { return there().outsider; },
    system: 'zaaksysteem',
  };
}
