/** What the list of the log asks and answers. */
import { z } from 'zod';
import { shownEvent } from './shown-event.ts';

export const listInput = z.strictObject({
  before: z.uuid().optional(),
  operation: z.string().max(100).optional(),
  object: z.string().max(200).optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
});

export const listOutput = z.strictObject({
  entries: z.array(shownEvent),
  /** Null on the last page. */
  older: z.uuid().nullable(),
  seal: z.strictObject({
    log: z.string(),
    entries: z.int(),
    signed: z.int(),
    signedAt: z.iso.datetime().nullable(),
    /** How many witnesses put their signature under the last checkpoint, of how many there are. */
    seen: z.int(),
    witnesses: z.int(),
    isLate: z.boolean(),
  }),
});
