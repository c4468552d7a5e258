/** The list of frameworks as it is shown. */
import { z } from 'zod';

const listed = z.strictObject({
  id: z.string(), name: z.string(), what: z.string(), nature: z.enum(['law', 'framework']), about: z.enum(['system', 'provider', 'organisation']), status: z.string(),
  /** Of criteria where it is about the organisation, of systems or providers otherwise. */
  inOrder: z.number(), lacking: z.number(), unknown: z.number(), asks: z.number(),
  /** A newer edition that the organisation has not taken. */
  newer: z.strictObject({ id: z.string(), name: z.string(), status: z.string() }).optional(),
});
export type Listed = z.output<typeof listed>;
export const frameworksListed = z.strictObject({ frameworks: z.array(listed) });
