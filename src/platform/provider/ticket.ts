/** All that a visit to the provider must remember follows from one secret in the visitor's browser (RFC 7636, OpenID Connect Core §15.5.2). */
import { createHmac, randomBytes } from 'node:crypto';
import type { Ticket } from './identity-provider.ts';

export const newTicket = (): Ticket => randomBytes(32).toString('base64url');

const derived = (ticket: Ticket, what: string): string => createHmac('sha256', ticket).update(what).digest('base64url');

/** 256 bits each; none tells anything of the others or of the ticket. */
export const secretsOf = (ticket: Ticket) => ({ state: derived(ticket, 'state'), nonce: derived(ticket, 'nonce'), verifier: derived(ticket, 'verifier') });
