/**
 * Reads a whole log again and says whether it is what was signed, and where it first is not.
 *
 * What is held against what: each leaf against the tile that was made of it and the columns it is found by; the tree
 * over all leaves against every checkpoint, and each checkpoint against its key; and all of it against checkpoints
 * that were kept elsewhere. Only the last of these helps against somebody who has the key.
 */
import type { Database } from '../context.ts';
import { type Checkpoint, parseCheckpoint } from '../transparency/checkpoint.ts';
import { compactRange } from '../transparency/compact-range.ts';
import { type Hash, leafHash } from '../transparency/merkle-hash.ts';
import { signatureBy } from '../transparency/signed-note.ts';
import { tileWidth } from '../transparency/tiles.ts';
import type { VerifierKey } from '../transparency/verifier-key.ts';
import { checkpointsOf, type LogHead, type StoredCheckpoint } from './checkpoints.ts';
import type { Leaf } from './event.ts';
import { tables } from './tables.ts';
import { type LogId, readTiles } from './tree-store.ts';

export type FaultKind = 'missing' | 'altered' | 'misfiled' | 'added' | 'removed' | 'rewritten' | 'not-signed' | 'not-what-was-kept';
/** The first entry that is wrong; with `until`, the wrong one is among those from `index` up to there. */
export type LogFault = { readonly kind: FaultKind; readonly index: number; readonly until?: number };
export type Verified = { readonly origin: string; readonly log: string; readonly entries: number; readonly signed: number; readonly checkpoints: number; readonly faults: readonly LogFault[] };

type Row = { readonly id: string; readonly at: Date; readonly operation: string; readonly object: string; readonly leaf: string; readonly leaf_index: number };

const batch = 20 * tileWidth;

async function* batchesOf(db: Database, { organisation, log }: LogId): AsyncGenerator<Row[]> {
  for (let after = -1; ; ) {
    const rows = (await tables(db).selectFrom('audit_event').select(['id', 'at', 'operation', 'object', 'leaf', 'leaf_index']).where('organisation_id', '=', organisation).where('log', '=', log).where('leaf_index', '>', after).orderBy('leaf_index').limit(batch).execute()) as Row[];
    if (rows.length > 0) yield rows;
    if (rows.length < batch) return;
    after = rows.at(-1)?.leaf_index ?? after;
  }
}

const leafFrom = (text: string): Partial<Leaf> => {
  try {
    return JSON.parse(text) as Partial<Leaf>;
  } catch {
    return {};
  }
};

const isFiled = ({ id, at, operation, object, leaf: text }: Row): boolean => {
  const leaf = leafFrom(text);
  return leaf.id === id && leaf.action === operation && leaf.object === object && new Date(leaf.at ?? Number.NaN).getTime() === at.getTime();
};

/** Where this row stands wrong, given what the tile has at its place. */
function faultOf(row: Row, expected: number, hash: Hash, tiled: Hash | undefined): LogFault | null {
  if (row.leaf_index !== expected) return { kind: 'missing', index: expected };
  if (tiled === undefined) return { kind: 'added', index: expected };
  if (!hash.equals(tiled)) return { kind: 'altered', index: expected };
  return isFiled(row) ? null : { kind: 'misfiled', index: expected };
}

type Roots = ReadonlyMap<number, Hash>;
type Walked = { readonly entries: number; readonly roots: Roots; readonly fault: LogFault | null };

async function tiledHashes(db: Database, id: LogId, first: number, last: number): Promise<(index: number) => Hash | undefined> {
  const [from, until] = [Math.floor(first / tileWidth), Math.floor(last / tileWidth)];
  const tileAt = await readTiles(db, id, Array.from({ length: until - from + 1 }, (_, at) => ({ level: 0, index: from + at })));
  return (index) => tileAt({ level: 0, index: Math.floor(index / tileWidth) })[index % tileWidth];
}

/** Every leaf once. @param sizes at which the root is to be known. */
async function walk(db: Database, id: LogId, sizes: ReadonlySet<number>): Promise<Walked> {
  const range = compactRange();
  const roots = new Map<number, Hash>([[0, range.root()]]);
  let fault: LogFault | null = null;
  for await (const rows of batchesOf(db, id)) {
    const tiled = await tiledHashes(db, id, range.size(), range.size() + rows.length - 1);
    for (const row of rows) {
      const hash = leafHash(Buffer.from(row.leaf));
      fault ??= faultOf(row, range.size(), hash, tiled(range.size()));
      range.add(hash);
      if (sizes.has(range.size())) roots.set(range.size(), range.root());
    }
  }
  return { entries: range.size(), roots, fault };
}

/** The first checkpoint that the leaves do not make; what is wrong lies after the last one they do. */
function firstBroken(checkpoints: readonly StoredCheckpoint[], { entries, roots }: Walked): LogFault | null {
  let sound = 0;
  for (const { size, root } of checkpoints) {
    if (size > entries) return { kind: 'removed', index: entries, until: size };
    if (!roots.get(size)?.equals(root)) return { kind: 'rewritten', index: sound, until: size };
    sound = size;
  }
  return null;
}

const isSound = (key: VerifierKey, origin: string, { size, root, note }: StoredCheckpoint): boolean => {
  const signed = parseCheckpoint(note);
  if (signed === null || signatureBy(key, signed.note) !== 'valid') return false;
  return signed.checkpoint.origin === origin && signed.checkpoint.size === BigInt(size) && signed.checkpoint.root.equals(root);
};

const firstUnsigned = (key: VerifierKey, origin: string, checkpoints: readonly StoredCheckpoint[]): LogFault | null => {
  const at = checkpoints.findIndex((checkpoint) => !isSound(key, origin, checkpoint));
  return at < 0 ? null : { kind: 'not-signed', index: checkpoints[at - 1]?.size ?? 0, until: checkpoints[at]?.size ?? 0 };
};

/** What was kept elsewhere: a size of more than there is, or a root that these leaves do not make. */
function firstUnlikeKept(kept: readonly Checkpoint[], { entries, roots }: Walked): LogFault | null {
  let sound = 0;
  for (const { size, root } of kept.toSorted((a, b) => Number(a.size - b.size))) {
    if (Number(size) > entries) return { kind: 'removed', index: entries, until: Number(size) };
    if (!roots.get(Number(size))?.equals(root)) return { kind: 'not-what-was-kept', index: sound, until: Number(size) };
    sound = Number(size);
  }
  return null;
}

/**
 * @param kept checkpoints from elsewhere: a witness, an auditor's file. Those of other logs do not matter.
 * @param key the one to trust; that of the database itself where nobody has another.
 */
export async function verifyLog(db: Database, organisation: string, head: LogHead, kept: readonly Checkpoint[] = [], key?: VerifierKey): Promise<Verified> {
  const id = { organisation, log: head.log };
  const own = kept.filter(({ origin }) => origin === head.origin);
  const checkpoints = await checkpointsOf(db, id);
  const walked = await walk(db, id, new Set([...checkpoints.map(({ size }) => size), ...own.map(({ size }) => Number(size))]));
  const trusted = key ?? { name: head.origin, type: 'log' as const, publicKey: head.publicKey };
  const faults = [walked.fault, firstBroken(checkpoints, walked), firstUnsigned(trusted, head.origin, checkpoints), firstUnlikeKept(own, walked)];
  return { origin: head.origin, log: head.log, entries: walked.entries, signed: checkpoints.at(-1)?.size ?? 0, checkpoints: checkpoints.length, faults: faults.filter((fault) => fault !== null) };
}
