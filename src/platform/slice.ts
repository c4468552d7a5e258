/** What a slice hands to the composition root: the one place where it says all that others must know of it. */
import type { Context, Database } from './context.ts';
import type { Exported } from './export/exported-table.ts';
import type { Chore } from './jobs/chore.ts';
import type { Work } from './jobs/job.ts';
import type { SealedColumn } from './keys/sealed-column.ts';
import type { Operation } from './operation.ts';
import type { Text } from './words.ts';

export type Names = Readonly<Record<string, Text>>;

/** A day that somebody should not forget, in the calendar of whom it concerns. `id` stays the same while the day moves. */
export type Day = { readonly id: string; /** `YYYY-MM-DD` */ readonly day: string; readonly title: Text; readonly why: Text; readonly path: `/${string}` };

/** @returns the days that count for this person, of what they may see. */
export type DaysFor = (at: Pick<Context, 'db' | 'vault' | 'organisation' | 'person' | 'rights' | 'now' | 'today' | 'knowledge'>) => Promise<readonly Day[]>;

/** When somebody is erased: what only they said goes, the records of others stay intact. @returns how much of it there was. */
export type Forget = (db: Database, organisation: string, person: string) => Promise<number>;

/** Who works in the example organisation, besides the visitor: made up, without a way in. */
export const exampleParts = ['board', 'cio', 'ciso', 'privacy-officer', 'architect', 'programme-manager', 'change-manager', 'coach', 'confidant', 'works-council', 'employee', 'young-employee'] as const;
export type ExamplePeople = Readonly<Record<(typeof exampleParts)[number], string>>;

/** Fills the example organisation with what is lifelike, in the visitor's language (`at.locale`). `at.person` is the visitor; `people` are ids of members. */
export type FillExample = (at: Context, people: ExamplePeople) => Promise<unknown>;

export type Slice = {
  /** What the names of its operations begin with. */
  readonly name: string;
  /** What people call its subject. */
  readonly title: Text;
  /** Some are made from what all slices say of themselves; those see the operations of the slices before them. */
  readonly operations: readonly Operation[] | ((all: Gathered) => readonly Operation[]);
  /** What its traces are about: the first part of `object`, and what people call one. */
  readonly objects?: Names;
  /** The rights that it asks first, and what whoever has one may do. */
  readonly permissions?: Readonly<Record<`${string}:${string}`, Text>>;
  readonly tables?: Exported['tables'];
  readonly documents?: Exported['documents'];
  readonly sealed?: readonly SealedColumn[];
  readonly work?: readonly Work[];
  readonly chores?: readonly Chore[];
  readonly days?: DaysFor;
  readonly forget?: Forget;
  readonly example?: FillExample;
};

export type Gathered = {
  readonly operations: readonly Operation[];
  readonly titles: Names;
  readonly objects: Names;
  readonly permissions: Names;
  readonly exported: Exported;
  readonly sealed: readonly SealedColumn[];
  readonly work: readonly Work[];
  readonly chores: readonly Chore[];
  readonly days: readonly DaysFor[];
  readonly forget: readonly Forget[];
  readonly examples: readonly FillExample[];
};

const all = <Value>(slices: readonly Slice[], of: (slice: Slice) => readonly Value[] | undefined): Value[] => slices.flatMap((slice) => of(slice) ?? []);

/** @throws Error when two slices name the same thing: one of them would not be heard. */
function named(slices: readonly Slice[], of: (slice: Slice) => Names | undefined): Names {
  const entries = slices.flatMap((slice) => Object.entries(of(slice) ?? {}));
  const twice = entries.find(([name], at) => entries.findIndex(([other]) => other === name) < at);
  if (twice) throw new Error(`Two slices name ${twice[0]}.`);
  return Object.fromEntries(entries);
}

/** @param others what belongs to no slice: the tables and work of the platform itself. */
export function gather(slices: readonly Slice[], others: Pick<Slice, 'tables' | 'sealed' | 'work'>): Gathered {
  const declared = {
    titles: named(slices, ({ name, title }) => ({ [name]: title })),
    objects: named(slices, ({ objects }) => objects),
    permissions: named(slices, ({ permissions }) => permissions),
    exported: { tables: [...all(slices, ({ tables }) => tables), ...(others.tables ?? [])], documents: all(slices, ({ documents }) => documents) },
    sealed: [...all(slices, ({ sealed }) => sealed), ...(others.sealed ?? [])],
    work: [...all(slices, ({ work }) => work), ...(others.work ?? [])],
    chores: all(slices, ({ chores }) => chores),
    days: all(slices, ({ days }) => days && [days]),
    forget: all(slices, ({ forget }) => forget && [forget]),
    examples: all(slices, ({ example }) => example && [example]),
  };
  const operations = slices.reduce<readonly Operation[]>((before, { operations: own }) => [...before, ...(typeof own === 'function' ? own({ ...declared, operations: before }) : own)], []);
  return { ...declared, operations };
}
