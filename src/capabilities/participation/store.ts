/** The only SQL about ideas and concerns. What people wrote is sealed. */
import type { Context, Database } from '../../platform/context.ts';
import { enter, finding } from '../../platform/database/scoped-database.ts';
import type { SealedColumn } from '../../platform/keys/sealed-column.ts';
import { openRows, sealRows } from '../../platform/keys/sealed-rows.ts';
import type { AnswerKind, Kind } from './state.ts';

type IdeaRow = {
  organisation_id: string; id: string; kind: Kind; title: string | null; body: string | null; anonymous: boolean; author_id: string | null; receipt_hash: Buffer | null; brought_on: string; acknowledged_on: string | null; owner_role: string | null; owner_id: string | null;
  answer_by: string; answer: AnswerKind | null; reason: string | null; answered_on: string | null; return_on: string | null; outcome: string | null; paraphrase: string | null;
};
type MessageRow = { organisation_id: string; idea_id: string; number: string; from_author: boolean; author_id: string | null; text: string; said_on: string };
type Tables = {
  idea: IdeaRow;
  idea_message: MessageRow;
  idea_support: { organisation_id: string; idea_id: string; person_id: string };
  idea_entrance: { organisation_id: string; token_hash: Buffer; opened_on: string };
  idea_legal_channel: { organisation_id: string; contact: string };
};
const tables = (db: Database) => db.withTables<Tables>();

/** Of who brought it; without a name, of all such records together. */
const owner = { personIn: 'author_id', otherwise: 'participation' };
const ideaColumns = [
  { table: 'idea', column: 'title', key: ['id'], owner, what: { nl: 'Ideeën en zorgen: waar het over gaat', en: 'Ideas and concerns: what they are about' } },
  { table: 'idea', column: 'body', key: ['id'], owner, what: { nl: 'Ideeën en zorgen: wat iemand schreef', en: 'Ideas and concerns: what somebody wrote' } },
] as const satisfies readonly SealedColumn[];
const messageColumns = [{ table: 'idea_message', column: 'text', key: ['idea_id', 'number'], owner, what: { nl: 'Gesprekken over ideeën en zorgen', en: 'Conversations about ideas and concerns' } }] as const satisfies readonly SealedColumn[];
export const sealedColumns: readonly SealedColumn[] = [...ideaColumns, ...messageColumns];
export const [sealedIdea, sealedMessages] = [ideaColumns, messageColumns];

export type Idea = {
  readonly id: string; readonly kind: Kind; /** Null: erased. */ readonly title: string | null; readonly body: string | null; readonly author: string | null; readonly isAnonymous: boolean; readonly broughtOn: string; readonly acknowledgedOn: string | null;
  readonly ownerRole: string | null; readonly owner: string | null; readonly answerBy: string; readonly answer: AnswerKind | null; readonly reason: string | null; readonly answeredOn: string | null; readonly returnOn: string | null;
  readonly outcome: string | null; readonly paraphrase: string | null; readonly supported: boolean;
};
export type Message = { readonly fromAuthor: boolean; readonly text: string; readonly saidOn: string };
type At = Pick<Context, 'db' | 'vault' | 'organisation'>;

type Read = Omit<IdeaRow, 'organisation_id' | 'receipt_hash'> & { supported: boolean };
async function opened(at: At, rows: readonly Read[]): Promise<Idea[]> {
  return (await openRows(at, ideaColumns, rows)).map((row) => ({
    id: row.id, kind: row.kind, title: row.title, body: row.body, author: row.author_id, isAnonymous: row.anonymous, broughtOn: row.brought_on, acknowledgedOn: row.acknowledged_on,
    ownerRole: row.owner_role, owner: row.owner_id, answerBy: row.answer_by, answer: row.answer, reason: row.reason, answeredOn: row.answered_on, returnOn: row.return_on, outcome: row.outcome, paraphrase: row.paraphrase, supported: Boolean(row.supported),
  }));
}

