/**
 * The keys of this process: the one above all others, with its holder, and those of the organisations as they
 * are needed. Where the right key is not at hand everything stays sealed; nothing is ever wrapped with another.
 */
import type { Clock } from '../clock.ts';
import type { Ids } from '../context.ts';
import type { ScopedDatabase } from '../database/scoped-database.ts';
import type { Log } from '../log.ts';
import { newKey } from './cipher.ts';
import { HolderFault, type KeyHolder } from './key-holder.ts';
import { addKek, kekInUse, type OrganisationKeyRow } from './store.ts';
import { KeysSealed } from './vault.ts';

/** `missing`: the holder does not have it. `wrong`: it has another of that name. `unreachable`: the holder itself is not there. */
export type KeysState = { readonly kind: 'open' } | { readonly kind: 'sealed'; readonly why: 'missing' | 'wrong' | 'unreachable'; readonly message: string };

/** What keys need of the world. */
export type KeysWorld = { readonly database: ScopedDatabase; readonly clock: Clock; readonly ids: Ids; readonly log: Log };

export type Keys = KeysWorld & {
  /** Asks the holder when it is not open, at most every few seconds. INVARIANT: not called in a transaction, for it asks the database. */
  readonly state: () => Promise<KeysState>;
  /** @throws KeysSealed */
  readonly holder: () => KeyHolder;
  /** Null when the key above it does not open it. */
  readonly unwrap: (row: OrganisationKeyRow) => Promise<Buffer | null>;
  /** A new one, wrapped under this key. */
  readonly newOrganisationKey: (organisation: string, kek: string) => Promise<OrganisationKeyRow>;
  readonly close: () => Promise<void>;
};

/** `mayMake`: nothing was sealed yet, so that a holder with nothing in it may begin. Null when it has nothing and may not. */
export type OpenHolder = (mayMake: boolean) => Promise<KeyHolder | null>;

const proven = Buffer.from('Regiekompas: this key is the right one.');
const proofGoesWith = (kek: string): string => JSON.stringify(['proof', kek]);
export const makeProof = (holder: KeyHolder, kek: string): Promise<Buffer> => holder.wrap(kek, proven, proofGoesWith(kek));

export const goesWithOrganisationKey = ({ organisation, id, kek }: Omit<OrganisationKeyRow, 'wrapped'>): string => JSON.stringify(['organisation key', organisation, id, kek]);

class Sealed extends KeysSealed {
  readonly why: 'missing' | 'wrong' | 'unreachable';
  constructor(why: 'missing' | 'wrong' | 'unreachable', message: string) {
    super(message);
    this.why = why;
  }
}

async function firstKey(world: KeysWorld, holder: KeyHolder): Promise<void> {
  const id = (await holder.keys()).at(-1) ?? (await holder.addKey());
  const proof = await makeProof(holder, id);
  await world.database.change({}, (db) => addKek(db, { id, proof }, world.clock.now()));
}

/** INVARIANT: a key that does not prove itself is not used, whatever its name. */
async function prove(holder: KeyHolder, { id, proof }: { readonly id: string; readonly proof: Buffer }): Promise<void> {
  if (!(await holder.keys()).includes(id)) throw new Sealed('missing', `The data is sealed with the key ${id}. What was given does not hold it.`);
  const opened = await holder.unwrap({ key: id, bytes: proof }, proofGoesWith(id));
  if (!opened?.equals(proven)) throw new Sealed('wrong', `The key that was given as ${id} is not the one the data was sealed with.`);
}

async function open(world: KeysWorld, openHolder: OpenHolder): Promise<KeyHolder> {
  const known = await world.database.read({}, kekInUse);
  const holder = await openHolder(known === null);
  if (holder === null) throw new Sealed('missing', `The data is sealed with the key ${known?.id}, and no key is where it should be.`);
  await (known ? prove(holder, known) : firstKey(world, holder));
  return holder;
}

const sealedBy = (error: unknown): KeysState => {
  if (error instanceof Sealed) return { kind: 'sealed', why: error.why, message: error.message };
  if (error instanceof HolderFault) return { kind: 'sealed', why: 'unreachable', message: error.message };
  throw error;
};

const secondsBetweenTries = 5;
const organisationsAtMost = 1000;
const rememberedMinutes = 5;

/** The keys last used: no more than so many, and not longer than so, because the key above them may have been destroyed since. */
function remembered(clock: Clock): { readonly get: (id: string) => Buffer | undefined; readonly set: (id: string, key: Buffer) => void } {
  const kept = new Map<string, { readonly key: Buffer; readonly until: number }>();
  const now = (): number => clock.now().getTime();
  const get = (id: string): Buffer | undefined => {
    const found = kept.get(id);
    return found && found.until > now() ? found.key : undefined;
  };
  const set = (id: string, key: Buffer): void => {
    if (get(id)) return;
    kept.delete(id);
    kept.set(id, { key, until: now() + rememberedMinutes * 60_000 });
    if (kept.size > organisationsAtMost) kept.delete(kept.keys().next().value as string);
  };
  return { get, set };
}

/** Opens nothing yet: `state` does, and again when it was sealed. */
export function keysOf(world: KeysWorld, openHolder: OpenHolder): Keys {
  let ready: KeyHolder | null = null;
  let last: { readonly state: Promise<KeysState>; readonly at: number } | null = null;
  const known = remembered(world.clock);
  const attempt = async (): Promise<KeysState> => {
    const state = await open(world, openHolder).then((opened): KeysState => ((ready = opened), { kind: 'open' }), sealedBy);
    if (state.kind === 'sealed') world.log('error', 'keys-sealed', { why: state.why, message: state.message });
    return state;
  };
  const state = (): Promise<KeysState> => {
    const at = world.clock.now().getTime();
    if (last === null || (ready === null && at - last.at >= secondsBetweenTries * 1000)) last = { state: attempt().catch((error: unknown) => ((last = null), Promise.reject(error))), at };
    return last.state;
  };
  const there = (): KeyHolder => {
    if (ready === null) throw new KeysSealed('The keys are not there.');
    return ready;
  };
  const unwrap = async (row: OrganisationKeyRow): Promise<Buffer | null> => {
    const name = `${row.id} ${row.kek}`;
    const bytes = known.get(name) ?? (await there().unwrap({ key: row.kek, bytes: row.wrapped }, goesWithOrganisationKey(row)));
    if (bytes !== null) known.set(name, bytes);
    return bytes;
  };
  const newOrganisationKey = async (organisation: string, kek: string): Promise<OrganisationKeyRow> => {
    const named = { organisation, id: world.ids.next(), kek };
    return { ...named, wrapped: await there().wrap(kek, newKey(), goesWithOrganisationKey(named)) };
  };
  return { ...world, state, unwrap, newOrganisationKey, holder: there, close: async () => ready?.close() };
}
