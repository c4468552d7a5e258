/** Reads a backup and holds every byte of it to its manifest, handing over the parts of tables on the way. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { description, descriptionFile, type Description, manifest, manifestFile, manifestHashFile, sha256, type Manifest } from './manifest.ts';
import { Damaged, type Member, readTar } from './tar.ts';

const unpack = promisify(gunzip);
const largestPartBytes = 512 * 1024 * 1024;

export type Part = { readonly table: string; readonly lines: readonly string[] };
/** What is done with a backup while it is read. */
export type Reader = {
  readonly begin: (described: Description) => Promise<void>;
  readonly take: (part: Part) => Promise<void>;
};

type Seen = Manifest['members'][number];

/** @throws Damaged */
function parsed<Value>(schema: { safeParse: (value: unknown) => { success: true; data: Value } | { success: false } }, { name, bytes }: Member): Value {
  try {
    const read = schema.safeParse(JSON.parse(bytes.toString()));
    if (read.success) return read.data;
  } catch {
    // Not JSON at all: told as the same damage.
  }
  throw new Damaged(`${name} is not what a backup of this version has there.`);
}

const partName = /^tables\/([a-z0-9_]+)\/\d{6}\.jsonl\.gz$/;

async function linesOf({ name, bytes }: Member): Promise<Part> {
  const [, table = ''] = partName.exec(name) ?? [];
  if (table === '') throw new Damaged(`${name} does not belong in a backup.`);
  const text = await unpack(bytes, { maxOutputLength: largestPartBytes }).catch(() => Promise.reject(new Damaged(`${name} is damaged.`)));
  return { table, lines: text.toString().split('\n').slice(0, -1) };
}

function holdTo(manifested: Manifest, seen: readonly Seen[]): void {
  const same = (a: Seen, b: Seen | undefined): boolean => a.name === b?.name && a.bytes === b.bytes && a.sha256 === b.sha256;
  const wrong = seen.find((member, at) => !same(member, manifested.members[at]));
  if (wrong) throw new Damaged(`${wrong.name} is not as it was when the backup was made.`);
  if (seen.length !== manifested.members.length) throw new Damaged('Parts of the backup are missing.');
}

async function readEnd(last: Member, members: AsyncGenerator<Member>, seen: readonly Seen[]): Promise<Manifest> {
  const { value: hash, done } = await members.next();
  if (done || hash.name !== manifestHashFile || hash.bytes.toString() !== `${sha256(last.bytes)}\n`) throw new Damaged('The manifest is not as it was when the backup was made.');
  const manifested = parsed(manifest, last);
  holdTo(manifested, seen);
  if (!(await members.next()).done) throw new Damaged('Something follows the manifest.');
  return manifested;
}

/** @throws Damaged; whatever the reader did until then must be undone. */
export async function readBackup(source: AsyncIterable<Uint8Array>, reader: Reader): Promise<Manifest> {
  const members = readTar(source);
  const seen: Seen[] = [];
  for (;;) {
    const { value: member, done } = await members.next();
    if (done) throw new Damaged('The manifest is missing.');
    if (member.name === manifestFile) return readEnd(member, members, seen);
    seen.push({ name: member.name, bytes: member.bytes.byteLength, sha256: sha256(member.bytes) });
    if (seen.length === 1) await reader.begin(parsed(description, { ...member, name: descriptionFile }));
    else await reader.take(await linesOf(member));
  }
}

const onlyLook: Reader = { begin: async () => undefined, take: async () => undefined };

/** @throws Damaged when any byte is not as it was written. */
export const checkBackup = (source: AsyncIterable<Uint8Array>): Promise<Manifest> => readBackup(source, onlyLook);
