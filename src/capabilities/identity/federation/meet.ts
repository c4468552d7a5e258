/**
 * Somebody comes back from their organisation's identity provider: to come in, to join, to tie their account to it, or
 * to show that it is still them.
 *
 * INVARIANT: who they are is issuer and subject, never an address of e-mail.
 * Across organisations: the provider says who it is, and that says where they belong.
 */
import { z } from 'zod';
import type { OpenContext, OutsideContext, ProviderVisit } from '../../../platform/context.ts';
import { enter } from '../../../platform/database/scoped-database.ts';
import type { Recognised } from '../../../platform/provider/identity-provider.ts';
import { reaches } from '../../../platform/provider/levels.ts';
import { conflict, isRefusal, notFound, notSignedIn, type Refusal } from '../../../platform/refusal.ts';
import { both, type Text } from '../../../platform/words.ts';
import { email, name } from '../fields.ts';
import { letIn, type Place } from '../sign-in.ts';
import { addPerson, findAccount, setMembership, takeInvitation } from '../store.ts';
import { words as identityWords } from '../words.ts';
import { levelFor, purposes, returnPath } from './ask.ts';
import { expectedAt, type Expected, tieByAddress } from '../provisioning/store.ts';
import { type Given, giveRoles } from './give-roles.ts';
import { notRecognised, notSureEnough, otherAccount, refusalFor, tooLittleKnown, unknownHere } from './refusals.ts';
import { accountsAt, keepAccount, type Purpose, rolesOfGroups, takeVisit, type Visit } from './store.ts';

/** `answer` is the query the provider sent them back with. */
export const meetInput = z.strictObject({ ticket: z.string().min(1).max(100), answer: z.string().min(1).max(8000) });
const text = z.strictObject({ nl: z.string(), en: z.string() });
/** `given`: where their roles changed, and into what. `notIn`: why they are in nowhere any more. */
export const meetOutput = z.strictObject({ person: z.uuid(), organisation: z.uuid().nullable(), purpose: z.enum(purposes), next: z.string().nullable(), given: z.array(z.strictObject({ organisation: z.uuid(), roles: z.array(z.string()) })), notIn: text.nullable() });
type Met = Place & { readonly given?: Given[]; readonly notIn?: Text };

export async function recognise(at: OutsideContext, { ticket, answer }: z.output<typeof meetInput>): Promise<Recognised | Refusal> {
  if (!at.provider) return notFound;
  const tried = [{ kind: 'address', value: at.address }] as const;
  const retryAfterSeconds = at.throttle.wait(tried, at.now);
  if (retryAfterSeconds > 0) return { refused: 'too-many', retryAfterSeconds };
  const found = await at.provider.recognise(ticket, new URL(`${at.origin}${returnPath}?${answer}`), at.now).catch((error: unknown) => refusalFor(error, at));
  if (isRefusal(found) && found.refused === 'conflict') at.throttle.failed(tried, at.now);
  return found;
}

const visitOf = ({ issuer, subject, session }: Recognised): ProviderVisit => ({ issuer, subject, session });

/** Null when there is one of that address already: a provider's word about an address takes no account over. */
async function newPerson(at: OpenContext, organisation: string, who: { readonly name: string; readonly email: string }): Promise<string | null> {
  if (await findAccount(at.db, who.email)) return null;
  const person = at.ids.next();
  await enter(at.db, { organisation, person });
  await addPerson(at.db, { id: person, ...who, passwordHash: null }, at.now);
  return person;
}

/** What the provider does not tell of them, a directory may have told. */
async function firstTime(at: OpenContext, found: Recognised, [organisation]: readonly string[], [expected]: readonly Expected[]): Promise<string | Refusal> {
  if (organisation === undefined) return unknownHere;
  const who = z.object({ name, email }).safeParse({ name: found.name ?? expected?.name, email: found.email ?? expected?.email });
  if (!who.success) return tooLittleKnown;
  return (await newPerson(at, organisation, who.data)) ?? otherAccount;
}

