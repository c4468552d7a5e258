/** A board decides which policy of the library its organisation goes by from now on. */
import { z } from 'zod';
import { defineOperation } from '../../platform/operation.ts';
import { conflict, notFound } from '../../platform/refusal.ts';
import { currentPolicy, libraryPolicies, readAdoptions, writeAdoption } from '../policy/public.ts';
import { AdoptForm } from './pages/adopt-form.tsx';
import { showPolicy } from './shown-policy.ts';
import { words } from './words.ts';

const inBoth = (text: (locale: 'nl' | 'en') => string) => ({ nl: text('nl'), en: text('en') });

const confirmed = z.boolean().refine((given) => given, { params: { text: inBoth((locale) => words(locale).adopt.confirmFault) } });

/** `instead` is the policy that held when the form was shown, so that nobody's decision is overruled unseen. */
const input = z.strictObject({ id: z.string().max(200), instead: z.string().max(200).optional(), confirmed });

export const adoptPolicy = defineOperation({
  name: 'policy.adopt-policy',
  title: (locale) => words(locale).adopt.start,
  permission: 'policy:adopt',
  input,
  output: z.strictObject({ policy: z.string(), before: z.string(), nl: z.string(), en: z.string() }),
  effect: { kind: 'change', trace: ({ id }, { before }) => ({ object: `policy/${id}`, detail: { before } }) },
  rest: { method: 'POST', path: '/policies/{id}/_adopt' },
  handle: async (at, { id, instead }) => {
    const policy = libraryPolicies(at.knowledge).find((one) => one.id === id);
    if (policy === undefined) return notFound;
    const before = (await currentPolicy(at)).policy.id;
    const [last] = await readAdoptions(at.db, at.organisation.id, 1);
    if (instead !== undefined && instead !== before) return conflict(inBoth((locale) => words(locale).adopt.overtaken));
    if (last?.policyId === id) return conflict(inBoth((locale) => words(locale).adopt.already));
    await writeAdoption(at.db, at.organisation.id, { at: at.now, policyId: id, personId: at.person.id });
    return { policy: id, before, ...policy.name };
  },
  web: {
    kind: 'form',
    path: '/policy/{id}/adopt',
    load: async (at, { id }) => (id !== undefined && libraryPolicies(at.knowledge).some((one) => one.id === id) ? { extra: await showPolicy(at, id, 'wide') } : notFound),
    title: ({ extra, locale }) => words(locale).adopt.title(extra.policy.name[locale]),
    render: (view) => <AdoptForm view={view} />,
    done: (policy) => ({ to: '/policy', notice: (locale) => words(locale).adopt.done(policy[locale]) }),
  },
});
