/**
 * What who looks after the platform does: organisations begin, accounts are closed and opened again. They see that an
 * organisation is there and how many belong to it, and nothing of what it keeps.
 */
import { z } from 'zod';
import type { SignedInContext } from '../../platform/context.ts';
import { enter } from '../../platform/database/scoped-database.ts';
import { conflict, notFound, type Refusal } from '../../platform/refusal.ts';
import { closeSessionsOf } from '../../platform/session/session.ts';
import { both } from '../../platform/words.ts';
import { email, name } from './fields.ts';
import { inviteTo } from './members.ts';
import { accountsOf, organisationsOf, setClosed } from './platform-store.ts';
import { founderRoles } from './roles.ts';
import { addOrganisation } from './store.ts';
import { words } from './words.ts';

export const organisationList = z.strictObject({ organisations: z.array(z.strictObject({ id: z.uuid(), name: z.string(), since: z.iso.datetime(), members: z.number() })) });

/** Across organisations: what is looked after is all of them. */
const onDuty = (at: SignedInContext): Promise<unknown> => enter(at.db, { person: at.person.id, duty: 'platform' });

export async function listOrganisations(at: SignedInContext): Promise<z.output<typeof organisationList>> {
  await onDuty(at);
  return { organisations: await organisationsOf(at.db) };
}

export const organisationInput = z.strictObject({ organisation: name, name, email });
export const organisationOutput = z.strictObject({ organisation: z.uuid(), path: z.string() });

/** Its first member gets a link, and every role until others share the work. */
export async function beginOrganisation(at: SignedInContext, input: z.output<typeof organisationInput>): Promise<z.output<typeof organisationOutput>> {
  const organisation = at.ids.next();
  // Across organisations: it is being made.
  await enter(at.db, { organisation });
  await addOrganisation(at.db, { id: organisation, name: input.organisation }, at.now);
  const { path } = await inviteTo(at, organisation, { name: input.name, email: input.email, roles: founderRoles });
  // Across organisations: back to the platform; it is theirs now.
  await enter(at.db, { person: at.person.id });
  return { organisation, path };
}

export const accountList = z.strictObject({ accounts: z.array(z.strictObject({ id: z.uuid(), name: z.string(), organisations: z.number(), closed: z.boolean() })) });

export async function listAccounts(at: SignedInContext): Promise<z.output<typeof accountList>> {
  await onDuty(at);
  return { accounts: await accountsOf(at.db) };
}

export const closingInput = z.strictObject({ id: z.uuid(), closed: z.boolean() });
const notOneself = conflict(both(words, (text) => text.platform.notOneself));

/** A closed account is out at once, and comes in nowhere (ASVS 7.4.2). */
export async function closeAccount(at: SignedInContext, { id, closed }: z.output<typeof closingInput>): Promise<z.output<typeof closingInput> | Refusal> {
  if (id === at.person.id) return notOneself;
  await onDuty(at);
  if (!(await setClosed(at.db, id, closed ? at.now : null))) return notFound;
  if (closed) await closeSessionsOf(at.db, id);
  return { id, closed };
}
