/** The made-up people of the example organisation. They have an address that leads nowhere, and no way in. */
import type { Context } from '../../platform/context.ts';
import { enter } from '../../platform/database/scoped-database.ts';
import type { ExamplePeople } from '../../platform/slice.ts';
import type { Role } from './roles.ts';
import { addPerson, setMembership } from './store.ts';

const people: Readonly<Record<keyof ExamplePeople, { readonly name: string; readonly role: Role }>> = {
  board: { name: 'Henk Dijkstra', role: 'board' },
  cio: { name: 'Ruth Okafor', role: 'cio' },
  ciso: { name: 'Tim Scholten', role: 'ciso' },
  'privacy-officer': { name: 'Dirk de Wit', role: 'privacy-officer' },
  architect: { name: 'Meilin Wang', role: 'architect' },
  'programme-manager': { name: 'Sem Jansen', role: 'programme-manager' },
  'change-manager': { name: 'Jana Novák', role: 'change-manager' },
  coach: { name: 'Amina El Idrissi', role: 'coach' },
  confidant: { name: 'Loes Vermeer', role: 'confidant' },
  'works-council': { name: 'Els van Dam', role: 'employee' },
  employee: { name: 'Bas Peeters', role: 'employee' },
  'young-employee': { name: 'Noor Bakker', role: 'employee' },
};

/** The transaction is in that organisation, before and after. */
export async function addExamplePeople({ db, ids, now, person }: Pick<Context, 'db' | 'ids' | 'now' | 'person'>, organisation: string): Promise<ExamplePeople> {
  // Across organisations: nobody is written but by themselves.
  const as = (who: string): Promise<unknown> => enter(db, { organisation, person: who });
  const made: [string, string][] = [];
  for (const [part, { name, role }] of Object.entries(people)) {
    const id = ids.next();
    await as(id);
    await addPerson(db, { id, name, email: `${id}@example.invalid`, passwordHash: null }, now);
    await setMembership(db, organisation, id, [role]);
    made.push([part, id]);
  }
  await as(person.id);
  return Object.fromEntries(made) as ExamplePeople;
}
