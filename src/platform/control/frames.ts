/** What the server tells the command line while a command runs: bytes, lines, and how it ended, in order on one stream. */
import type { Ending } from './administrator-command.ts';

export type Frame =
  | { readonly kind: 'output'; readonly bytes: Uint8Array }
  | { readonly kind: 'said'; readonly line: string }
  | { readonly kind: 'ended'; readonly ending: Ending };

const kinds = ['output', 'said', 'ended'] as const;
/** One byte for the kind, four for the length. */
const headBytes = 5;

const payloadOf = (frame: Frame): Uint8Array => (frame.kind === 'output' ? frame.bytes : Buffer.from(JSON.stringify(frame.kind === 'said' ? frame.line : frame.ending)));

export function encodeFrame(frame: Frame): Buffer {
  const payload = payloadOf(frame);
  const head = Buffer.alloc(headBytes);
  head.writeUInt8(kinds.indexOf(frame.kind), 0);
  head.writeUInt32BE(payload.byteLength, 1);
  return Buffer.concat([head, payload]);
}

function frameOf(kind: number, payload: Buffer): Frame {
  if (kind === 0) return { kind: 'output', bytes: payload };
  const value = JSON.parse(payload.toString()) as never;
  return kind === 1 ? { kind: 'said', line: value } : { kind: 'ended', ending: value };
}

export async function* decodeFrames(source: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  let waiting = Buffer.alloc(0);
  for await (const chunk of source) {
    waiting = Buffer.concat([waiting, chunk]);
    while (waiting.byteLength >= headBytes && waiting.byteLength >= headBytes + waiting.readUInt32BE(1)) {
      const end = headBytes + waiting.readUInt32BE(1);
      yield frameOf(waiting.readUInt8(0), waiting.subarray(headBytes, end));
      waiting = waiting.subarray(end);
    }
  }
}
