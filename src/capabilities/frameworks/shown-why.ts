/** Why we do it so: a measure, a clause or a row of the policy, with the thinking behind it. */
import { z } from 'zod';

const ground = z.strictObject({ name: z.string(), href: z.string().optional(), article: z.string().optional() });
const idea = z.strictObject({ id: z.string(), name: z.string(), idea: z.string(), from: ground });
export const shownWhy = z.strictObject({
  kind: z.enum(['measures', 'clauses', 'policies']), id: z.string(), name: z.string(), back: z.string(),
  what: z.string(), why: z.string(), grounds: z.array(ground), ideas: z.array(idea),
  /** Frameworks that read it, each with what it answers there. */
  frameworks: z.array(z.strictObject({ id: z.string(), name: z.string(), criteria: z.array(z.string()) })),
  /** Of a policy row: what it asks for. */
  asks: z.array(ground),
});
export type ShownWhy = z.output<typeof shownWhy>;
