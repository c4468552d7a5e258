/** What an export says of itself: first what it is, last what is in it. Equal content has an equal manifest, wherever and whenever it was made. */
import { createHash } from 'node:crypto';
import { z } from 'zod';

export const descriptionFile = 'export.json';
export const manifestFile = 'manifest.json';
/** The signature over the manifest, with when and where it was made; and the key that checks it. */
export const signatureFile = 'manifest.note';
export const keyFile = 'manifest.key';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** The first file. `organisation` is null when it is of the whole installation, `person` when it is of everybody. */
export const description = z.strictObject({
  format: z.literal('regiekompas-export'),
  version: z.literal(1),
  organisation: z.uuid().nullable(),
  person: z.uuid().nullable(),
  values: z.enum(['opened', 'sealed']),
  /** Of the tables and columns in it: what has the same comes in. */
  shape: hash,
});
export type Description = z.output<typeof description>;

const reference = z.strictObject({ column: z.string(), table: z.string(), to: z.string() });
const tableSum = z.strictObject({
  name: z.string(),
  rows: z.int(),
  /** Of every column of whole numbers, in full. */
  sums: z.record(z.string(), z.string()),
  references: z.array(reference),
});
export type TableSum = z.output<typeof tableSum>;

/** The last of the files that are listed in none. */
export const manifest = z.strictObject({
  files: z.array(z.strictObject({ path: z.string(), bytes: z.int(), sha256: hash })),
  tables: z.array(tableSum),
});
export type Manifest = z.output<typeof manifest>;

export const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