const ideas = ({ db, organisation }: At, person: string | null) =>
  tables(db)
    .selectFrom('idea')
    .select(['id', 'kind', 'title', 'body', 'anonymous', 'author_id', 'brought_on', 'acknowledged_on', 'owner_role', 'owner_id', 'answer_by', 'answer', 'reason', 'answered_on', 'return_on', 'outcome', 'paraphrase'])
    .select(({ exists, selectFrom }) => exists(selectFrom('idea_support').select('idea_id').whereRef('idea_support.idea_id', '=', 'idea.id').where('idea_support.organisation_id', '=', organisation.id).where('idea_support.person_id', '=', person)).as('supported'))
    .where('organisation_id', '=', organisation.id)
    .$castTo<Read>();

/** The newest first; of one day in an order that says nothing. */
export const ideasFor = async (at: At, person: string): Promise<Idea[]> => opened(at, await ideas(at, person).orderBy('brought_on', 'desc').orderBy('id').limit(500).execute());
/** What this person is to answer. */
export async function daysOwnedBy(at: At, person: string): Promise<Pick<Idea, 'id' | 'broughtOn' | 'acknowledgedOn' | 'answerBy' | 'answer' | 'returnOn'>[]> {
  const rows = await tables(at.db).selectFrom('idea').select(['id', 'brought_on', 'acknowledged_on', 'answer_by', 'answer', 'return_on']).where('organisation_id', '=', at.organisation.id).where('owner_id', '=', person).orderBy('id').execute();
  return rows.map((row) => ({ id: row.id, broughtOn: row.brought_on, acknowledgedOn: row.acknowledged_on, answerBy: row.answer_by, answer: row.answer, returnOn: row.return_on }));
}
export const findIdea = async (at: At, id: string, person: string): Promise<Idea | null> => (await opened(at, await ideas(at, person).where('id', '=', id).execute()))[0] ?? null;
export const ideaOfReceipt = async (at: At, hash: Buffer): Promise<Idea | null> => (await opened(at, await ideas(at, null).where('receipt_hash', '=', hash).execute()))[0] ?? null;

export type NewIdea = { readonly id: string; readonly kind: Kind; readonly title: string; readonly body: string; /** By name, or with the hash of a receipt. */ readonly from: { readonly author: string } | { readonly receiptHash: Buffer }; readonly broughtOn: string; readonly answerBy: string };
export async function addIdea(at: At, { id, kind, title, body, from, broughtOn, answerBy }: NewIdea): Promise<void> {
  const whose = 'author' in from ? { anonymous: false, author_id: from.author, receipt_hash: null } : { anonymous: true, author_id: null, receipt_hash: from.receiptHash };
  const [row] = await sealRows(at, ideaColumns, [{ id, kind, title, body, ...whose }]);
  if (row) await tables(at.db).insertInto('idea').values({ ...row, organisation_id: at.organisation.id, brought_on: broughtOn, answer_by: answerBy, acknowledged_on: null, owner_role: null, owner_id: null, answer: null, reason: null, answered_on: null, return_on: null, outcome: null, paraphrase: null }).execute();
}

export type Change = Partial<Pick<IdeaRow, 'acknowledged_on' | 'owner_role' | 'owner_id' | 'answer_by' | 'answer' | 'reason' | 'answered_on' | 'return_on' | 'outcome' | 'paraphrase'>>;
export const changeIdea = ({ db, organisation }: At, id: string, change: Change): Promise<unknown> =>
  tables(db).updateTable('idea').set(change).where('organisation_id', '=', organisation.id).where('id', '=', id).execute();

export async function messagesOf(at: At, idea: string): Promise<Message[]> {
  const rows = await tables(at.db).selectFrom('idea_message').select(['idea_id', 'number', 'from_author', 'text', 'said_on']).where('organisation_id', '=', at.organisation.id).where('idea_id', '=', idea).orderBy('number').execute();
  return (await openRows(at, messageColumns, rows)).map(({ from_author: fromAuthor, text, said_on: saidOn }) => ({ fromAuthor, text: text ?? '', saidOn }));
}

