/** Sends somebody to their organisation's identity provider, and remembers why until they are back. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { OpenContext, OutsideContext } from '../../../platform/context.ts';
import type { IdentityProvider } from '../../../platform/provider/identity-provider.ts';
import { newTicket } from '../../../platform/provider/ticket.ts';
import { notConfirmed, notFound, notSignedIn, type Refusal } from '../../../platform/refusal.ts';
import { isFresh } from '../../../platform/session/session.ts';
import { next, ownPath } from '../fields.ts';
import { refusalFor } from './refusals.ts';
import { keepVisit, type Purpose } from './store.ts';

export const purposes = ['sign-in', 'join', 'link', 'confirm'] as const satisfies readonly Purpose[];
export const returnPath = '/sign-in/organisation/return';

export const askInput = z.strictObject({ purpose: z.enum(purposes), next, invitation: z.string().min(1).max(100).optional() });
export const askOutput = z.strictObject({ address: z.string(), ticket: z.string() });
type Asked = z.output<typeof askOutput>;

const minutesToComeBack = 10;

export const levelFor = ({ levels }: IdentityProvider, purpose: Purpose): string | null => (purpose === 'confirm' ? (levels.confirm ?? levels.enter) : levels.enter);

export async function prepareAsking(at: OutsideContext, { purpose }: z.output<typeof askInput>): Promise<Asked | Refusal> {
  if (!at.provider) return notFound;
  const ticket = newTicket();
  const asking = { ticket, returnTo: `${at.origin}${returnPath}`, level: levelFor(at.provider, purpose), again: purpose === 'confirm' };
  return at.provider.ask(asking).then((address) => ({ address, ticket }), (error: unknown) => refusalFor(error, at));
}

/** Whoever ties an account to the provider has just shown that it is theirs. */
function refusedTo(at: OpenContext, purpose: Purpose): Refusal | null {
  const isOwn = purpose === 'link' || purpose === 'confirm';
  if (isOwn && !at.person) return notSignedIn;
  if (purpose === 'link' && !at.organisation) return notFound;
  return purpose === 'link' && !isFresh(at.ownSession, at.now) ? notConfirmed : null;
}

export async function askProvider(at: OpenContext, { purpose, invitation, ...input }: z.output<typeof askInput>, asked: Asked): Promise<Asked | Refusal> {
  const refused = refusedTo(at, purpose);
  if (refused) return refused;
  const visit = { purpose, person: at.person?.id ?? null, next: input.next === undefined ? null : ownPath(input.next), invitation: invitation === undefined ? null : createHash('sha256').update(invitation).digest(), askedAt: at.now };
  await keepVisit(at.db, asked.ticket, visit, new Date(at.now.getTime() + minutesToComeBack * 60_000));
  return asked;
}
