/**
 * What of a table goes along when an organisation leaves, or why it does not. A slice declares it beside its SQL; a
 * test holds the declarations to the catalogue, so that no table is forgotten. Everything else (files, schemas, the
 * exit plan, what is erased) is made from it.
 */
import type { RawBuilder } from 'kysely';
import type { Database } from '../context.ts';
import type { Owner, Place } from '../keys/vault.ts';
import type { Classification } from '../permission.ts';
import type { Text } from '../words.ts';

export type RowOf = Readonly<Record<string, unknown>>;

/** Leaves opened: it is the organisation's own. `owner`: whose key it is sealed with again where it comes in. */
export type SealedValue = { readonly column: string; readonly place: (organisation: string, row: RowOf) => Place; readonly owner: (row: RowOf) => Owner };

export type ExportedTable = {
  readonly table: string;
  readonly title: Text;
  readonly classification: Classification;
  /** Which rows are of an organisation, where there is no `organisation_id` to say so. */
  readonly ofOrganisation?: (organisation: string) => RawBuilder<boolean>;
  readonly sealed?: readonly SealedValue[];
  /** Columns that stay: secrets, worth nothing elsewhere. */
  readonly without?: readonly string[];
  /** Columns that name a row: `{ person_id: 'person.id' }`. */
  readonly refers?: Readonly<Record<string, string>>;
  /** The column that says who, where people were promised that nobody sees it: it leaves as an id that leads to nobody. */
  readonly hides?: string;
  /** Whoever is named and is here no longer leaves as an id alone. */
  readonly knowsFormer?: true;
  /** The column that says whose a row is: what somebody is given of themselves. */
  readonly person?: string;
  /** Evidence of this installation: it goes along to be kept, and is not brought in elsewhere. */
  readonly isEvidence?: true;
  /** A row may be there already, of another organisation that came before. */
  readonly isShared?: true;
};
export type StayingTable = { readonly table: string; readonly stays: Text };

/** A part of the organisation in a format of its own, beside the rows. Null where there is nothing. */
export type ExportedDocument = {
  readonly folder: string;
  readonly title: Text;
  readonly write: (db: Database, organisation: { readonly id: string; readonly name: string }, today: string) => Promise<{ readonly extension: string; readonly text: string } | null>;
};

export type Exported = { readonly tables: readonly (ExportedTable | StayingTable)[]; readonly documents: readonly ExportedDocument[] };

export const leaves = (declared: ExportedTable | StayingTable): declared is ExportedTable => !('stays' in declared);
