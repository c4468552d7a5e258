/** The command line's side of the control socket. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Ending } from './administrator-command.ts';
import { type Asked, askedHeader, whereFile } from './control-socket.ts';
import { decodeFrames } from './frames.ts';

export type Ends = { readonly input: Readable; readonly output: Writable; readonly say: (line: string) => void };

function whereIs(folder: string): string | null {
  try {
    return readFileSync(whereFile(folder), 'utf8');
  } catch {
    return null;
  }
}

const cutShort: Ending = { refused: 'conflict', message: { nl: 'De server hield op voordat dit klaar was. Er is niets bewaard.', en: 'The server stopped before this was done. Nothing was kept.' } };

/** Null when nobody listens. A connection of its own: one that is reused does not tell whether it was reached. */
async function sent(socketPath: string, asked: Asked, input: Readable): Promise<IncomingMessage | null> {
  const headers = { [askedHeader]: encodeURIComponent(JSON.stringify(asked)) };
  const sending = request({ socketPath, agent: false, method: 'POST', path: '/', headers });
  const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
  const isReached = await once(sending, 'socket').then(([socket]) => once(socket, 'connect')).then(() => true, () => false);
  if (!isReached) return answered.then(() => null, () => null);
  // A server that refuses at once does not wait for the rest of the file.
  pipeline(input, sending).catch(() => undefined);
  return (await answered)[0];
}

const written = (output: Writable, bytes: Uint8Array): Promise<void> => new Promise((resolve, reject) => output.write(bytes, (error) => (error ? reject(error) : resolve())));

async function follow(response: IncomingMessage, { output, say }: Ends): Promise<Ending> {
  for await (const frame of decodeFrames(response)) {
    if (frame.kind === 'ended') return frame.ending;
    if (frame.kind === 'said') say(frame.line);
    else await written(output, frame.bytes);
  }
  return cutShort;
}

/** @returns how it ended, or null when no server runs on this folder. */
export async function askServer(folder: string, asked: Asked, ends: Ends): Promise<Ending | null> {
  const path = whereIs(folder);
  if (path === null) return null;
  return sent(path, asked, ends.input)
    .then((response) => response && follow(response, ends))
    .catch((error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' ? cutShort : Promise.reject(error)));
}
