import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { type Kysely, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Tables } from '../context.ts';
import { migrate, type Migration, readMigrations } from '../database/migrate.ts';
import { inOneMoment, type OpenDatabase } from '../database/open-database.ts';
import { eachDatabase, freshDatabase } from '../database/testing/fresh-database.ts';
import { readContentHash } from './dump.ts';
import { load, NotRestored } from './load.ts';
import { restore } from './restore.ts';
import { NeedsKey, opened, WrongKey } from './seal.ts';
import { Damaged, readTar, tarEnd, tarMember } from './tar.ts';
import { writeBackup } from './write-backup.ts';

const now = new Date('2026-11-23T10:00:00Z');
const awkward: Migration = {
  id: 'test/0001-awkward.sql',
  text: `
    create table awkward_part (organisation_id uuid not null, id bigint generated always as identity, body jsonb, listed text[], bytes bytea, size numeric, real float8, at timestamptz, day date, twice bigint generated always as (id * 2) stored, primary key (organisation_id, id));
    create table awkward (organisation_id uuid not null, "order" text not null, part_id bigint, primary key (organisation_id, "order"), foreign key (organisation_id, part_id) references awkward_part (organisation_id, id));`,
};
const migrations = [...readMigrations(join(import.meta.dirname, '../../..', 'src')), awkward];
const organisation = '00000000-0000-7000-8000-000000000001';

async function fill(db: Kysely<Tables>, rows: number): Promise<void> {
  await migrate(db, migrations);
  await sql`insert into awkward_part (organisation_id, body, listed, bytes, size, real, at, day) values
    (${organisation}, 'null', array['a,b', null, '"'], '\\x00ff'::bytea, 12345678901234567890.0123456789, 0.1, '2026-11-23 10:00:00.123456+05:30', '2026-02-28'),
    (${organisation}, null, '{}', null, 1e-20, 'NaN', 'infinity', '-infinity'),
    (${organisation}, ${'{"b": 1.10, "a": [null, "é ‮ \\u0001", 9007199254740993]}'}, null, '', 0, -0.0, null, null)`.execute(db);
  await sql`insert into awkward select ${organisation}, 'Zz' || n || repeat('x', 200), (n % 3) + 1 from generate_series(1, ${rows}) n`.execute(db);
  await sql`insert into awkward values (${organisation}, 'a', null), (${organisation}, 'B', null), (${organisation}, 'é', null)`.execute(db);
}

const storeOf = (database: Kysely<Tables>, kind: string): OpenDatabase => ({ database, serving: database, kind: kind === 'PGlite' ? 'embedded' : 'postgresql', snapshot: (read) => inOneMoment(database, read), close: () => database.destroy() });

async function backupOf(db: Kysely<Tables>, kind: string, recipients: readonly string[]): Promise<Buffer> {
  const output = new PassThrough();
  const [bytes] = await Promise.all([buffer(output), writeBackup(storeOf(db, kind), recipients, now, output)]);
  return bytes;
}

const hashOf = (db: Kysely<Tables>): Promise<string> => inOneMoment(db, async (at) => (await readContentHash(at)).contentSha256);
const read = async (bytes: Buffer, identity: string | null = null) => opened(Readable.from([bytes]), identity);
const flipped = (bytes: Buffer, at: number): Buffer => {
  const damaged = Buffer.from(bytes);
  damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << at % 8), at);
  return damaged;
};
/** A hundred: close together where it begins and where it ends, and evenly over all of it. */
const positionsIn = ({ byteLength }: Buffer): number[] =>
  Array.from({ length: 100 }, (_, at) => [at * 6, Math.floor((byteLength * at) / 100), byteLength - 1 - at * 19][at % 3] as number);

const untouchable = new Proxy({} as Kysely<Tables>, { get: (_, name) => { throw new Error(`The database was asked for ${String(name)}.`); } });

const wordOf = (bytes: Buffer, identity: string | null): Promise<string> =>
  restore(untouchable, { bytes: Readable.from([bytes]), identity, folder: tmpdir() }, migrations).then(() => 'not noticed', (error: Error) => error.constructor.name);

const target = (kind: string) => eachDatabase.find((other) => other !== kind) ?? 'PGlite';

