/** Two editions side by side, as they are shown. */
import { z } from 'zod';

const bounds = z.strictObject({ lower: z.number(), upper: z.number() }).nullable();
const side = z.strictObject({ level: bounds, score: bounds, met: z.number(), unmet: z.number(), unknown: z.number() });
const move = z.strictObject({ from: z.string(), to: z.array(z.string()), kind: z.enum(['moved', 'split', 'merged', 'changed', 'gone']), answers: z.number() });
export const changes = z.strictObject({
  from: z.strictObject({ id: z.string(), name: z.string() }), to: z.strictObject({ id: z.string(), name: z.string() }), scale: z.enum(['met', 'levels']), taken: z.boolean(),
  weights: z.array(z.strictObject({ name: z.string(), before: z.number(), after: z.number() })), moves: z.array(move), added: z.array(z.string()),
  before: side, after: side,
  /** Things that stand otherwise under the new edition. */
  parts: z.array(z.strictObject({ id: z.string(), name: z.string(), before: side, after: side })), partCount: z.number(),
  along: z.strictObject({ carried: z.number(), kept: z.number() }),
});
export type Changes = z.output<typeof changes>;
export type Side = z.output<typeof side>;
