/** Editions of the library, and what of our own each change touches. */
import { z } from 'zod';

/** How often our own landscape, policy and answers speak of it. */
const touches = z.strictObject({ claims: z.number(), rules: z.number(), answers: z.number() });
const change = z.strictObject({ what: z.string(), kind: z.enum(['added', 'changed', 'retired']), name: z.string(), href: z.string().optional(), touches });
export const libraryEditions = z.strictObject({ editions: z.array(z.strictObject({ id: z.string(), date: z.string(), name: z.string(), what: z.string(), changes: z.array(change) })) });
export type LibraryEditions = z.output<typeof libraryEditions>;
