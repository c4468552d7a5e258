/** An identity provider that believes whatever it is told: whoever comes back is who they say, and leaves when told so. */
import { randomUUID } from 'node:crypto';
import { type IdentityProvider, ProviderRefused } from '../../src/platform/provider/identity-provider.ts';

const issuer = 'https://login.example.nl';
export const leavingToken = (subject: string): string => `leaves:${subject}`;

export const easyProvider: IdentityProvider = {
  issuer, label: 'Inlogdienst', levels: { enter: null, confirm: null },
  ask: async () => `${issuer}/`,
  recognise: async (_, cameBackAt) => ({ issuer, subject: cameBackAt.searchParams.get('subject') ?? '', session: null, level: null, shownAt: null, name: null, email: null, directoryId: null, groups: [] }),
  readLeaving: async (token, now) => {
    const [, subject] = /^leaves:(.+)$/.exec(token) ?? [];
    if (subject === undefined) throw new ProviderRefused('This says of nobody that they left.');
    return { issuer, subject, session: null, id: randomUUID(), until: new Date(now.getTime() + 60_000) };
  },
  goodbye: async () => null,
  publicKeys: async () => ({ keys: [] }),
};
