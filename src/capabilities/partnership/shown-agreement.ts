/** An agreement as one of its two parties sees it. */
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { notFound, type Refusal } from '../../platform/refusal.ts';
import { type Agreement, sharable, stateOf, states } from './agreement.ts';
import { findAgreement } from './store.ts';

export const shownAgreement = z.strictObject({
  id: z.uuid(), direction: z.enum(['outward', 'inward']), other: z.string(), programme: z.string(), upTo: z.enum(sharable), until: z.iso.date(), state: z.enum(states),
});
export type ShownAgreement = z.output<typeof shownAgreement>;

/** @param own the organisation that looks. */
export function shownTo(own: string, agreement: Agreement, today: string): ShownAgreement {
  const isOwn = agreement.organisation === own;
  const { id, programme, upTo, until } = agreement;
  return { id, direction: isOwn ? 'outward' : 'inward', other: isOwn ? agreement.partnerName : agreement.organisationName, programme, upTo, until, state: stateOf(agreement, today) };
}

export const agreementInput = z.strictObject({ id: z.uuid() });

export async function loadAgreement(at: Context, params: Readonly<Record<string, string>>): Promise<{ readonly values: { readonly id: string }; readonly extra: ShownAgreement } | Refusal> {
  const id = z.uuid().safeParse(params['id']);
  const found = id.success ? await findAgreement(at.db, at.organisation.id, id.data) : undefined;
  return found === undefined ? notFound : { values: { id: found.id }, extra: shownTo(at.organisation.id, found, at.today) };
}
