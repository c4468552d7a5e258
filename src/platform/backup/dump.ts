/** A snapshot of the database as a tar: `tables/<table>/<part>.jsonl.gz`, between its description and its manifest. */
import { createHash, type Hash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Database } from '../context.ts';
import { readSchema, readSequences, readTables, type Table } from './catalogue.ts';
import { contentHash, type Description, descriptionFile, type Manifest, manifestFile, manifestHashFile, sha256, type TableSum } from './manifest.ts';
import { readLines, speakCanonically } from './rows.ts';
import { tarEnd, tarMember } from './tar.ts';

export type Origin = Pick<Description, 'madeAt' | 'from'>;
/** Told when it is over. */
export type Summary = { readonly rows: number; readonly contentSha256: string };

const partBytes = 4 * 1024 * 1024;
const pack = promisify(gzip);

type Book = { readonly members: Manifest['members'][number][]; readonly tables: TableSum[] };

function entered(book: Book, name: string, bytes: Buffer): Buffer {
  book.members.push({ name, bytes: bytes.byteLength, sha256: sha256(bytes) });
  return tarMember(name, bytes);
}

/** Lines gathered into parts of a few megabytes. */
async function* partsOf(db: Database, table: Table, sum: Hash, counted: { rows: number }): AsyncGenerator<string> {
  let part = '';
  for await (const lines of readLines(db, table)) {
    const text = lines.map((line) => `${line}\n`).join('');
    sum.update(text);
    counted.rows += lines.length;
    part += text;
    if (part.length < partBytes) continue;
    yield part;
    part = '';
  }
  if (part !== '') yield part;
}

async function* dumpTable(db: Database, table: Table, book: Book): AsyncGenerator<Buffer> {
  const sum = createHash('sha256');
  const counted = { rows: 0 };
  let number = 0;
  for await (const part of partsOf(db, table, sum, counted)) {
    number += 1;
    yield entered(book, `tables/${table.name}/${String(number).padStart(6, '0')}.jsonl.gz`, await pack(part));
  }
  book.tables.push({ name: table.name, rows: counted.rows, sha256: sum.digest('hex') });
}

async function summed(db: Database, table: Table): Promise<TableSum> {
  const sum = createHash('sha256');
  const counted = { rows: 0 };
  for await (const _ of partsOf(db, table, sum, counted));
  return { name: table.name, rows: counted.rows, sha256: sum.digest('hex') };
}

/** @param db a transaction: what it sees stands still. */
export async function readContentHash(db: Database): Promise<{ readonly contentSha256: string; readonly tables: readonly TableSum[] }> {
  await speakCanonically(db);
  const tables: TableSum[] = [];
  for (const table of await readTables(db)) tables.push(await summed(db, table));
  return { contentSha256: contentHash(tables), tables };
}

const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);

/** @param db a transaction: what it sees stands still. Memory holds a part at a time, whatever the size of the database. */
export async function* dump(db: Database, origin: Origin, done: (summary: Summary) => void): AsyncGenerator<Buffer> {
  const book: Book = { members: [], tables: [] };
  await speakCanonically(db);
  const description: Description = { format: 'regiekompas-backup', version: 1, ...origin, schema: await readSchema(db) };
  yield entered(book, descriptionFile, json(description));
  for (const table of await readTables(db)) yield* dumpTable(db, table, book);
  const contentSha256 = contentHash(book.tables);
  const manifest = json({ ...book, sequences: await readSequences(db), contentSha256 } satisfies Manifest);
  yield tarMember(manifestFile, manifest);
  yield tarMember(manifestHashFile, Buffer.from(`${sha256(manifest)}\n`));
  yield tarEnd;
  done({ rows: book.tables.reduce((total, { rows }) => total + rows, 0), contentSha256 });
}
