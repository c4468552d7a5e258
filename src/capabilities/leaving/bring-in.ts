/**
 * An export into an installation that does not have that organisation, in one transaction. What leaves opened is
 * sealed again, under the keys of this installation.
 *
 * INVARIANT: nothing is left behind unless every byte was right.
 */
import type { Kysely } from 'kysely';
import { ZipDamaged } from '../../formats/zip/read.ts';
import { speakCanonically, writeLines } from '../../platform/backup/rows.ts';
import type { Database, Tables } from '../../platform/context.ts';
import type { Exported } from '../../platform/export/exported-table.ts';
import type { Vault } from '../../platform/keys/vault.ts';
import type { Text } from '../../platform/words.ts';
import { both } from '../../platform/words.ts';
import { writeExact } from './exact-json.ts';
import type { Description, Manifest } from './manifest.ts';
import { readExport, type Rows } from './read-export.ts';
import { classificationColumn, fingerprintOf, readShapes, type Shape } from './shape.ts';
import { words } from './words.ts';

/** Cannot come in here, and why. */
export class NotBroughtIn extends Error {
  readonly text: Text;
  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

export type Arrival = { readonly organisation: string; readonly manifest: Manifest };
type Row = Record<string, unknown>;

function accept(shapes: readonly Shape[], { organisation, person, values, shape }: Description): string {
  if (organisation === null || person !== null) throw new NotBroughtIn(both(words, (text) => text.arrival.notOfOne));
  if (values === 'sealed') throw new NotBroughtIn(both(words, (text) => text.arrival.sealed));
  if (shape !== fingerprintOf(shapes)) throw new NotBroughtIn(both(words, (text) => text.arrival.otherVersion));
  return organisation;
}

/** @throws NotBroughtIn when a row is of another organisation than the export says. */
async function sealedAgain({ declared }: Shape, vault: Vault, organisation: string, rows: readonly Row[]): Promise<void> {
  if (rows.some((row) => row['organisation_id'] !== undefined && row['organisation_id'] !== organisation)) throw new NotBroughtIn(both(words, (text) => text.arrival.mixed));
  const values = rows.flatMap((row) => (declared.sealed ?? []).filter(({ column }) => row[column] !== undefined).map(({ column, place, owner }) => ({ row, column, value: { place: place(organisation, row), owner: owner(row), text: row[column] as string } })));
  if (values.length === 0) return;
  const sealed = await vault.sealAll(values.map(({ value }) => value));
  for (const [at, { row, column }] of values.entries()) row[column] = sealed[at];
}

/** Of people who left only the id is known: they are not here, as they were not there. */
const isFormer = ({ declared, table }: Shape, row: Row): boolean => declared.knowsFormer === true && Object.keys(row).every((name) => table.key.includes(name));

async function takeRows(db: Database, vault: Vault, shape: Shape, organisation: string, rows: readonly Row[]): Promise<void> {
  if (shape.declared.isEvidence) return;
  for (const row of rows) delete row[classificationColumn];
  const here = rows.filter((row) => !isFormer(shape, row));
  await sealedAgain(shape, vault, organisation, here);
  const lines = here.map(writeExact);
  for (let at = 0; at < lines.length; at += 500) await writeLines(db, shape.table, lines.slice(at, at + 500), shape.declared.isShared);
}

const isTaken = (error: unknown): error is { readonly table: string } => error instanceof Error && 'code' in error && error.code === '23505';

async function within(db: Database, vault: Vault, exported: Exported, source: AsyncIterable<Uint8Array>): Promise<Arrival> {
  await speakCanonically(db);
  const shapes = new Map((await readShapes(db, exported)).map((shape) => [shape.table.name, shape]));
  let organisation = '';
  const take = async ({ table, rows }: Rows): Promise<void> => {
    const shape = shapes.get(table);
    if (!shape) throw new ZipDamaged(`There is no table ${table}.`);
    await takeRows(db, vault, shape, organisation, rows);
  };
  const manifest = await readExport(source, { begin: async (described) => void (organisation = accept([...shapes.values()], described)), take });
  return { organisation, manifest };
}

/** @param vaultOn with the keys of this installation. @param after what else is done in the same transaction. @throws NotBroughtIn, ZipDamaged; then everything is as it was. */
export const bringIn = <After>(database: Kysely<Tables>, vaultOn: (db: Database) => Vault, exported: Exported, source: AsyncIterable<Uint8Array>, after: (db: Database, arrival: Arrival) => Promise<After>): Promise<After> =>
  database.transaction().execute(async (db) => after(db, await within(db, vaultOn(db), exported, source))).catch((error: unknown) => {
    if (isTaken(error)) throw new NotBroughtIn({ nl: words('nl').arrival.taken(error.table), en: words('en').arrival.taken(error.table) });
    throw error;
  });
