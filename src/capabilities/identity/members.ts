/** Who belongs to the organisation, with which roles; inviting, joining, changing and leaving. */
import { z } from 'zod';
import { enter } from '../../platform/database/scoped-database.ts';
import type { Context, OpenContext, SignedInContext } from '../../platform/context.ts';
import { conflict, isRefusal, notFound, type Refusal } from '../../platform/refusal.ts';
import { closeSessionsIn } from '../../platform/session/session.ts';
import { both } from '../../platform/words.ts';
import { email, name, roleList } from './fields.ts';
import { mailInvitation } from './letters.ts';
import { partNames } from './parts/store.ts';
import { admit, wayIn } from './new-person.ts';
import { awaitedIn, tieByAddress } from './provisioning/store.ts';
import { hashToken, newToken } from './secrets.ts';
import { findAccount, findOrganisation, findMembership, membersOf, othersAdminister, removeMembership, saveInvitation, setMembership, takeInvitation } from './store.ts';
import { words } from './words.ts';

/** `awaited`: whom the directory added, and who did not come in yet. */
export const memberList = z.strictObject({ parts: z.record(z.string(), z.string()), members: z.array(z.strictObject({ id: z.uuid(), name: z.string(), roles: z.array(z.string()) })), awaited: z.array(z.strictObject({ id: z.uuid(), name: z.string() })) });

export async function listMembers(at: Context): Promise<z.output<typeof memberList>> {
  const members = await membersOf(at.db, at.organisation.id);
  return { parts: await partNames(at.db, at.organisation.id), members: members.map(({ person, roles }) => ({ ...person, roles: [...roles] })), awaited: await awaitedIn(at.db, at.organisation.id) };
}

const invitationDays = 7;
/** `letter`: the link goes to them by e-mail too, where this server sends any. */
export const inviteInput = z.strictObject({ name, email, roles: roleList, letter: z.boolean().optional() });
export const inviteOutput = z.strictObject({ path: z.string(), expiresAt: z.iso.datetime() });

type Invited = { readonly name: string; readonly email: string; readonly roles: readonly string[] };

/** The link is all there is of it: only its hash is kept. */
export async function inviteTo(at: SignedInContext, organisation: string, invited: Invited): Promise<z.output<typeof inviteOutput>> {
  const token = newToken();
  const expiresAt = new Date(at.now.getTime() + invitationDays * 86_400_000);
  await saveInvitation(at.db, { ...invited, organisation }, hashToken(token), expiresAt);
  return { path: `/join?token=${token}`, expiresAt: expiresAt.toISOString() };
}

export async function inviteMember(at: Context, { letter, ...invited }: z.output<typeof inviteInput>): Promise<z.output<typeof inviteOutput>> {
  const invitation = await inviteTo(at, at.organisation.id, invited);
  if (letter && at.sendsMail) await mailInvitation(at, invited, invitation.path);
  return invitation;
}

/** The form offers a letter only where there is somebody to send it. */
export const loadInvitation = async (at: Context) => ({ values: { letter: at.sendsMail }, extra: { sendsMail: at.sendsMail } });

export const joinInput = z.strictObject({ token: z.string().min(1).max(100), ...wayIn });
export const joinOutput = z.strictObject({ person: z.uuid(), organisation: z.uuid() });

export const loadProvider = async (at: OpenContext) => ({ extra: { provider: at.provider?.label ?? null } });

const badLink = conflict(both(words, (text) => text.badLink));
/** Whoever already has an account keeps its password: a link alone must not take an account over. */
const haveAccount = conflict(both(words, (text) => text.haveAccount));

export async function joinOrganisation(at: OpenContext, input: z.output<typeof joinInput>): Promise<z.output<typeof joinOutput> | Refusal> {
  const invitation = await takeInvitation(at.db, hashToken(input.token), at.now);
  if (!invitation) return badLink;
  const account = await findAccount(at.db, invitation.email);
  if (account && account.id !== at.person?.id) return haveAccount;
  const { organisation, roles } = invitation;
  // Across organisations: the link brings them in.
  await enter(at.db, { organisation, person: account?.id });
  const admitted = account ? null : await admit(at, { ...invitation, organisation, organisationName: (await findOrganisation(at.db, organisation))?.name ?? '' }, input);
  if (isRefusal(admitted)) return admitted;
  const person = admitted?.person ?? (account?.id as string);
  await setMembership(at.db, organisation, person, roles);
  await tieByAddress(at.db, organisation, invitation.email, person);
  await (admitted ? at.session.open({ person, organisation, method: admitted.method }) : at.session.moveTo(organisation));
  return { person, organisation };
}

export const rolesInput = z.strictObject({ id: z.uuid(), roles: roleList });

const lastAdministrator = conflict(both(words, (text) => text.lastAdministrator));

export async function changeRoles(at: Context, { id, roles }: z.output<typeof rolesInput>): Promise<z.output<typeof rolesInput> | Refusal> {
  if (!(await findMembership(at.db, at.organisation.id, id))) return notFound;
  if (!roles.includes('administrator') && !(await othersAdminister(at.db, at.organisation.id, id))) return lastAdministrator;
  await setMembership(at.db, at.organisation.id, id, roles);
  await endSessions(at, id);
  return { id, roles };
}

/** Nobody goes on with rights they no longer have; who changes themselves stays in. */
const endSessions = async (at: Context, person: string): Promise<void> => void (person === at.person.id || (await closeSessionsIn(at.db, person, at.organisation.id)));

export async function loadRoles(at: Context, params: Readonly<Record<string, string>>) {
  const id = z.uuid().safeParse(params['id']);
  const member = id.success ? await findMembership(at.db, at.organisation.id, id.data) : null;
  return member ? { values: { id: member.person.id, roles: [...member.roles] }, extra: { name: member.person.name } } : notFound;
}

export const memberInput = z.strictObject({ id: z.uuid() });

export async function removeMember(at: Context, { id }: z.output<typeof memberInput>): Promise<z.output<typeof memberInput> | Refusal> {
  if (!(await findMembership(at.db, at.organisation.id, id))) return notFound;
  if (!(await othersAdminister(at.db, at.organisation.id, id))) return lastAdministrator;
  await removeMembership(at.db, at.organisation.id, id);
  await endSessions(at, id);
  return { id };
}
