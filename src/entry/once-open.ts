/** What waits for the keys: what was plain is sealed, and a replacement that was interrupted is finished. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Tables } from '../platform/context.ts';
import type { Keys } from '../platform/keys/keys.ts';
import { organisationsWithRows, sealWhatIsPlain } from '../platform/keys/reseal.ts';
import { finishRotation } from '../platform/keys/rotation.ts';
import { gathered } from './slices.ts';

type Say = (line: string) => void;
const millisecondsBetweenTries = 5000;

/** @param owned the database as the owner of the tables has it. */
export async function sealAndFinish(keys: Keys, owned: Kysely<Tables>, say: Say): Promise<void> {
  const sealed = await sealWhatIsPlain(keys, gathered.sealed, (table) => organisationsWithRows(owned, table));
  if (sealed > 0) say(`Sealed ${sealed} values that were plain until now.`);
  void finishRotation(keys).catch((error: unknown) => keys.log('error', 'rotation-stopped', { message: String(error) }));
}

async function later(keys: Keys, work: () => Promise<void>): Promise<void> {
  while ((await keys.state()).kind === 'sealed') await wait(millisecondsBetweenTries, undefined, { ref: false });
  await work();
}

/** Without the right key the server starts nevertheless, says what is wrong, and does this when the key has come. */
export async function onceOpen(keys: Keys, work: () => Promise<void>, say: Say): Promise<void> {
  const state = await keys.state();
  if (state.kind === 'open') return work();
  say(`Sealed: ${state.message} The site says so to whoever comes, until the right key is there.`);
  void later(keys, work).catch((error: unknown) => keys.log('error', 'keys-came-late', { message: String(error) }));
}