/** More than this is no conversation any more. */
const messagesAtMost = 200;
/** @returns false when there are too many. */
export async function addMessage(at: At, { id: idea, author }: Pick<Idea, 'id' | 'author'>, { fromAuthor, text, saidOn }: Message): Promise<boolean> {
  const { last } = await tables(at.db).selectFrom('idea_message').select(({ fn }) => fn.max('number').as('last')).where('organisation_id', '=', at.organisation.id).where('idea_id', '=', idea).executeTakeFirstOrThrow();
  if (Number(last ?? 0) >= messagesAtMost) return false;
  const number = String(Number(last ?? 0) + 1).padStart(4, '0');
  const [row] = await sealRows(at, messageColumns, [{ idea_id: idea, number, text, author_id: fromAuthor ? author : null }]);
  if (row) await tables(at.db).insertInto('idea_message').values({ ...row, organisation_id: at.organisation.id, from_author: fromAuthor, said_on: saidOn }).execute();
  return true;
}

export async function setSupport({ db, organisation }: At, idea: string, person: string, supports: boolean): Promise<void> {
  if (supports) await tables(db).insertInto('idea_support').values({ organisation_id: organisation.id, idea_id: idea, person_id: person }).onConflict((conflict) => conflict.doNothing()).execute();
  else await tables(db).deleteFrom('idea_support').where('organisation_id', '=', organisation.id).where('idea_id', '=', idea).where('person_id', '=', person).execute();
}

/** In place of the one before, which then leads nowhere; null closes it. */
export async function setEntrance({ db, organisation }: At, tokenHash: Buffer | null, openedOn: string): Promise<void> {
  await tables(db).deleteFrom('idea_entrance').where('organisation_id', '=', organisation.id).execute();
  if (tokenHash) await tables(db).insertInto('idea_entrance').values({ organisation_id: organisation.id, token_hash: tokenHash, opened_on: openedOn }).execute();
}
export const entranceSince = async ({ db, organisation }: At): Promise<string | null> =>
  (await tables(db).selectFrom('idea_entrance').select('opened_on').where('organisation_id', '=', organisation.id).executeTakeFirst())?.opened_on ?? null;

/** Goes on in the organisation that the address leads to; null where it leads nowhere. */
export async function enterBy(db: Database, tokenHash: Buffer): Promise<string | null> {
  // Across organisations: who comes without a name has the address and nothing else.
  const row = await finding(db, tokenHash, () => tables(db).selectFrom('idea_entrance').select('organisation_id').where('token_hash', '=', tokenHash).executeTakeFirst());
  if (!row) return null;
  // Across organisations: the address brings them there, as nobody.
  await enter(db, { organisation: row.organisation_id });
  return row.organisation_id;
}

export const legalContact = async ({ db, organisation }: Pick<At, 'db' | 'organisation'>): Promise<string | null> =>
  (await tables(db).selectFrom('idea_legal_channel').select('contact').where('organisation_id', '=', organisation.id).executeTakeFirst())?.contact ?? null;
export const setLegalContact = ({ db, organisation }: At, contact: string): Promise<unknown> =>
  tables(db).insertInto('idea_legal_channel').values({ organisation_id: organisation.id, contact }).onConflict((conflict) => conflict.column('organisation_id').doUpdateSet({ contact })).execute();

/** What they wrote goes; that something was asked and how it was answered stays, and so do the words of others. */
export async function forgetAuthor(db: Database, organisation: string, person: string): Promise<number> {
  await tables(db).deleteFrom('idea_message').where('organisation_id', '=', organisation).where('author_id', '=', person).execute();
  const own = await tables(db).updateTable('idea').set({ title: null, body: null, author_id: null }).where('organisation_id', '=', organisation).where('author_id', '=', person).executeTakeFirst();
  await tables(db).updateTable('idea').set({ owner_id: null }).where('organisation_id', '=', organisation).where('owner_id', '=', person).execute();
  const supported = await tables(db).deleteFrom('idea_support').where('organisation_id', '=', organisation).where('person_id', '=', person).executeTakeFirst();
  return Number(own.numUpdatedRows) + Number(supported.numDeletedRows);
}
