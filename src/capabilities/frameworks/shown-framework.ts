/** A framework's page: where one thing stands, its parts, and what is asked still. */
import { z } from 'zod';
import { counts, shownStanding } from './shown.ts';

const bounds = z.strictObject({ lower: z.number(), upper: z.number() }).nullable();
const part = z.strictObject({ id: z.string(), name: z.string(), about: z.enum(['system', 'provider']), level: bounds, score: bounds, counts });
export const shownFramework = z.strictObject({
  ...shownStanding.shape,
  /** The things it is held against, worst first; empty for one thing by itself. */
  parts: z.array(part), partCount: z.number(), lowestParts: z.number(),
  /** Questions open about this very thing, by group. */
  asks: z.array(z.strictObject({ group: z.string(), name: z.string(), open: z.number(), all: z.number() })),
  older: z.string().optional(), newer: z.strictObject({ id: z.string(), name: z.string() }).optional(),
});
export type ShownFramework = z.output<typeof shownFramework>;
