/**
 * The world as an operation gets it handed. Nothing in a handler reaches for a clock, an id, a database
 * or a language by itself, so that each can be given another in a test.
 */
import type { Kysely, Transaction } from 'kysely';
import type { Notary } from './audit/notary.ts';
import type { Vault } from './keys/vault.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import type { Log } from './log.ts';
import type { Rights } from './permission.ts';
import type { IdentityProvider } from './provider/identity-provider.ts';
import type { Throttle } from './session/throttle.ts';
import type { Locale } from './words.ts';

/** A slice names its tables with `at.db.withTables<{ … }>()` in its `store.ts`; outside it a database has none. */
// oxlint-disable-next-line typescript/no-empty-object-type -- no table is visible before a store says so
export type Tables = {};
export type Database = Kysely<Tables> | Transaction<Tables>;

/** Time-ordered unique ids (uuid v7). */
export type Ids = { readonly next: () => string };

export type Person = { readonly id: string; readonly name: string };
export type OrganisationRef = { readonly id: string; readonly name: string };

/** How somebody was recognised. `organisation`: at their organisation's own identity provider. */
export type Method = 'passkey' | 'password' | 'recovery-code' | 'organisation';

/** Somebody's visit at their organisation's identity provider, where the session came from. */
export type ProviderVisit = { readonly issuer: string; readonly subject: string; readonly session: string | null };

/** Lets an operation begin or end the visitor's session; the web face carries it in a cookie. */
export type SessionDoor = {
  /** Somebody was recognised just now. */
  readonly open: (at: { readonly person: string; readonly organisation: string | null; readonly method: Method; readonly provider?: ProviderVisit }) => Promise<void>;
  /** The same person goes on in another organisation, or (null) for the platform. */
  readonly moveTo: (organisation: string | null) => Promise<void>;
  /** The visitor was recognised once more. */
  readonly confirm: (method: Method, provider?: ProviderVisit) => Promise<void>;
  readonly close: () => Promise<void>;
  /** Whether this person signed in with this browser before. */
  readonly isKnownDevice: (person: string) => Promise<boolean>;
};

/** What a pure operation on documents needs: no database, no person. */
export type DocumentContext = {
  readonly knowledge: Knowledge;
  readonly now: Date;
  /** Calendar date, `YYYY-MM-DD`, in the time zone of the server. */
  readonly today: string;
  readonly locale: Locale;
};

/** An operation that `anyone` may do: there may be nobody. */
export type OpenContext = DocumentContext & {
  readonly db: Database;
  readonly ids: Ids;
  /** For what is confidential: seal it before it is stored. */
  readonly vault: Vault;
  readonly organisation: OrganisationRef | null;
  readonly person: Person | null;
  /** For what only the handler can decide, with `decide`: the right of the operation itself has been asked. */
  readonly rights: Rights;
  readonly session: SessionDoor;
  /** The visitor's address, for throttling only. INVARIANT: never stored, never logged. */
  readonly address: string;
  readonly throttle: Throttle;
  /** The names of who watches over our log from outside. */
  readonly witnesses: readonly string[];
  /** Signs what leaves the installation; null where there is no key. */
  readonly notary: Notary | null;
  /** The organisation's own; null when none is set. */
  readonly provider: IdentityProvider | null;
  /** Scheme, host and port this server is reached at, as a browser names them. */
  readonly origin: string;
  /** Whether letters can be sent from here. */
  readonly sendsMail: boolean;
  /** Whether messages from here may go to this address: not into the network we stand in. */
  readonly mayReach: (url: string) => Promise<boolean>;
  /** The visitor's browser by a name they recognise; may be empty. */
  readonly browser: string;
  /** The session this comes from; null when there is none. */
  readonly ownSession: { readonly id: string; readonly method: Method; readonly confirmedAt: Date; readonly provider: ProviderVisit | null } | null;
};

/** What is at hand before a transaction begins: the world outside, and no database, so that nobody waits for it. */
export type OutsideContext = Pick<OpenContext, 'provider' | 'origin' | 'address' | 'throttle' | 'now'> & { readonly log: Log };

/** An operation of somebody signed in, in an organisation or not. */
export type SignedInContext = OpenContext & { readonly person: Person };

/**
 * An operation of a member. INVARIANT: every query on a tenant table carries `at.organisation.id`; each such
 * table leads its primary key with `organisation_id`.
 */
export type Context = SignedInContext & { readonly organisation: OrganisationRef };
