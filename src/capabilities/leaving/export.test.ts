/** EXIT-6: another program reads an export, and what comes in elsewhere leaves there again, byte for byte. */
import { spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { scene } from '../../../tests/faces/scene.ts';
import { settingOn } from '../../../tests/faces/visitor.ts';
import { gathered } from '../../entry/slices.ts';
import { readZip } from '../../formats/zip/read.ts';
import { type ZipFile, writeZip } from '../../formats/zip/write.ts';
import { notaryOf } from '../../platform/audit/notary.ts';
import { eachDatabase, freshDatabase } from '../../platform/database/testing/fresh-database.ts';
import { signerOf } from '../../platform/transparency/signer.ts';
import { exportCommand } from './export-command.ts';
import { importCommand } from './import-command.ts';
import { readShapes, undeclaredTables } from './shape.ts';
import { filesIn, runHere } from './testing/run-here.ts';

const verifier = join(import.meta.dirname, '../../../verifier/load_export.py');
const hasPython = spawnSync('python3', ['--version']).status === 0;
if (!hasPython) process.stderr.write('No python3: EXIT-6, the loader that shares no code, is not tested here.\n');

const signer = signerOf(generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string);

/** The log is of the installation that wrote it. */
const isOfTheLog = (name: string): boolean => /^(data|schema)\/audit_|^audit\/|^manifest\./.test(name);
const sum = (text: string | undefined): string => createHash('sha256').update(text ?? '').digest('hex');
const notary = notaryOf(async () => signer, 'example.nl/export');

async function changed(bytes: Buffer, change: (file: ZipFile) => ZipFile | null): Promise<Buffer> {
  const files: ZipFile[] = [];
  for await (const file of readZip(Readable.from([bytes]))) files.push(...[change(file)].filter((one) => one !== null));
  const parts: Buffer[] = [];
  for await (const part of writeZip((async function* () { yield* files; })())) parts.push(part);
  return Buffer.concat(parts);
}

const withText = (name: string, from: string, to: string) => (file: ZipFile): ZipFile => (file.name === name ? { name, bytes: Buffer.from(Buffer.from(file.bytes).toString().replace(from, to)) } : file);

const { exported } = gathered;

describe.each(eachDatabase)('on %s', (kind) => {
  const at = scene(kind);
  const elsewhere = freshDatabase(eachDatabase.find((other) => other !== kind) ?? kind);
  const folder = mkdtempSync(join(tmpdir(), 'regie-export-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const load = (bytes: Buffer, ...more: readonly string[]) => {
    writeFileSync(join(folder, 'export.zip'), bytes);
    const { status, stdout, stderr } = spawnSync('python3', [verifier, join(folder, 'export.zip'), ...more], { encoding: 'utf8' });
    return { status, said: `${stdout}${stderr}`.trim() };
  };
  const organisation = async (): Promise<string> => (await sql<{ id: string }>`select id from organisation where name = 'Waterlinde'`.execute(at.db)).rows[0]?.id ?? '';
  const here = () => ({ setting: at.setting, db: at.db, notary });
  let whole: Buffer = Buffer.alloc(0);

  it('no table is forgotten: each is declared to go along or to stay, and every column named in a declaration is there', async () => {
    expect(await undeclaredTables(at.db, exported)).toEqual([]);
    const shapes = await readShapes(at.db, exported);
    const known = new Set(shapes.flatMap(({ table, columns }) => columns.map(({ name }) => `${table.name}.${name}`)));
    const named = shapes.flatMap(({ declared, table }) => [...Object.keys(declared.refers ?? {}), ...(declared.sealed ?? []).map(({ column }) => column), ...(declared.person ? [declared.person] : [])].map((column) => `${table.name}.${column}`));
    const led = shapes.flatMap(({ declared }) => Object.values(declared.refers ?? {}));
    expect([...named, ...led].filter((column) => !known.has(column))).toEqual([]);
    await sql`create table forgotten (organisation_id uuid primary key)`.execute(at.db);
    expect(await undeclaredTables(at.db, exported)).toEqual(['forgotten']);
    await sql`drop table forgotten`.execute(at.db);
  });

  it('EXIT-6 holds everything of the organisation, opened, and nothing of another nor any secret', async () => {
    for (const who of [at.editor, at.reader, at.first]) expect((await who.send('PUT', '/v1/conversation/answers/board/8', { answers: { 'should-we': { answer: 'yes', note: '=Besproken, "ja"' } } })).status).toBe(200);
    const { ending, said, bytes } = await runHere(here(), exportCommand(exported), { file: 'it',  organisation: await organisation() });
    expect(ending).toBe('done');
    expect(said[0]).toMatch(/^Exported: \d+ rows in \d+ files/);
    whole = bytes;
    const files = await filesIn(bytes);
    expect(files.get('data/organisation.jsonl')).toContain('"name":"Waterlinde"');
    expect(files.get(`landscape/${await organisation()}.json`)).toContain('zaaksysteem');
    const [answer] = (files.get('data/conversation_answer.jsonl') ?? '').split('\n');
    expect(JSON.parse(answer ?? '')).toMatchObject({ note: '=Besproken, "ja"', classification: 'confidential' });
    // People were told that their name is not with it.
    const { rows } = await sql<{ id: string }>`select id from person`.execute(at.db);
    for (const { id } of rows) expect(files.get('data/conversation_answer.jsonl')).not.toContain(id);
    const all = [...files.values()].join('\n');
    expect(all).not.toMatch(/\$argon2|Elders|v1\.a256gcm/);
    for (const line of (files.get('data/landscape_item.jsonl') ?? '').trim().split('\n')) expect(JSON.parse(line)).toMatchObject({ classification: 'internal', organisation_id: await organisation() });
  });

  it.skipIf(!hasPython)('EXIT-6 is rebuilt by a program that shares no code: counts, sums and references all hold, and the signature', () => {
    const right = load(whole, join(folder, 'loaded.sqlite'));
    expect(right.said).toMatch(/^right: \d+ files, \d+ tables, \d+ rows, \d+ references, all lead somewhere; signed by example\.nl\/export at 2026-11-23/);
  });

  it.skipIf(!hasPython)('EXIT-6 the whole installation too, with its own log in it', async () => {
    await runHere(here(), exportCommand(exported), { file: 'it' });
    const { bytes } = await runHere(here(), exportCommand(exported), { file: 'it' });
    expect((await filesIn(bytes)).get('data/audit_event.jsonl')).toContain('"organisation_id":"00000000-0000-0000-0000-000000000000"');
    expect(load(bytes).said).toMatch(/^right: /);
  });

  it.skipIf(!hasPython || kind !== 'PGlite')('EXIT-6 that program notices a changed row, a lost file, a forged manifest and another key', async () => {
    expect(load(await changed(whole, withText('data/organisation.jsonl', 'Waterlinde', 'Waterloopt'))).said).toBe('WRONG: data/organisation.jsonl was changed');
    expect(load(await changed(whole, (file) => (file.name === 'data/person.csv' ? null : file))).said).toContain('other files');
    expect(load(await changed(whole, withText('manifest.json', '"tables"', '"tables" '))).said).toContain('not the one that was signed');
    const other = signerOf(generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string);
    const { key } = await notaryOf(async () => other, 'example.nl/export').sign(['x', 'y']);
    expect(load(whole, '--key', key).said).toBe('WRONG: the signature is forged');
  });

  it('EXIT-6 EXIT-8 comes in elsewhere and leaves there again, byte for byte; and only once', async () => {
    const there = { setting: settingOn(elsewhere), db: elsewhere.db };
    const damaged = Buffer.from(whole);
    damaged.writeUInt8(damaged.readUInt8(whole.byteLength >> 1) ^ 1, whole.byteLength >> 1);
    expect((await runHere(there, importCommand(exported), { file: 'it' }, damaged)).ending).toMatchObject({ refused: 'conflict' });
    expect((await sql`select 1 from organisation`.execute(elsewhere.db)).rows).toEqual([]);
    const { ending, said } = await runHere(there, importCommand(exported), { file: 'it' }, whole);
    expect(ending).toBe('done');
    expect(said.at(-1)).toMatch(/anna@example\.nl {2}[A-Z0-9-]{24}$/);
    const again = await filesIn((await runHere(there, exportCommand(exported), { file: 'it', organisation: await organisation() })).bytes);
    const differing = [...(await filesIn(whole))].filter(([name, text]) => !isOfTheLog(name) && sum(text) !== sum(again.get(name))).map(([name]) => name);
    expect(differing).toEqual([]);
    expect((await runHere(there, importCommand(exported), { file: 'it' }, whole)).ending).toMatchObject({ refused: 'conflict' });
  });
});
