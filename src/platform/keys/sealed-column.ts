/** A column whose values are sealed. A slice declares it beside its SQL; what is sealed, and how to find it, is read from there. */
import type { Text } from '../words.ts';
import type { Owner, Place } from './vault.ts';

/** `key` are the columns that tell one row from another, after the organisation; `owner` whose key it is sealed with: of the person in a column, of a class of records, or of the latter where the column names nobody. */
export type SealedColumn = { readonly table: string; readonly column: string; readonly key: readonly string[]; readonly owner: { readonly personIn: string; readonly otherwise?: string } | { readonly records: string }; readonly what: Text };

export function ownerIn({ owner }: SealedColumn, row: Readonly<Record<string, string | null>>): Owner {
  if ('records' in owner) return owner;
  const person = row[owner.personIn] ?? null;
  return person === null && owner.otherwise !== undefined ? { records: owner.otherwise } : { person: person as string };
}

/** INVARIANT: `of` are the values of `key`, in its order; two rows never have the same place. */
export const placeIn = ({ table, column, key }: SealedColumn, organisation: string, of: Readonly<Record<string, string>>): Place => ({ organisation, table, column, row: JSON.stringify(key.map((name) => of[name])) });
