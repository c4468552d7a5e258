/** What was destroyed, in words and figures. The log names it by its SHA-256, so that it cannot be changed afterwards. */
import type { Destruction } from './erase.ts';
import { sha256 } from './manifest.ts';
import type { Exit } from './store.ts';

export type Certified = { readonly text: string; readonly sha256: string };

export function certify(organisation: { readonly id: string; readonly name: string }, exit: Exit, destruction: Destruction, at: Date): Certified {
  const text = `${JSON.stringify({
    format: 'regiekompas-destruction',
    version: 1,
    organisation: organisation.id,
    announcedAt: exit.announcedAt.toISOString(),
    retrievalUntil: exit.retrieval,
    destroyedAt: at.toISOString(),
    tables: destruction.tables,
    keys: destruction.keys,
    remains: [
      'The log of the organisation: who did what and when by ids and codes. What was said besides was sealed with keys that are destroyed.',
      'Accounts of people who also belong to another organisation here.',
      'Backups made before: what was sealed in them opens with the key above the destroyed ones only until that one is replaced and destroyed; what was not sealed stays in them until they are thrown away.',
    ],
  }, null, 1)}\n`;
  return { text, sha256: sha256(text) };
}
