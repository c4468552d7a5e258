/** What a log asks of a witness, and what the witness answers: the decision alone (C2SP tlog-witness). */
import { fromBase64 } from './base64.ts';
import { isDecimal, parseCheckpoint, type SignedCheckpoint } from './checkpoint.ts';
import { emptyRoot, type Hash, hashBytes } from './merkle-hash.ts';
import { isGrown } from './merkle-proof.ts';
import { signatureBy } from './signed-note.ts';
import type { VerifierKey } from './verifier-key.ts';

export type WitnessRequest = { readonly old: bigint; readonly proof: readonly Hash[]; readonly signed: SignedCheckpoint; readonly note: string };
/** The last that was cosigned of one origin. */
export type Seen = { readonly size: bigint; readonly root: Hash };
export type WitnessVerdict = { readonly status: 200 | 400 | 403 | 404 | 422 } | { readonly status: 409; readonly size: bigint };

const longestProof = 63;
const nothingSeen: Seen = { size: 0n, root: emptyRoot };

export const witnessRequestText = (old: bigint, proof: readonly Hash[], note: string): string => `old ${old}\n${proof.map((hash) => `${hash.toString('base64')}\n`).join('')}\n${note}`;

/** Null for what is not a request. */
export function parseWitnessRequest(body: string): WitnessRequest | null {
  const end = body.indexOf('\n\n');
  const [first = '', ...hashes] = body.slice(0, end).split('\n');
  const old = first.replace(/^old /, '');
  const note = body.slice(end + 2);
  const signed = parseCheckpoint(note);
  const proof = hashes.map(fromBase64);
  if (end < 0 || !first.startsWith('old ') || !isDecimal(old) || signed === null || proof.length > longestProof) return null;
  return proof.every((hash): hash is Hash => hash?.byteLength === hashBytes) ? { old: BigInt(old), proof, signed, note } : null;
}

const grew = ({ old, proof, signed: { checkpoint } }: WitnessRequest, seen: Seen): boolean => {
  if (checkpoint.size === 0n && !checkpoint.root.equals(emptyRoot)) return false;
  return isGrown({ older: old, newer: checkpoint.size, olderRoot: seen.root, newerRoot: checkpoint.root, proof });
};

/** @param keys those that this origin may be signed with; none when the origin is not known. */
export function judgeRequest(request: WitnessRequest, keys: readonly VerifierKey[], seen: Seen = nothingSeen): WitnessVerdict {
  const { checkpoint, note } = request.signed;
  if (keys.length === 0) return { status: 404 };
  const signatures = keys.map((key) => signatureBy(key, note));
  if (signatures.includes('forged') || !signatures.includes('valid')) return { status: 403 };
  if (request.old > checkpoint.size) return { status: 400 };
  if (request.old !== seen.size) return { status: 409, size: seen.size };
  // The same size with another root is a log that says two things: told as a conflict, as the specification asks.
  if (checkpoint.size === seen.size && !checkpoint.root.equals(seen.root)) return { status: 409, size: seen.size };
  return { status: grew(request, seen) ? 200 : 422 };
}