/** INVARIANT: who was let in before and belongs nowhere any more has lost it, also where they are still signed in. */
async function comeIn(at: OpenContext, _: Visit, found: Recognised): Promise<Met | Refusal> {
  const known = await accountsAt(at.db, found);
  const given = await rolesOfGroups(at.db, found.groups);
  const expected = found.directoryId === null ? [] : await expectedAt(at.db, found.directoryId);
  const invited = [...expected.map(({ organisation }) => organisation), ...given.keys()];
  const person = known[0]?.person ?? (await firstTime(at, found, invited, expected));
  if (isRefusal(person)) return person;
  const changed: Given[] = [];
  for (const organisation of new Set([...known.map((account) => account.organisation), ...invited])) {
    const account = known.find((one) => one.organisation === organisation) ?? { organisation, person, givenRoles: [] };
    const one = await giveRoles(at.db, found, account, given.get(organisation) ?? []);
    if (one) changed.push(one);
  }
  const place = await letIn(at, person, 'organisation', visitOf(found));
  if (place) return { ...place, given: changed };
  return known.length === 0 ? unknownHere : { person, organisation: null, given: changed, notIn: unknownHere.message };
}

const badLink = conflict(both(identityWords, (text) => text.badLink));

/** Whoever already has an account signs in to it first: a link alone must not take an account over. */
async function personInvited(at: OpenContext, found: Recognised, invitation: { readonly organisation: string; readonly name: string; readonly email: string }): Promise<string | Refusal> {
  const [known] = await accountsAt(at.db, found);
  const account = await findAccount(at.db, invitation.email);
  if (account && account.id !== known?.person && account.id !== at.person?.id) return otherAccount;
  return known?.person ?? account?.id ?? (await newPerson(at, invitation.organisation, invitation)) ?? otherAccount;
}

async function join(at: OpenContext, visit: Visit, found: Recognised): Promise<Place | Refusal> {
  const invitation = visit.invitation && (await takeInvitation(at.db, visit.invitation, at.now));
  if (!invitation) return badLink;
  const person = await personInvited(at, found, invitation);
  if (isRefusal(person)) return person;
  const { organisation, roles } = invitation;
  await enter(at.db, { organisation, person });
  await setMembership(at.db, organisation, person, roles);
  await tieByAddress(at.db, organisation, invitation.email, person);
  await keepAccount(at.db, found, { organisation, person, givenRoles: [] });
  await at.session.open({ person, organisation, method: 'organisation', provider: visitOf(found) });
  return { person, organisation };
}

/** INVARIANT: one subject is one person. */
async function link(at: OpenContext, visit: Visit, found: Recognised): Promise<Place | Refusal> {
  const { person, organisation } = at;
  if (!person || !organisation || visit.person !== person.id) return notSignedIn;
  const [known] = await accountsAt(at.db, found);
  if (known && known.person !== person.id) return otherAccount;
  await keepAccount(at.db, found, { organisation: organisation.id, person: person.id, givenRoles: [] });
  await at.session.confirm('organisation', visitOf(found));
  return { person: person.id, organisation: organisation.id };
}

async function confirm(at: OpenContext, visit: Visit, found: Recognised): Promise<Place | Refusal> {
  if (!at.person || visit.person !== at.person.id) return notSignedIn;
  const [known] = await accountsAt(at.db, found);
  if (known?.person !== at.person.id) return otherAccount;
  await at.session.confirm('organisation', visitOf(found));
  return { person: at.person.id, organisation: at.organisation?.id ?? null };
}

const does: Readonly<Record<Purpose, (at: OpenContext, visit: Visit, found: Recognised) => Promise<Met | Refusal>>> = { 'sign-in': comeIn, join, link, confirm };

const leewayMs = 30_000;

/** As sure as was asked; and where they had to show who they are once more, that they did so since. */
function isSure(at: OpenContext, { purpose, askedAt }: Visit, { level, shownAt }: Recognised): boolean {
  if (!at.provider || !reaches(level, levelFor(at.provider, purpose))) return false;
  return purpose !== 'confirm' || (shownAt !== null && shownAt.getTime() >= askedAt.getTime() - leewayMs);
}

export async function meetProvider(at: OpenContext, { ticket }: z.output<typeof meetInput>, found: Recognised): Promise<z.output<typeof meetOutput> | Refusal> {
  const visit = await takeVisit(at.db, ticket, at.now);
  if (!visit) return notRecognised;
  if (!isSure(at, visit, found)) return notSureEnough;
  const place = await does[visit.purpose](at, visit, found);
  return isRefusal(place) ? place : { given: [], notIn: null, ...place, purpose: visit.purpose, next: visit.next };
}
