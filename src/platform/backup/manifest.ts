/** What a backup says of itself: first what it is, last what is in it. */
import { createHash } from 'node:crypto';
import { z } from 'zod';

export const descriptionFile = 'backup.json';
export const manifestFile = 'manifest.json';
/** Of the manifest, so that a change to the manifest shows too. */
export const manifestHashFile = 'manifest.sha256';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** The first member. */
export const description = z.strictObject({
  format: z.literal('regiekompas-backup'),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  from: z.enum(['embedded', 'postgresql']),
  schema: z.array(z.strictObject({ id: z.string(), fingerprint: hash })),
});
export type Description = z.output<typeof description>;

/** The last but one. `rows` and `hash` of a table are of its lines, whatever parts they stand in. */
export const manifest = z.strictObject({
  members: z.array(z.strictObject({ name: z.string(), bytes: z.number().int(), sha256: hash })),
  tables: z.array(z.strictObject({ name: z.string(), rows: z.number().int(), sha256: hash })),
  sequences: z.array(z.strictObject({ name: z.string(), value: z.number().int() })),
  /** Of all tables: equal content has an equal hash, in whichever database it is. */
  contentSha256: hash,
});
export type Manifest = z.output<typeof manifest>;
export type TableSum = Manifest['tables'][number];

export const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');

export const contentHash = (tables: readonly TableSum[]): string =>
  sha256(tables.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, rows, sha256: sum }) => `${name} ${rows} ${sum}\n`).join(''));
