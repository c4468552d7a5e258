/** Reads an export and holds every byte of it to its manifest, handing over the rows on the way. */
import type { z } from 'zod';
import { readZip, ZipDamaged } from '../../formats/zip/read.ts';
import type { ZipFile } from '../../formats/zip/write.ts';
import { readExact } from './exact-json.ts';
import { type Description, description, descriptionFile, keyFile, type Manifest, manifest, manifestFile, sha256, signatureFile } from './manifest.ts';

export type Rows = { readonly table: string; readonly rows: Record<string, unknown>[] };
export type Taker = { readonly begin: (described: Description) => Promise<void>; readonly take: (rows: Rows) => Promise<void> };

/** @throws ZipDamaged */
function parsed<Schema extends z.ZodType>(schema: Schema, { name, bytes }: ZipFile): z.output<Schema> {
  try {
    const read = schema.safeParse(JSON.parse(Buffer.from(bytes).toString()));
    if (read.success) return read.data;
  } catch {
    // Not JSON at all: told as the same damage.
  }
  throw new ZipDamaged(`${name} is not what an export of this version has there.`);
}

const rowsFile = /^data\/([a-z0-9_]+)(?:\.\d+)?\.jsonl$/;

function rowsIn({ name, bytes }: ZipFile): Rows | null {
  const [, table] = rowsFile.exec(name) ?? [];
  if (table === undefined) return null;
  try {
    return { table, rows: Buffer.from(bytes).toString().split('\n').slice(0, -1).map(readExact) };
  } catch {
    throw new ZipDamaged(`${name} has a line that is no JSON.`);
  }
}

function holdTo({ files }: Manifest, seen: ReadonlyMap<string, string>): void {
  const wrong = files.find(({ path, sha256: sum }) => seen.get(path) !== sum);
  if (wrong) throw new ZipDamaged(`${wrong.path} is not as it was when the export was made.`);
  if (files.length !== seen.size) throw new ZipDamaged('There is more in the file than the manifest knows.');
}

/** @throws ZipDamaged; whatever the taker did until then must be undone. @returns what was in it. */
export async function readExport(source: AsyncIterable<Uint8Array>, taker: Taker): Promise<Manifest> {
  const seen = new Map<string, string>();
  let last: ZipFile | null = null;
  for await (const file of readZip(source)) {
    if (file.name === signatureFile || file.name === keyFile) continue;
    if (seen.size === 0 && file.name !== descriptionFile) throw new ZipDamaged('This is not an export of Regiekompas.');
    if (seen.size === 0) await taker.begin(parsed(description, file));
    if (file.name === manifestFile) last = file;
    else seen.set(file.name, sha256(file.bytes));
    const rows = rowsIn(file);
    if (rows) await taker.take(rows);
  }
  if (last === null) throw new ZipDamaged('The manifest is missing.');
  const said = parsed(manifest, last);
  holdTo(said, seen);
  return said;
}
