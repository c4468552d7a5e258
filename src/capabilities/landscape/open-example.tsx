/** The example organisation: everybody gets a copy of their own to learn in, and comes back to the same one. */
import { z } from 'zod';
import type { Context, OrganisationRef } from '../../platform/context.ts';
import { defineOperation, type Operation } from '../../platform/operation.ts';
import { isRefusal, notFound, type Refusal } from '../../platform/refusal.ts';
import type { FillExample } from '../../platform/slice.ts';
import { addExamplePeople, founderRoles, foundOrganisation, whoIs } from '../identity/public.ts';
import { changeLandscape } from './change-landscape.ts';
import { ExampleForm } from './pages/example-form.tsx';
import { readDocument } from './read-document.ts';
import { examplesOf, keepExample } from './store.ts';
import { words } from './words.ts';

const file = 'examples/gemeente-waterwolde/landscape.yaml';

/** Whoever was removed from their copy does not come back in by this road. */
async function ownExample(at: Context): Promise<OrganisationRef | null> {
  for (const organisation of await examplesOf(at.db, at.person.id)) {
    const member = await whoIs(at.db, { person: at.person.id, organisation }, at.now);
    if (member?.organisation) return member.organisation;
  }
  return null;
}

async function makeExample(at: Context, fillings: readonly FillExample[]): Promise<OrganisationRef | Refusal> {
  const text = at.knowledge.documents?.[file];
  if (text === undefined) return notFound;
  const document = readDocument({ name: file, text }, at);
  if (isRefusal(document)) throw new Error(`The example has faults: ${JSON.stringify(document)}`);
  const organisation = { id: at.ids.next(), name: words(at.locale).example.organisation(document.organisation.name) };
  await foundOrganisation(at.db, organisation, at.person.id, founderRoles, at.now);
  const changed = await changeLandscape({ ...at, organisation }, 'example', ({ asOf }) => ({ ...document, asOf }));
  if (isRefusal(changed)) return changed;
  const people = await addExamplePeople(at, organisation.id);
  for (const fill of fillings) await fill({ ...at, organisation }, people);
  await keepExample(at.db, organisation.id, at.person.id, at.now);
  return organisation;
}

export const openExample = (fillings: readonly FillExample[]): Operation => defineOperation({
  name: 'landscape.open-example',
  title: { nl: 'De voorbeeldorganisatie openen', en: 'Open the example organisation' },
  permission: 'member',
  input: z.strictObject({}),
  output: z.strictObject({ organisation: z.uuid() }),
  effect: { kind: 'change', trace: (_, { organisation }) => ({ object: `organisation/${organisation}`, organisation }) },
  rest: { method: 'POST', path: '/example' },
  handle: async (at) => {
    const organisation = (await ownExample(at)) ?? (await makeExample(at, fillings));
    if (isRefusal(organisation)) return organisation;
    await at.session.moveTo(organisation.id);
    return { organisation: organisation.id };
  },
  web: {
    kind: 'form',
    path: '/example',
    render: (view) => <ExampleForm view={view} />,
    done: () => ({ to: '/', notice: (locale) => words(locale).example.opened }),
  },
});
