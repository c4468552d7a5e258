/** The real listener, spoken to byte by byte: what no client library would send. */
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { serve as listen } from '@hono/node-server';
import { connectionLimits } from '../../src/platform/http/connection-limits.ts';
import type { Setting } from '../faces/visitor.ts';

export const listening = ({ app }: Setting): Promise<Server> =>
  new Promise((resolve) => {
    const server = listen({ fetch: app.fetch, port: 0, hostname: '127.0.0.1', serverOptions: connectionLimits }, () => resolve(server as Server)) as Server;
  });

export type Said = { readonly status: number; readonly text: string; readonly closed: boolean };

/** Sends the parts one after the other and reads until the other side closes, or says nothing more for a second. */
export const say = (server: Server, parts: Iterable<string | Uint8Array>): Promise<Said> =>
  new Promise((resolve) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    let [text, closed] = ['', false];
    const done = (): void => {
      socket.destroy();
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), text, closed });
    };
    socket.setTimeout(3000, done);
    socket.on('data', (bytes) => void (text += bytes.toString('latin1')));
    socket.on('end', () => void (closed = true));
    socket.on('error', () => void (closed = true));
    socket.on('close', () => ((closed = true), done()));
    const write = async (): Promise<void> => {
      for (const part of parts) {
        if (socket.destroyed || closed) return;
        if (!socket.write(part)) await new Promise((next) => (socket.once('drain', next), socket.once('close', next)));
      }
    };
    socket.on('connect', () => void write().catch(() => undefined));
  });
