/**
 * Work after the change that asked for it. A slice declares it next to its operations; `enqueue` writes it down in the
 * transaction of the change, and some server process does it, at least once.
 *
 * A job works on the database alone: what it does and its being done are one transaction, so it happens exactly once.
 * An errand goes outside (a letter, a webhook): it may happen twice when a process is killed in the middle, so it goes
 * under the id of its job, by which whoever gets it can tell.
 */
import type { z } from 'zod';
import type { Database, Ids } from '../context.ts';
import type { Vault } from '../keys/vault.ts';
import type { World } from '../perform.ts';
import type { Text } from '../words.ts';
import type { Outcome, Verdict } from './outcome.ts';

/** Of one organisation, in one transaction. */
export type JobContext = { readonly db: Database; readonly vault: Vault; readonly ids: Ids; readonly now: Date; readonly organisation: string; readonly job: string };

type Named<Input extends z.ZodType> = {
  /** `<slice>.<verb>-<noun>`. Never reused for something else. */
  readonly name: `${string}.${string}-${string}`;
  readonly title: Text;
  readonly input: Input;
};

export type Job<Input extends z.ZodType = z.ZodType> = Named<Input> & {
  readonly kind: 'job';
  readonly handle: (at: JobContext, input: z.output<Input>) => Promise<void>;
};

export type Errand<Input extends z.ZodType = z.ZodType, Prepared = unknown> = Named<Input> & {
  readonly kind: 'errand';
  /** Reads what it needs. Null: it need not be done any more. */
  readonly prepare: (at: JobContext, input: z.output<Input>) => Promise<Prepared | null>;
  /** Outside, and outside any transaction. */
  readonly act: (world: World, prepared: Prepared) => Promise<Outcome>;
  /** Writes down what became of it, in the transaction in which the job goes or waits. */
  readonly settle?: (at: JobContext, input: z.output<Input>, verdict: Verdict) => Promise<void>;
};

// The queue passes each only what its own schema parsed.
// oxlint-disable-next-line typescript/no-explicit-any -- see above
export type Work = Job<any> | Errand<any, any>;

export const defineJob = <Input extends z.ZodType>(job: Omit<Job<Input>, 'kind'>): Job<Input> => ({ ...job, kind: 'job' });
export const defineErrand = <Input extends z.ZodType, Prepared>(errand: Omit<Errand<Input, Prepared>, 'kind'>): Errand<Input, Prepared> => ({ ...errand, kind: 'errand' });
