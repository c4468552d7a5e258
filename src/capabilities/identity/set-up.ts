/** The very first person: lets themselves in with the code from the console, and makes their organisation. */
import { z } from 'zod';
import type { Database, OpenContext } from '../../platform/context.ts';
import { conflict, invalid, isRefusal, notFound, type Refusal } from '../../platform/refusal.ts';
import { both } from '../../platform/words.ts';
import { email, name, next } from './fields.ts';
import { admit, wayIn } from './new-person.ts';
import { founderRoles } from './roles.ts';
import { hashCode, newCode } from './secrets.ts';
import { addOrganisation, addPlatformAdministrator, isSetUp, noteSetUp, replaceSetupCode, setMembership, takeSetupCode } from './store.ts';
import { words } from './words.ts';

export const setUpInput = z.strictObject({ code: z.string().min(1).max(40), organisation: name, name, email, ...wayIn, next });
export const setUpOutput = z.strictObject({ organisation: z.uuid(), person: z.uuid() });

const codeMinutes = 15;

/** Each start of the server makes another, and only the last one works. @returns the code to show on the console, or null when somebody is already in. */
export async function offerSetup(db: Database, now: Date): Promise<string | null> {
  if (await isSetUp(db)) return null;
  const code = newCode();
  await replaceSetupCode(db, hashCode(code), new Date(now.getTime() + codeMinutes * 60_000));
  return code;
}

const wrongCode = invalid({ path: 'code', message: both(words, (text) => text.wrongCode) });

export async function setUp(at: OpenContext, input: z.output<typeof setUpInput>): Promise<z.output<typeof setUpOutput> | Refusal> {
  if (await isSetUp(at.db)) return conflict(both(words, (text) => text.alreadySetUp));
  if (!(await takeSetupCode(at.db, hashCode(input.code), at.now))) return wrongCode;
  const organisation = at.ids.next();
  await noteSetUp(at.db, at.now);
  const admitted = await admit(at, { ...input, organisation, organisationName: input.organisation }, input);
  if (isRefusal(admitted)) return admitted;
  const { person, method } = admitted;
  await addOrganisation(at.db, { id: organisation, name: input.organisation }, at.now);
  await setMembership(at.db, organisation, person, founderRoles);
  await addPlatformAdministrator(at.db, person);
  await at.session.open({ person, organisation, method });
  return { organisation, person };
}

/** Once somebody is in, this page is not there. */
export const loadSetUp = async (at: OpenContext): Promise<{ extra: undefined } | Refusal> => ((await isSetUp(at.db)) ? notFound : { extra: undefined });
