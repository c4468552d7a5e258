/** A proof that an event is in the log, in a file that is checked without us. */
import type { Database } from '../context.ts';
import { inclusionRanges } from '../transparency/merkle-tree.ts';
import { proofFileText } from '../transparency/proof-file.ts';
import { bestCheckpoint } from './checkpoints.ts';
import { hashesOf } from './tree-store.ts';

export type Placed = { readonly text: string; readonly log: string; readonly index: number };

/** Null until a checkpoint covers it, which takes a minute at most. */
export async function proveEvent(db: Database, organisation: string, { text, log, index }: Placed): Promise<string | null> {
  const id = { organisation, log };
  const checkpoint = await bestCheckpoint(db, id, index + 1);
  if (checkpoint === null) return null;
  const proof = await hashesOf(db, id, inclusionRanges(index, checkpoint.size));
  return proofFileText({ leaf: Buffer.from(text), index: BigInt(index), proof, note: checkpoint.note });
}
