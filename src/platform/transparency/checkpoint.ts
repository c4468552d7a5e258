/** What a log says of itself at one moment: its name, how many leaves, and the root over them (C2SP tlog-checkpoint). */
import { fromBase64 } from './base64.ts';
import { type Hash, hashBytes } from './merkle-hash.ts';
import { type Note, parseNote } from './signed-note.ts';

export type Checkpoint = { readonly origin: string; readonly size: bigint; readonly root: Hash };

export const checkpointText = ({ origin, size, root }: Checkpoint): string => `${origin}\n${size}\n${root.toString('base64')}\n`;

export const isDecimal = (text: string): boolean => /^(0|[1-9][0-9]*)$/.test(text);

/** Lines after the third are allowed, signed, and nothing to us. */
export function parseCheckpointText(text: string): Checkpoint | null {
  const [origin = '', size = '', root = '', ...rest] = text.split('\n');
  const bytes = fromBase64(root);
  if (origin === '' || !isDecimal(size) || bytes?.byteLength !== hashBytes || rest.at(-1) !== '' || rest.slice(0, -1).includes('')) return null;
  return { origin, size: BigInt(size), root: bytes };
}

export type SignedCheckpoint = { readonly checkpoint: Checkpoint; readonly note: Note };

export function parseCheckpoint(signed: string): SignedCheckpoint | null {
  const note = parseNote(signed);
  const checkpoint = note && parseCheckpointText(note.text);
  return note && checkpoint && { checkpoint, note };
}
