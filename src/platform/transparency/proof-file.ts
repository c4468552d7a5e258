/** A proof that a leaf is in a log, in one file that is checked without us (C2SP tlog-proof@v1). */
import { fromBase64 } from './base64.ts';
import { isDecimal, parseCheckpoint, type SignedCheckpoint } from './checkpoint.ts';
import { type Hash, hashBytes } from './merkle-hash.ts';

const header = 'c2sp.org/tlog-proof@v1';

/** `leaf` travels as the extra data: with it the file needs nothing beside it. `note` is the signed checkpoint, letter for letter. */
export type ProofFile = { readonly leaf: Buffer; readonly index: bigint; readonly proof: readonly Hash[]; readonly note: string };

export const proofFileText = ({ leaf, index, proof, note }: ProofFile): string =>
  [header, `extra ${leaf.toString('base64')}`, `index ${index}`, ...proof.map((hash) => hash.toString('base64')), '', note].join('\n');

export type ReadProof = ProofFile & { readonly signed: SignedCheckpoint };

/** Null for what is not such a file, or has no leaf in it. */
export function parseProofFile(text: string): ReadProof | null {
  const end = text.indexOf('\n\n');
  const [first, extra = '', index = '', ...hashes] = text.slice(0, end).split('\n');
  const note = text.slice(end + 2);
  const signed = parseCheckpoint(note);
  const leaf = fromBase64(extra.replace(/^extra /, ''));
  const number = index.replace(/^index /, '');
  const proof = hashes.map(fromBase64);
  if (end < 0 || first !== header || leaf === null || !extra.startsWith('extra ') || !index.startsWith('index ') || !isDecimal(number) || signed === null) return null;
  return proof.every((hash): hash is Hash => hash?.byteLength === hashBytes) ? { leaf, index: BigInt(number), proof, note, signed } : null;
}
