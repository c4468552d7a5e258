/** The only SQL about experiments. */
import type { Database } from '../../platform/context.ts';
import type { Ending } from './state.ts';

type Row = {
  organisation_id: string; id: string; title: string; question: string; plan: string; proposer_id: string | null; proposed_on: string; sponsor_id: string | null; room: string | null; bounds: string | null; until: string | null;
  decided_on: string | null; refusal: string | null; tried: string | null; seen: string | null; learned: string | null; ending: Ending | null; ended_on: string | null;
};
const tables = (db: Database) => db.withTables<{ experiment: Row }>();

export type Experiment = Omit<Row, 'organisation_id' | 'decided_on'>;

const experiments = (db: Database, organisation: string) =>
  tables(db).selectFrom('experiment').select(['id', 'title', 'question', 'plan', 'proposer_id', 'proposed_on', 'sponsor_id', 'room', 'bounds', 'until', 'refusal', 'tried', 'seen', 'learned', 'ending', 'ended_on']).where('organisation_id', '=', organisation);

/** The newest first. */
export const experimentsOf = (db: Database, organisation: string): Promise<Experiment[]> => experiments(db, organisation).orderBy('proposed_on', 'desc').orderBy('id', 'desc').limit(300).execute();
export const findExperiment = async (db: Database, organisation: string, id: string): Promise<Experiment | null> => (await experiments(db, organisation).where('id', '=', id).executeTakeFirst()) ?? null;

type New = Pick<Experiment, 'id' | 'title' | 'question' | 'plan' | 'proposer_id' | 'proposed_on'>;
export const addExperiment = (db: Database, organisation: string, made: New): Promise<unknown> =>
  tables(db).insertInto('experiment').values({ organisation_id: organisation, ...made, sponsor_id: null, room: null, bounds: null, until: null, decided_on: null, refusal: null, tried: null, seen: null, learned: null, ending: null, ended_on: null }).execute();

export const changeExperiment = (db: Database, organisation: string, id: string, change: Partial<Omit<Row, 'organisation_id' | 'id'>>): Promise<unknown> =>
  tables(db).updateTable('experiment').set(change).where('organisation_id', '=', organisation).where('id', '=', id).execute();

/** What was tried and learned stays: it is of all who took part. Who it was goes. */
export async function forgetPerson(db: Database, organisation: string, person: string): Promise<number> {
  const proposed = await tables(db).updateTable('experiment').set({ proposer_id: null }).where('organisation_id', '=', organisation).where('proposer_id', '=', person).executeTakeFirst();
  const backed = await tables(db).updateTable('experiment').set({ sponsor_id: null }).where('organisation_id', '=', organisation).where('sponsor_id', '=', person).executeTakeFirst();
  return Number(proposed.numUpdatedRows) + Number(backed.numUpdatedRows);
}
