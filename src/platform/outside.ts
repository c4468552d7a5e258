/** The ways out of this server, handed in: a test has its own. No mail where the settings give no server for it. */
import type { SendMail } from './mail/letter.ts';
import type { Outgoing } from './outgoing/post.ts';

export type Outside = { readonly mail: SendMail | null; readonly outgoing: Outgoing };
export const nothingOutside: Outside = { mail: null, outgoing: { mayReach: async () => false, post: async () => ({ failed: 'away' }) } };
