/**
 * What a handler has for what is confidential: seal it before it is stored, open it after it was read.
 * Sealed text stands in the database, its dumps and its backups; the key to it does not.
 */

/** Where a value stands. It opens there and nowhere else: not in another row, column, table or organisation. */
export type Place = { readonly organisation: string; readonly table: string; readonly column: string; readonly row: string };

/** Whose key: a person's, so that what is theirs can be erased for good, or that of a class of records. */
export type Owner = { readonly person: string } | { readonly records: string };

export type ToSeal = { readonly place: Place; readonly owner: Owner; readonly text: string };
export type ToOpen = { readonly place: Place; readonly sealed: string };

/**
 * `erased`: its key was destroyed, on purpose. `tampered`: it is not what was sealed here. `no-key`: its key is
 * not there, or under another key than ours.
 */
export type Opened =
  | { readonly kind: 'open'; readonly text: string }
  | { readonly kind: 'erased'; readonly at: Date }
  | { readonly kind: 'tampered' }
  | { readonly kind: 'no-key' };

/** Which keys are gone, and since when: what the audit log keeps of it. */
export type Erasure = { readonly keys: readonly string[]; readonly at: Date };

/** One query for any number of values, one more for the first of a new owner. */
export type Vault = {
  readonly seal: (place: Place, owner: Owner, text: string) => Promise<string>;
  readonly sealAll: (values: readonly ToSeal[]) => Promise<string[]>;
  readonly open: (place: Place, sealed: string) => Promise<Opened>;
  readonly openAll: (values: readonly ToOpen[]) => Promise<Opened[]>;
  /** Destroys the keys of this owner. What was sealed with them cannot be read again, by anybody. */
  readonly erase: (organisation: string, owner: Owner) => Promise<Erasure>;
};

/** The key that is needed is not at hand, or is another. The site says so; no data leaves. */
export class KeysSealed extends Error {}
