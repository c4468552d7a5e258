/** What somebody said is erased for good: its rows go, and with its key what backups and the log still hold of it. */
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { personsWithKeys } from '../../platform/keys/store.ts';
import { defineOperation, type Operation } from '../../platform/operation.ts';
import { notFound } from '../../platform/refusal.ts';
import type { Forget } from '../../platform/slice.ts';
import { both } from '../../platform/words.ts';
import { peopleOf } from '../identity/public.ts';
import { EraseForm, type Erasable } from './pages/erase-form.tsx';
import { words } from './words.ts';

const confirmed = z.boolean().refine((given) => given, { params: { text: both(words, (text) => text.erase.confirmFault) } });

/** Members, by name; and who is none any more, but left something. */
async function erasable({ db, organisation }: Context): Promise<Erasable[]> {
  const members = await peopleOf(db, organisation.id);
  const former = (await personsWithKeys(db, organisation.id)).filter((id) => members.every((member) => member.id !== id));
  return [...members, ...former.map((id) => ({ id, name: null }))];
}

export const erasePerson = (everywhere: readonly Forget[]): Operation => defineOperation({
  name: 'keys.erase-person',
  title: (locale) => words(locale).erase.title,
  permission: 'person:erase',
  stepUp: true,
  input: z.strictObject({ person: z.uuid(), reason: z.string().trim().min(5).max(500), confirmed }),
  output: z.strictObject({ person: z.uuid(), keys: z.array(z.string()), answers: z.number().int() }),
  effect: { kind: 'change', trace: ({ person, reason }, { keys, answers }) => ({ object: `person/${person}`, detail: { keys, answers }, purpose: reason }) },
  rest: { method: 'POST', path: '/erasures' },
  handle: async (at, { person }) => {
    if (!(await erasable(at)).some(({ id }) => id === person)) return notFound;
    let answers = 0;
    for (const forget of everywhere) answers += await forget(at.db, at.organisation.id, person);
    const { keys } = await at.vault.erase(at.organisation.id, { person });
    return { person, keys: [...keys], answers };
  },
  web: {
    kind: 'form',
    path: '/keys/erase',
    load: async (at) => ({ extra: await erasable(at) }),
    render: (view) => <EraseForm view={view} />,
    done: ({ keys }) => ({ to: '/keys', notice: (locale) => words(locale).erase.done(keys.length) }),
  },
});
