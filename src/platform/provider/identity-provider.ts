/**
 * An organisation's own identity provider, as the rest of the program sees it: somebody is sent there, comes back
 * recognised, and leaves. How that is spoken (OpenID Connect) is known in this folder alone.
 */
import type { JSONWebKeySet } from 'jose';

/** What a visit to the provider is tied to: 256 random bits that one browser has. State, nonce and verifier follow from it. */
export type Ticket = string;

/** Who came back. `subject` is theirs at this provider for good; name and address may change and identify nobody. */
export type Recognised = {
  readonly issuer: string;
  readonly subject: string;
  /** The visit at the provider, where it names one. */
  readonly session: string | null;
  /** How sure the provider is (`acr`). */
  readonly level: string | null;
  /** When they last showed the provider who they are. */
  readonly shownAt: Date | null;
  readonly name: string | null;
  readonly email: string | null;
  /** The id by which the organisation's directory knows them (SCIM). */
  readonly directoryId: string | null;
  readonly groups: readonly string[];
};

/** The provider says that a visit, or everything of one person, has ended. `id` counts once. */
export type Leaving = { readonly issuer: string; readonly subject: string | null; readonly session: string | null; readonly id: string; readonly until: Date };

export type Asking = {
  readonly ticket: Ticket;
  /** Where the visitor comes back; exactly as the provider knows it. */
  readonly returnTo: string;
  /** How sure it must be; null asks nothing. */
  readonly level: string | null;
  /** They show once more who they are, although the provider knows them. */
  readonly again: boolean;
};

export type IdentityProvider = {
  readonly issuer: string;
  /** What the organisation calls it. */
  readonly label: string;
  /** How sure it must be at coming in, and at confirming. */
  readonly levels: { readonly enter: string | null; readonly confirm: string | null };
  readonly ask: (asking: Asking) => Promise<string>;
  /** @throws ProviderRefused, ProviderAway. */
  readonly recognise: (ticket: Ticket, cameBackAt: URL, now: Date) => Promise<Recognised>;
  /** @throws ProviderRefused, ProviderAway. */
  readonly readLeaving: (token: string, now: Date) => Promise<Leaving>;
  /** Where somebody ends their visit there too; null when the provider has no such place. */
  readonly goodbye: (returnTo: string) => Promise<string | null>;
  /** Our public keys, by which the provider knows us. */
  readonly publicKeys: () => Promise<JSONWebKeySet>;
};

/** What came from there does not hold. The message is for the log, and holds nothing of a person. */
export class ProviderRefused extends Error {}
/** It does not answer. */
export class ProviderAway extends Error {}
