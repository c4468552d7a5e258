/** Pieces that several answers of this slice share, as they stand in the API. */
import { z } from 'zod';
import { reading } from '../../core/library/library.ts';

export const named = z.strictObject({ id: z.string(), name: z.string() });
export const stateShape = z.enum(['yes', 'no', 'not-applicable', 'unknown']);
export const readingShape = z.enum(reading);

/** A country outside the EEA and not our own, with the instruments by which it reaches beyond its borders (perhaps none that we know). */
export const foreignReach = z.strictObject({ country: z.string(), instruments: z.array(z.string()) });
export type ForeignReach = z.output<typeof foreignReach>;

/** Best and worst case; equal where nothing is unknown. */
export const bounds = z.strictObject({ lower: z.number(), upper: z.number() });
export type Bounds = z.output<typeof bounds>;

export const pageShape = { page: z.number(), pages: z.number(), total: z.number() };
