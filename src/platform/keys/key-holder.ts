/** Who holds the keys above all others: a file, a file under a password or an officer's key, a security module. */

/** `key` names the key it was wrapped under. */
export type Wrapped = { readonly key: string; readonly bytes: Buffer };

export type KeyHolder = {
  readonly kind: 'file' | 'age' | 'pkcs11';
  /** The names of the keys it holds now, oldest first; asked anew each time, because another process may add one. */
  readonly keys: () => Promise<readonly string[]>;
  readonly addKey: () => Promise<string>;
  /** Gone for good: what only this key opens is never read again. */
  readonly destroyKey: (key: string) => Promise<void>;
  readonly wrap: (key: string, plain: Uint8Array, goesWith: string) => Promise<Buffer>;
  /** Null when it does not open, for whatever reason: modules each have their own codes for it. */
  readonly unwrap: (wrapped: Wrapped, goesWith: string) => Promise<Buffer | null>;
  /** Ed25519, with a key that is for signing alone. */
  readonly sign: (bytes: Uint8Array) => Promise<Buffer>;
  /** 32 bytes. */
  readonly publicKey: () => Promise<Buffer>;
  readonly close: () => Promise<void>;
};

/** The holder is not there, or gives no key. The message is for whoever administers: what is wrong, and what to do. */
export class HolderFault extends Error {}
