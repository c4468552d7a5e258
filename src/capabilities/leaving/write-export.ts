/** A whole organisation, or all of them, as the files of one zip. Memory holds a part of one table at a time. */
import { exportLog } from '../../platform/audit/export-log.ts';
import { logsOf } from '../../platform/audit/checkpoints.ts';
import { writeCanonically } from '../../platform/backup/rows.ts';
import type { Notary } from '../../platform/audit/notary.ts';
import { type ZipFile, writeZip } from '../../formats/zip/write.ts';
import type { Exported } from '../../platform/export/exported-table.ts';
import { Count, exportRows, type Leaving } from './export-rows.ts';
import { type Description, descriptionFile, keyFile, type Manifest, manifestFile, sha256, signatureFile } from './manifest.ts';
import { readMe, readMeFile } from './read-me.ts';
import { csvwOf, fingerprintOf, jsonSchemaOf, readShapes, type Shape } from './shape.ts';

export type Made = Leaving & {
  readonly exported: Exported;
  /** Of the organisations in it. */
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly now: Date;
  readonly notary: Notary | null;
};
export type Summary = { readonly rows: number; readonly files: number; readonly manifestSha256: string };

const bytesOf = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
const numbered = (part: number): string => (part === 1 ? '' : `.${part}`);

async function* tableFiles(shape: Shape, others: readonly Shape[], made: Made, tables: Manifest['tables'][number][]): AsyncGenerator<ZipFile> {
  const { name } = shape.table;
  yield { name: `schema/${name}.schema.json`, bytes: bytesOf(jsonSchemaOf(shape)) };
  const count = new Count();
  let part = 0;
  for await (const { lines, csv } of exportRows(shape, others, made, count)) {
    part += 1;
    yield { name: `data/${name}${numbered(part)}.jsonl`, bytes: Buffer.from(lines) };
    yield { name: `data/${name}${numbered(part)}.csv`, bytes: Buffer.from(csv) };
    yield { name: `data/${name}${numbered(part)}.csv-metadata.json`, bytes: bytesOf({ '@context': 'http://www.w3.org/ns/csvw', ...csvwOf(shape, `${name}${numbered(part)}.csv`) }) };
  }
  tables.push(count.of(shape));
}

async function* documentFiles({ db, exported, organisations, now }: Made): AsyncGenerator<ZipFile> {
  for (const { folder, write } of exported.documents) {
    for (const organisation of organisations) {
      const written = await write(db, organisation, now.toISOString().slice(0, 10));
      if (written) yield { name: `${folder}/${organisation.id}.${written.extension}`, bytes: Buffer.from(written.text) };
    }
  }
}

async function* logFiles({ db, organisations }: Made): AsyncGenerator<ZipFile> {
  for (const { id } of organisations) {
    for (const head of await logsOf(db, id)) for await (const { path, bytes } of exportLog(db, id, head)) yield { name: `audit/${id}/${head.log}/${path}`, bytes };
  }
}

async function* contentFiles(made: Made, tables: Manifest['tables'][number][]): AsyncGenerator<ZipFile> {
  const { db, organisation, person, vault } = made;
  const shapes = await readShapes(db, made.exported);
  yield { name: descriptionFile, bytes: bytesOf({ format: 'regiekompas-export', version: 1, organisation, person, values: vault === null ? 'sealed' : 'opened', shape: fingerprintOf(shapes) } satisfies Description) };
  yield { name: readMeFile, bytes: Buffer.from(readMe) };
  for (const shape of shapes) yield* tableFiles(shape, shapes, made, tables);
  if (person !== null) return;
  yield* documentFiles(made);
  yield* logFiles(made);
}

/** @param made with a transaction: what it sees stands still. */
async function* exportFiles(made: Made, done: (summary: Summary) => void): AsyncGenerator<ZipFile> {
  await writeCanonically(made.db);
  const tables: Manifest['tables'][number][] = [];
  const files: Manifest['files'][number][] = [];
  for await (const file of contentFiles(made, tables)) {
    files.push({ path: file.name, bytes: file.bytes.byteLength, sha256: sha256(file.bytes) });
    yield file;
  }
  const manifest = bytesOf({ files, tables } satisfies Manifest);
  yield { name: manifestFile, bytes: manifest };
  const signed = await made.notary?.sign([sha256(manifest), made.now.toISOString()]);
  if (signed) yield { name: signatureFile, bytes: Buffer.from(signed.note) };
  if (signed) yield { name: keyFile, bytes: Buffer.from(`${signed.key}\n`) };
  done({ rows: tables.reduce((total, { rows }) => total + rows, 0), files: files.length, manifestSha256: sha256(manifest) });
}

export const writeExport = (made: Made, done: (summary: Summary) => void): AsyncGenerator<Buffer> => writeZip(exportFiles(made, done));