describe.each(eachDatabase)('a backup of %s', (kind) => {
  const from = freshDatabase(kind);
  const to = freshDatabase(target(kind));

  it('EXIT-1 comes back exactly, in the other kind of database, and only in an empty one', async () => {
    await fill(from.db, 3000);
    const bytes = await backupOf(from.db, kind, []);
    const { manifest } = await load(to.db, await read(bytes), migrations);
    expect(manifest.contentSha256).toBe(await hashOf(from.db));
    expect(await hashOf(to.db)).toBe(await hashOf(from.db));
    const { rows } = await sql<{ id: number; kind: string | null; twice: number }>`select id, jsonb_typeof(body) as kind, twice from awkward_part order by id`.execute(to.db);
    expect(rows).toEqual([{ id: 1, kind: 'null', twice: 2 }, { id: 2, kind: null, twice: 4 }, { id: 3, kind: 'object', twice: 6 }]);
    const { rows: next } = await sql<{ id: number }>`insert into awkward_part (organisation_id) values (${organisation}) returning id`.execute(to.db);
    expect(next).toEqual([{ id: 4 }]);
    await expect(load(to.db, await read(bytes), migrations)).rejects.toThrow(NotRestored);
  });

  it('EXIT-5 goes there and back with the same hash', async () => {
    const there = await backupOf(to.db, target(kind), []);
    await sql`delete from awkward`.execute(from.db);
    await sql`delete from awkward_part`.execute(from.db);
    await load(from.db, await read(there), migrations);
    expect(await hashOf(from.db)).toBe(await hashOf(to.db));
    expect((await backupOf(from.db, target(kind), [])).equals(there)).toBe(true);
  });

  it('EXIT-4 with any one byte changed is called damaged before the database is touched, sealed or not', async () => {
    const identity = await generateX25519Identity();
    const plain = await backupOf(from.db, kind, ['none']);
    const closed = await backupOf(from.db, kind, [await identityToRecipient(identity)]);
    for (const at of positionsIn(plain)) expect(await wordOf(flipped(plain, at), null), `byte ${at} of ${plain.byteLength}`).toBe('Damaged');
    // Whether the key does not fit or the line for it was changed, only who has the right key could tell.
    const lineForKey = closed.indexOf('\n--- ');
    for (const at of positionsIn(closed)) expect(at < lineForKey ? ['Damaged', 'WrongKey'] : ['Damaged'], `byte ${at} of ${closed.byteLength}, sealed`).toContain(await wordOf(flipped(closed, at), identity));
  }, 120_000);

  it('EXIT-4 that turns out wrong half-way, after it was checked, leaves nothing', async () => {
    const whole = await backupOf(from.db, kind, ['none']);
    await sql`delete from awkward`.execute(to.db);
    await sql`delete from awkward_part`.execute(to.db);
    await expect(load(to.db, await read(flipped(whole, whole.byteLength - 2000)), migrations)).rejects.toThrow(Damaged);
    expect((await sql`select 1 from awkward`.execute(to.db)).rows).toEqual([]);
    await load(to.db, await read(whole), migrations);
  });

  it('EXIT-2 opens with the key and not without, also by the age of others, on a machine without a network', async () => {
    const [identity, other] = [await generateX25519Identity(), await generateX25519Identity()];
    const bytes = await backupOf(from.db, kind, [await identityToRecipient(identity)]);
    await expect(read(bytes)).rejects.toThrow(NeedsKey);
    await expect(read(bytes, other)).rejects.toThrow(WrongKey);
    const plain = await buffer(await read(bytes, `# created: today\n${identity}\n`));
    const names: string[] = [];
    for await (const { name } of readTar(Readable.from([plain]))) names.push(name);
    expect(names.at(0)).toBe('backup.json');
    expect(names.at(-1)).toBe('manifest.sha256');
    if (existsSync('/usr/bin/age')) expect(openedByAge(bytes, identity).equals(plain)).toBe(true);
  });

  it('of another version is refused by name', async () => {
    const bytes = await backupOf(from.db, kind, []);
    await sql`delete from awkward`.execute(to.db);
    await sql`delete from awkward_part`.execute(to.db);
    await expect(load(to.db, await read(bytes), migrations.filter(({ id }) => id !== awkward.id))).rejects.toThrow(/newer version of Regiekompas \(test\/0001-awkward\.sql\)/);
  });
});

/** Debian's, which shares no code with ours; with `unshare` it has no network at all. */
function openedByAge(bytes: Buffer, identity: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'regie-age-'));
  writeFileSync(join(folder, 'identity'), `${identity}\n`);
  const alone = process.getuid?.() === 0 && existsSync('/usr/bin/unshare') ? ['unshare', '--net'] : [];
  const [command = '', ...args] = [...alone, 'age', '-d', '-i', join(folder, 'identity')];
  const plain = execFileSync(command, args, { input: bytes, maxBuffer: 1 << 30 });
  rmSync(folder, { recursive: true });
  return plain;
}

async function membersOf(bytes: Buffer): Promise<unknown[]> {
  const members = [];
  for await (const member of readTar(Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]))) members.push(member);
  return members;
}

it('a tar is read strictly: no byte of it can change unnoticed but those the manifest holds', async () => {
  const whole = Buffer.concat([tarMember('a.json', Buffer.from('abc')), tarEnd]);
  expect(await membersOf(whole)).toEqual([{ name: 'a.json', bytes: Buffer.from('abc') }]);
  const content = [512, 513, 514];
  for (let at = 0; at < whole.byteLength; at += 1) {
    const damaged = Buffer.from(whole);
    damaged.writeUInt8(damaged.readUInt8(at) ^ 1, at);
    if (!content.includes(at)) await expect(membersOf(damaged), `byte ${at}`).rejects.toThrow(Damaged);
  }
  await expect(membersOf(whole.subarray(0, -1))).rejects.toThrow(Damaged);
  await expect(membersOf(Buffer.concat([whole, Buffer.from([0])]))).rejects.toThrow(Damaged);
});
