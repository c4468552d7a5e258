/**
 * Sends a message to an address somebody gave us, so that it reaches nothing inside (SEC-3 #31, #32). The name is
 * looked up by ourselves and the connection goes to that very answer: what it means a moment later changes nothing.
 * No redirect is followed; of the answer only the status is looked at.
 */
import { lookup as lookUp } from 'node:dns/promises';
import { request as plainRequest } from 'node:http';
import { request as tlsRequest, type RequestOptions } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isOpenAddress } from './address-rules.ts';
import { type Inside, targetOf } from './target.ts';

export type Message = { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: string };
export type Posted = { readonly status: number } | { readonly failed: 'address-refused' | 'away' | 'too-slow' | 'too-much' };
export type Outgoing = {
  /** Whether it may go there, as names are now. */
  readonly mayReach: (url: string) => Promise<boolean>;
  readonly post: (message: Message) => Promise<Posted>;
};
export type Resolve = (name: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;
export type Limits = { readonly milliseconds: number; readonly bytes: number };

const usual: Limits = { milliseconds: 10_000, bytes: 65_536 };
const byTheSystem: Resolve = (name) => lookUp(name, { all: true });

class Closed extends Error {}

/** INVARIANT: one address inside among several is enough to refuse them all. */
async function openAddresses(resolve: Resolve, name: string): Promise<{ address: string; family: number }[]> {
  const found = await resolve(name);
  if (found.length === 0 || !found.every(({ address }) => isOpenAddress(address))) throw new Closed();
  return [...found];
}

const openLookup = (resolve: Resolve): LookupFunction => (name, options, answer) => {
  openAddresses(resolve, name).then(
    (found) => (options.all ? answer(null, found) : answer(null, found[0]?.address ?? '', found[0]?.family)),
    (error: NodeJS.ErrnoException) => answer(error, []),
  );
};

const whyFailed = (error: unknown, signal: AbortSignal): Posted => {
  if (error instanceof Closed) return { failed: 'address-refused' };
  return { failed: signal.aborted ? 'too-slow' : 'away' };
};

function send(url: URL, { headers, body }: Message, lookup: LookupFunction | undefined, limits: Limits): Promise<Posted> {
  const signal = AbortSignal.timeout(limits.milliseconds);
  const options: RequestOptions = { method: 'POST', headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) }, agent: false, signal, maxHeaderSize: 16_384, ...(lookup ? { lookup } : {}) };
  return new Promise((resolve) => {
    const request = (url.protocol === 'https:' ? tlsRequest : plainRequest)(url, options, (response) => {
      let bytes = 0;
      response.on('data', (piece: Buffer) => {
        bytes += piece.length;
        if (bytes > limits.bytes) {
          resolve({ failed: 'too-much' });
          request.destroy();
        }
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0 }));
      response.on('error', (error) => resolve(whyFailed(error, signal)));
    });
    request.on('error', (error) => resolve(whyFailed(error, signal)));
    request.end(body);
  });
}

/** @param inside origins that the administrator of the server allows, whatever they resolve to. */
export function outgoing(inside: Inside, resolve: Resolve = byTheSystem, limits: Limits = usual): Outgoing {
  const mayReach = async (text: string): Promise<boolean> => {
    const url = targetOf(text, inside);
    if (url === null) return false;
    return inside.has(url.origin) || openAddresses(resolve, url.hostname.replace(/^\[|\]$/g, '')).then(() => true, () => false);
  };
  const post = async (message: Message): Promise<Posted> => {
    const url = targetOf(message.url, inside);
    if (url === null) return { failed: 'address-refused' };
    return send(url, message, inside.has(url.origin) ? undefined : openLookup(resolve), limits);
  };
  return { mayReach, post };
}
