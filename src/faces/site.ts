/** What the web and REST faces are handed by the composition root. */
import type { Witness } from '../platform/audit/witness.ts';
import type { Assets } from '../platform/http/assets.ts';
import type { Database, OrganisationRef, Person } from '../platform/context.ts';
import type { Operation } from '../platform/operation.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { World } from '../platform/perform.ts';
import type { ProvisionedResource } from '../platform/provisioned.ts';
import type { Rights } from '../platform/permission.ts';
import type { Session } from '../platform/session/session.ts';
import type { Names } from '../platform/slice.ts';

export type Member = { readonly person: Person; readonly organisation: OrganisationRef | null; readonly rights: Rights; readonly elsewhere: boolean };

export type Site = {
  readonly world: World;
  readonly operations: readonly Operation[];
  /** What people call the things that traces are about. */
  readonly objects: Names;
  /** Who a session belongs to and what they may do; null when that ended. One query. */
  readonly whoIs: (db: Database, session: Pick<Session, 'person' | 'organisation'>, now: Date) => Promise<Member | null>;
  /** For whom a token acts and what it may; null when it is not known (any more). */
  readonly bearerOf: (db: Database, token: string, now: Date) => Promise<Member | null>;
  /**
   * The page for everybody; where a visitor without a session is sent, with `?next=`; where the button to leave posts
   * to; where they confirm that it is them; the visitor's own page; and where a member of several organisations goes from one to another.
   */
  readonly paths: { readonly start: string; readonly signIn: string; readonly signOut: string; readonly confirm: string; readonly account: string; readonly organisations: string };
  readonly assets: Assets;
  /** Null: reached directly, on whatever name the request says. */
  readonly publicUrl: string | null;
  /** What is done with who is sent to the organisation's identity provider, comes back, or left there. */
  readonly federation?: { readonly ask: Operation; readonly meet: Operation; readonly leave: Operation };
  /** What another program keeps up to date here by SCIM. */
  readonly provisioned?: readonly ProvisionedResource[];
  /** Figures for who runs the server; without a token nobody sees them. */
  readonly operating?: { readonly metrics: Metrics; readonly metricsToken: string | null; readonly securityContact: string | null };
  /** Where other installations show us their logs; nowhere without one. */
  readonly witness?: Witness;
  /** Says in `server-timing` how many queries an answer took; for tests. */
  readonly tellsQueries?: boolean;
};
