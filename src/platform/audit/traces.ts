/** The log as the world has it: where every operation leaves its trace. */
import { record, type Recording } from './record-event.ts';
import { installation } from './tables.ts';
import type { Database } from '../context.ts';
import type { TracedEvent } from './event.ts';
import type { Notary } from './notary.ts';

export type Traces = {
  /** INVARIANT: in the transaction of the change, or committed before what was read leaves. @returns its id. @throws LogUnavailable */
  readonly record: (db: Database, event: TracedEvent) => Promise<string>;
  /** Called after the commit: somebody may give the event its place now. */
  readonly written: (organisation: string | null) => void;
  /** The names of who watches over the log from outside. */
  readonly witnesses: readonly string[];
  /** Null where there is no key, as in a test of something else. */
  readonly notary: Notary | null;
};

/** @param nudge asks whoever keeps the log; none where nobody does, as in a test of something else. */
export const tracesOf = (recording: Recording, nudge: (organisation: string) => void = () => undefined, witnesses: readonly string[] = [], notary: Notary | null = null): Traces => ({
  witnesses,
  notary,
  record: (db, event) => record(db, recording, event),
  written: (organisation) => nudge(organisation ?? installation),
});
