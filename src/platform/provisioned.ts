/**
 * What another program keeps up to date here by SCIM (RFC 7643, 7644): which operations read and change it, and where
 * each member of their input and output stands in a SCIM resource. The face knows the protocol, the slice its things.
 */
import type { Operation } from './operation.ts';

export type ProvisionedAttribute = {
  /** As SCIM calls it: `userName`, `name.givenName`, `emails`. */
  readonly path: string;
  /** The member of the operations' input and output. */
  readonly member: string;
  /**
   * `flag` is true or false. Of `one-of-many` (e-mail addresses) one value is kept: the primary one, that for work, or
   * the first. `references` are ids of others: a list of ids in the input, of `{ id, name }` in the output.
   */
  readonly kind: 'text' | 'flag' | 'one-of-many' | 'references';
  readonly required?: true;
  readonly unique?: true;
  readonly readOnly?: true;
  /** What it is, for who sets the other program up. */
  readonly says: string;
};

export type ProvisionedResource = {
  readonly type: string;
  /** Its place under the root of SCIM: `Users`. */
  readonly endpoint: string;
  readonly schema: `urn:${string}`;
  readonly says: string;
  readonly attributes: readonly ProvisionedAttribute[];
  /** What can be searched for with `eq`, and the member of the list's input that asks it. */
  readonly filters: Readonly<Record<string, string>>;
  /** `list` answers `{ total, items }`; `show` and `remove` ask an `id`; `add` and `save` answer what `show` does. */
  readonly operations: { readonly list: Operation; readonly show: Operation; readonly add: Operation; readonly save: Operation; readonly remove: Operation };
};
