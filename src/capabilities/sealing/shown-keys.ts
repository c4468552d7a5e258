import { z } from 'zod';

const text = z.strictObject({ nl: z.string(), en: z.string() });
const inUse = z.strictObject({ key: z.string(), keySince: z.iso.datetime(), ownSince: z.iso.datetime(), persons: z.number().int(), records: z.number().int() });
const erased = z.strictObject({ at: z.iso.datetime(), of: z.enum(['person', 'records']), keys: z.number().int() });

/** No key, and no name of whose was erased. */
export const shownKeys = z.strictObject({ inUse: inUse.nullable(), columns: z.array(z.strictObject({ what: text, since: z.iso.datetime().nullable() })), erased: z.array(erased) });
export type ShownKeys = z.output<typeof shownKeys>;
