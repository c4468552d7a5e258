/**
 * Where a running server listens for its administrator: a Unix socket in a folder that only who runs the server
 * (and root) can enter. Being able to reach it is the permission; it is never on a network.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { defectFields } from '../log.ts';
import { socketFolder } from '../private-folder.ts';
import { notFound } from '../refusal.ts';
import type { Locale } from '../words.ts';
import type { AdministratorCommand, Ending, Opened } from './administrator-command.ts';
import { encodeFrame, type Frame } from './frames.ts';
import { runCommand } from './run-command.ts';

export type Asked = { readonly name: string; readonly input: unknown; readonly locale: Locale };
export const askedHeader = 'regie-asked';
const socketName = 'control';
/** Says where the socket is: its own path may have been too long. */
export const whereFile = (folder: string): string => join(folder, 'control');

type Tell = (frame: Frame, then?: (error?: Error | null) => void) => void;

const outputTo = (tell: Tell): Writable => new Writable({ write: (bytes: Uint8Array, _, then) => tell({ kind: 'output', bytes }, then) });

const broken: Ending = { refused: 'conflict', message: { nl: 'De server kon dit niet doen; zijn logboek zegt waarom.', en: 'The server could not do this; its log says why.' } };

async function run(commands: readonly AdministratorCommand[], opened: Opened, asked: Asked, input: IncomingMessage, tell: Tell): Promise<Ending> {
  const command = commands.find(({ name }) => name === asked.name);
  if (!command) return notFound;
  const at = { ...opened, locale: asked.locale, say: (line: string) => tell({ kind: 'said', line }), input, output: outputTo(tell) };
  return runCommand(command, at, asked.input).catch((error: unknown) => {
    opened.world.log('error', 'command', { command: command.name, ...defectFields(error) });
    return broken;
  });
}

async function answer(commands: readonly AdministratorCommand[], opened: Opened, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const tell: Tell = (frame, then) => void response.write(encodeFrame(frame), then);
  // Whoever asked may leave half-way; the command notices at its next byte.
  response.on('error', () => undefined);
  const asked = JSON.parse(decodeURIComponent(String(request.headers[askedHeader]))) as Asked;
  const ending = await run(commands, opened, asked, request, tell);
  response.end(encodeFrame({ kind: 'ended', ending }));
}

const listening = (server: Server, path: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });

/** INVARIANT: called by the holder of the folder's lock: a socket left by a killed server is nobody's. */
export async function serveControl(folder: string, commands: readonly AdministratorCommand[], opened: Opened): Promise<{ readonly close: () => void }> {
  const path = join(socketFolder(folder, socketName), socketName);
  rmSync(path, { force: true });
  // A backup takes as long as it takes.
  const server = createServer({ requestTimeout: 0 }, (request, response) => void answer(commands, opened, request, response));
  await listening(server, path);
  writeFileSync(whereFile(folder), path, { mode: 0o600 });
  const close = (): void => {
    rmSync(whereFile(folder), { force: true });
    server.close();
    server.closeAllConnections();
  };
  return { close };
}
