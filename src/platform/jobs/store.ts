/** The only SQL about jobs. */
import { type Generated, sql } from 'kysely';
import type { Database } from '../context.ts';
import { placeIn, type SealedColumn } from '../keys/sealed-column.ts';
import type { Text } from '../words.ts';

type JobTables = {
  job: { organisation_id: string; id: string; kind: string; title: Generated<Text>; input: string; made_at: Date; due_at: Date; attempts: Generated<number>; reason: Generated<string | null>; given_up_at: Generated<Date | null> };
};
const table = (db: Database) => db.withTables<JobTables>();

export const sealedInput: SealedColumn = { table: 'job', column: 'input', key: ['id'], owner: { records: 'job' }, what: { nl: 'Werk dat nog gedaan wordt', en: 'Work still to be done' } };
export const placeOfInput = (organisation: string, id: string) => placeIn(sealedInput, organisation, { id });

export type NewJob = { readonly organisation: string; readonly id: string; readonly kind: string; readonly title: Text; readonly sealed: string; readonly dueAt: Date };

export const addJob = (db: Database, job: NewJob, now: Date): Promise<unknown> =>
  table(db).insertInto('job').values({ organisation_id: job.organisation, id: job.id, kind: job.kind, title: JSON.stringify(job.title) as unknown as Text, input: job.sealed, made_at: now, due_at: job.dueAt }).execute();

export type Taken = { readonly organisation: string; readonly id: string; readonly kind: string; readonly sealed: string; readonly attempts: number };

/** `busy` counts what this process has in hand of each organisation. */
export type Room = { readonly free: number; readonly each: number; readonly busy: Readonly<Record<string, number>>; readonly untilSeconds: number };

/**
 * Takes what is due: the first of every organisation before the second of any, and never more than `each` of one. The
 * organisations are walked by the index, so that ten thousand jobs of one cost no more than ten. The duty `jobs`.
 */
export async function takeDue(db: Database, now: Date, { free, each, busy, untilSeconds }: Room): Promise<Taken[]> {
  const until = new Date(now.getTime() + untilSeconds * 1000);
  const { rows } = await sql<{ organisation_id: string; id: string; kind: string; input: string; attempts: number }>`
    with recursive having_work as (
      (select organisation_id from job where given_up_at is null order by organisation_id limit 1)
      union all
      select (select organisation_id from job where given_up_at is null and organisation_id > having_work.organisation_id order by organisation_id limit 1)
      from having_work where having_work.organisation_id is not null
    ), in_turn as (
      select due.*, row_number() over (partition by due.organisation_id order by due.due_at, due.id) + coalesce((${JSON.stringify(busy)}::jsonb ->> due.organisation_id::text)::integer, 0) as turn
      from having_work cross join lateral (
        select organisation_id, id, due_at from job
        where job.organisation_id = having_work.organisation_id and given_up_at is null and due_at <= ${now} order by due_at, id limit ${each}
      ) due
    ), taken as (
      select organisation_id, id from job
      where (organisation_id, id) in (select organisation_id, id from in_turn where turn <= ${each} order by turn, due_at limit ${free})
      and given_up_at is null and due_at <= ${now} for update skip locked
    )
    update job set due_at = ${until}, attempts = attempts + 1 from taken
    where job.organisation_id = taken.organisation_id and job.id = taken.id
    returning job.organisation_id, job.id, job.kind, job.input, job.attempts`.execute(db);
  return rows.map(({ organisation_id, input, ...row }) => ({ ...row, organisation: organisation_id, sealed: input }));
}

const exactly = ({ organisation, id, attempts }: Taken) => ({ organisation_id: organisation, id, attempts });

/** INVARIANT: only who took it last may say what became of it. Holds the row until the transaction ends. */
export async function stillOurs(db: Database, taken: Taken): Promise<boolean> {
  const { organisation_id, id, attempts } = exactly(taken);
  const row = await table(db).selectFrom('job').select('id').where('organisation_id', '=', organisation_id).where('id', '=', id).where('attempts', '=', attempts).where('given_up_at', 'is', null).forUpdate().executeTakeFirst();
  return row !== undefined;
}

export const removeJob = async (db: Database, organisation: string, id: string): Promise<boolean> =>
  (await table(db).deleteFrom('job').where('organisation_id', '=', organisation).where('id', '=', id).executeTakeFirst()).numDeletedRows > 0n;

export const postpone = (db: Database, { organisation, id }: Taken, dueAt: Date, reason: string): Promise<unknown> =>
  table(db).updateTable('job').set({ due_at: dueAt, reason }).where('organisation_id', '=', organisation).where('id', '=', id).execute();

export const giveUp = (db: Database, { organisation, id }: Taken, now: Date, reason: string): Promise<unknown> =>
  table(db).updateTable('job').set({ given_up_at: now, reason }).where('organisation_id', '=', organisation).where('id', '=', id).execute();

/** @returns whether there was such a job that was given up. */
export async function tryAgain(db: Database, organisation: string, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await table(db).updateTable('job').set({ given_up_at: null, due_at: now, attempts: 0 }).where('organisation_id', '=', organisation).where('id', '=', id).where('given_up_at', 'is not', null).executeTakeFirst();
  return numUpdatedRows > 0n;
}

export type ListedJob = { readonly id: string; readonly title: Text; readonly madeAt: Date; readonly dueAt: Date; readonly attempts: number; readonly reason: string | null; readonly givenUpAt: Date | null };

/** What was given up first, then what failed before, then the rest; each the oldest first. */
export async function listJobs(db: Database, organisation: string, most: number): Promise<ListedJob[]> {
  const rows = await table(db)
    .selectFrom('job')
    .select(['id', 'title', 'made_at', 'due_at', 'attempts', 'reason', 'given_up_at'])
    .where('organisation_id', '=', organisation)
    .orderBy((row) => row('given_up_at', 'is', null))
    .orderBy((row) => row('reason', 'is', null))
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map((row) => ({ id: row.id, title: row.title, madeAt: row.made_at, dueAt: row.due_at, attempts: row.attempts, reason: row.reason, givenUpAt: row.given_up_at }));
}

export async function countJobs(db: Database, organisation: string): Promise<{ readonly waiting: number; readonly givenUp: number }> {
  const { all, given } = await table(db).selectFrom('job').select(({ fn }) => [fn.countAll<number>().as('all'), fn.count<number>('given_up_at').as('given')]).where('organisation_id', '=', organisation).executeTakeFirstOrThrow();
  return { waiting: Number(all) - Number(given), givenUp: Number(given) };
}

/** Across organisations: how the queue does, in numbers alone. The duty `jobs`. */
export async function queueFigures(db: Database, now: Date): Promise<{ readonly waiting: number; readonly givenUp: number; readonly latestSeconds: number }> {
  const row = await table(db).selectFrom('job').select(({ fn }) => [fn.countAll<number>().as('all'), fn.count<number>('given_up_at').as('given'), fn.min('due_at').filterWhere('given_up_at', 'is', null).as('first')]).executeTakeFirstOrThrow();
  return { waiting: Number(row.all) - Number(row.given), givenUp: Number(row.given), latestSeconds: row.first ? Math.max(0, (now.getTime() - row.first.getTime()) / 1000) : 0 };
}
