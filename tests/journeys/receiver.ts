/** Somebody else's server at the other end of a webhook, that says nobody is there any more: the message is given up at once. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Receiver = { readonly origin: string; readonly stop: () => void };

export async function goneReceiver(): Promise<Receiver> {
  const server = createServer((request, response) => void request.resume().on('end', () => response.writeHead(410).end()));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => void server.close() };
}
