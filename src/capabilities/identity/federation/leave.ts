/** The provider says that somebody left there: their visits here end at once, on every process. */
import { z } from 'zod';
import type { OpenContext, OutsideContext } from '../../../platform/context.ts';
import { enter } from '../../../platform/database/scoped-database.ts';
import type { Leaving } from '../../../platform/provider/identity-provider.ts';
import { notFound, type Refusal } from '../../../platform/refusal.ts';
import { closeSessionsFrom } from '../../../platform/session/session.ts';
import { notRecognised, refusalFor } from './refusals.ts';
import { noteLeaving } from './store.ts';

export const leavingInput = z.strictObject({ token: z.string().min(1).max(20_000) });
export const leavingOutput = z.strictObject({ ended: z.number().int() });

export async function readLeaving(at: OutsideContext, { token }: z.output<typeof leavingInput>): Promise<Leaving | Refusal> {
  if (!at.provider) return notFound;
  return at.provider.readLeaving(token, at.now).catch((error: unknown) => refusalFor(error, at));
}

export async function endProviderSessions(at: OpenContext, _: z.output<typeof leavingInput>, leaving: Leaving): Promise<z.output<typeof leavingOutput> | Refusal> {
  if (!(await noteLeaving(at.db, leaving, at.now))) return notRecognised;
  // Across organisations: they left everywhere that visit led to.
  await enter(at.db, { duty: 'provider' });
  const ended = await closeSessionsFrom(at.db, leaving);
  // Across organisations: what is written down of it is of nobody and nowhere.
  await enter(at.db, {});
  return { ended };
}
