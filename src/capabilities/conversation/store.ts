/** The only SQL about answers. No moment is kept with an answer: it would tell who gave it. What was said is sealed with the key of who said it. */
import type { Context, Database } from '../../platform/context.ts';
import type { SealedColumn } from '../../platform/keys/sealed-column.ts';
import { type OpenedRow, openRows, sealRows } from '../../platform/keys/sealed-rows.ts';
import { type AnswerRole, isAnswerRole } from './roles.ts';

type ConversationTables = {
  conversation_answer: { organisation_id: string; questionnaire: string; question: string; role: string; person_id: string; answer: string; note: string };
};
const tables = (db: Database) => db.withTables<ConversationTables>();

const key = ['questionnaire', 'question', 'role', 'person_id'];
const owner = { personIn: 'person_id' };
export const sealedColumns = [
  { table: 'conversation_answer', column: 'answer', key, owner, what: { nl: 'Antwoorden in het gesprek', en: 'Answers in the conversation' } },
  { table: 'conversation_answer', column: 'note', key, owner, what: { nl: 'Toelichtingen in het gesprek', en: 'Notes in the conversation' } },
] as const satisfies readonly SealedColumn[];

export type Given = { readonly question: string; readonly role: AnswerRole; readonly answer: string; readonly note: string; readonly own: boolean };
export type Asking = Pick<Context, 'db' | 'vault' | 'organisation' | 'person'>;

type Row = { questionnaire: string; question: string; role: string; person_id: string; answer: string; note: string };

/** What cannot be opened is not there: erased with its person, or refused and told of in the log. */
const givenOf = ({ question, role, answer, note, person_id: by }: OpenedRow<Row, typeof sealedColumns>, person: string): Given[] =>
  answer === null || note === null || !isAnswerRole(role) ? [] : [{ question, role, answer, note, own: by === person }];

const inOrder = (a: Given, b: Given): number => (`${a.answer} ${a.note}` < `${b.answer} ${b.note}` ? -1 : 1);

/** Everybody's answers, in an order that says nothing of when they were given. Two queries. */
export async function readAnswers(at: Asking, questionnaire: string): Promise<Given[]> {
  const rows = await tables(at.db).selectFrom('conversation_answer').selectAll().where('organisation_id', '=', at.organisation.id).where('questionnaire', '=', questionnaire).execute();
  return (await openRows(at, sealedColumns, rows)).flatMap((row) => givenOf(row, at.person.id)).toSorted(inOrder);
}

type About = { readonly questionnaire: string; readonly role: AnswerRole; readonly questions: readonly string[] };
type Said = Pick<Given, 'question' | 'answer' | 'note'>;

/** What this person answered from this role to these questions is from now on this. */
export async function replaceAnswers(at: Asking, { questionnaire, role, questions }: About, given: readonly Said[]): Promise<void> {
  await tables(at.db)
    .deleteFrom('conversation_answer')
    .where('organisation_id', '=', at.organisation.id)
    .where('questionnaire', '=', questionnaire)
    .where('role', '=', role)
    .where('person_id', '=', at.person.id)
    .where('question', 'in', [...questions])
    .execute();
  if (given.length === 0) return;
  const rows = given.map(({ question, answer, note }) => ({ question, answer, note, questionnaire, role, person_id: at.person.id }));
  const sealed = await sealRows(at, sealedColumns, rows);
  await tables(at.db).insertInto('conversation_answer').values(sealed.map((row) => ({ ...row, organisation_id: at.organisation.id }))).execute();
}

/** Of who is erased. @returns how many there were. */
export async function removeAnswersOf(db: Database, organisation: string, person: string): Promise<number> {
  const { numDeletedRows } = await tables(db).deleteFrom('conversation_answer').where('organisation_id', '=', organisation).where('person_id', '=', person).executeTakeFirst();
  return Number(numDeletedRows);
}
