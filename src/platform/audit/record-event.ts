/** Writes an event down, to be given its place in the log afterwards (`sequence-events.ts`). */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Database, Ids } from '../context.ts';
import type { Vault } from '../keys/vault.ts';
import { type Detail, leafText, type Prepared, prepared, saltBytes, type TracedEvent } from './event.ts';
import { installation, tables } from './tables.ts';

export type Recording = { readonly ids: Ids; readonly vaultOn: (db: Database) => Vault };

/** Where a detail stands, for the vault. */
export const placeOf = (organisation: string, event: string) => ({ organisation, table: 'audit_detail', column: 'sealed', row: event });
/** Under the key of whom it is about, so that it goes when they are erased. */
const ownerOf = ([subject]: readonly string[]) => (subject === undefined ? { records: 'audit' } : { person: subject });

const sealedDetail = (vault: Vault, organisation: string, { id, subjects }: Prepared, detail: Detail): Promise<string> =>
  vault.seal(placeOf(organisation, id), ownerOf(subjects), JSON.stringify(detail));

export const rowOf = ({ id, at, leaf, anonymous }: Prepared) =>
  ({ id, at, operation: leaf.action, object: leaf.object, leaf: leafText(leaf), anonymous });

/** The log could not take it. Nothing that has to be written down may happen then, and nothing confidential be read. */
export class LogUnavailable extends Error {}

async function insert(db: Database, organisation: string, event: Prepared, sealed: string | null): Promise<void> {
  await tables(db).insertInto('audit_event').values({ organisation_id: organisation, ...rowOf(event) }).execute();
  if (sealed !== null) await tables(db).insertInto('audit_detail').values({ organisation_id: organisation, event_id: event.id, sealed }).execute();
  if (event.subjects.length > 0) await tables(db).insertInto('audit_subject').values(event.subjects.map((person) => ({ organisation_id: organisation, person_id: person, event_id: event.id }))).execute();
}

/**
 * INVARIANT: called in the transaction of the change it tells of, or committed before what was read leaves.
 * @returns its id. @throws LogUnavailable with the cause.
 */
export async function record(db: Database, { ids, vaultOn }: Recording, event: TracedEvent): Promise<string> {
  const organisation = event.organisation ?? installation;
  // The installation has no key of its own to seal a detail under: its log says what happened, to what, and no more.
  const made = prepared(event.organisation === null ? { ...event, detail: {} } : event, { next: ids.next(), random: randomUUID() }, randomBytes(saltBytes).toString('hex'));
  try {
    const sealed = made.detail && (await sealedDetail(vaultOn(db), organisation, made, made.detail));
    await insert(db, organisation, made, sealed);
  } catch (error) {
    throw new LogUnavailable('The audit log takes no entry.', { cause: error });
  }
  return made.id;
}
