/** What reading the log again found. */
import { z } from 'zod';

const fault = z.strictObject({
  kind: z.enum(['missing', 'altered', 'misfiled', 'added', 'removed', 'rewritten', 'not-signed', 'not-what-was-kept']),
  index: z.int(),
  /** Null when the wrong entry is exactly that of `index`. */
  until: z.int().nullable(),
});

export const verifiedOutput = z.strictObject({
  logs: z.array(z.strictObject({ origin: z.string(), log: z.string(), entries: z.int(), signed: z.int(), checkpoints: z.int(), faults: z.array(fault) })),
});
export type FaultOfLog = z.output<typeof fault>;
