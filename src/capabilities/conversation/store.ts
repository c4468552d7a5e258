/** The only SQL about answers. No moment is kept with an answer: it would tell who gave it. What was said is sealed with the key of who said it. */
import type { Context, Database } from '../../platform/context.ts';
import { ownerIn, placeIn, type SealedColumn } from '../../platform/keys/sealed-column.ts';
import type { Opened } from '../../platform/keys/vault.ts';
import { type AnswerRole, isAnswerRole } from './roles.ts';

type ConversationTables = {
  conversation_answer: { organisation_id: string; questionnaire: string; question: string; role: string; person_id: string; answer: string; note: string };
};
const tables = (db: Database) => db.withTables<ConversationTables>();

const key = ['questionnaire', 'question', 'role', 'person_id'];
const owner = { personIn: 'person_id' };
const sealedAnswer: SealedColumn = { table: 'conversation_answer', column: 'answer', key, owner, what: { nl: 'Antwoorden in het gesprek', en: 'Answers in the conversation' } };
const sealedNote: SealedColumn = { table: 'conversation_answer', column: 'note', key, owner, what: { nl: 'Toelichtingen in het gesprek', en: 'Notes in the conversation' } };

export const sealedColumns: readonly SealedColumn[] = [sealedAnswer, sealedNote];

export type Given = { readonly question: string; readonly role: AnswerRole; readonly answer: string; readonly note: string; readonly own: boolean };
export type Asking = Pick<Context, 'db' | 'vault' | 'organisation' | 'person'>;

type Row = { questionnaire: string; question: string; role: string; person_id: string; answer: string; note: string };
const text = (opened: Opened | undefined): string | null => (opened?.kind === 'open' ? opened.text : null);

/** What cannot be opened is not there: erased with its person, or refused and told of in the log. */
function givenOf(row: Row, answer: Opened | undefined, note: Opened | undefined, person: string): Given[] {
  const [said, why] = [text(answer), text(note)];
  return said === null || why === null || !isAnswerRole(row.role) ? [] : [{ question: row.question, role: row.role, answer: said, note: why, own: row.person_id === person }];
}

const inOrder = (a: Given, b: Given): number => (`${a.answer} ${a.note}` < `${b.answer} ${b.note}` ? -1 : 1);

/** Everybody's answers, in an order that says nothing of when they were given. Two queries. */
export async function readAnswers({ db, vault, organisation: { id }, person }: Asking, questionnaire: string): Promise<Given[]> {
  const rows = await tables(db).selectFrom('conversation_answer').selectAll().where('organisation_id', '=', id).where('questionnaire', '=', questionnaire).execute();
  const opened = await vault.openAll(rows.flatMap((row) => [{ place: placeIn(sealedAnswer, id, row), sealed: row.answer }, { place: placeIn(sealedNote, id, row), sealed: row.note }]));
  return rows.flatMap((row, at) => givenOf(row, opened[2 * at], opened[2 * at + 1], person.id)).toSorted(inOrder);
}

type About = { readonly questionnaire: string; readonly role: AnswerRole; readonly questions: readonly string[] };
type Said = Pick<Given, 'question' | 'answer' | 'note'>;

async function sealed({ vault, organisation, person }: Asking, { questionnaire, role }: About, given: readonly Said[]): Promise<Row[]> {
  const rows = given.map((one): Row => ({ ...one, questionnaire, role, person_id: person.id }));
  const toSeal = (column: SealedColumn, row: Row, said: string) => ({ place: placeIn(column, organisation.id, row), owner: ownerIn(column, row), text: said });
  const texts = await vault.sealAll(rows.flatMap((row) => [toSeal(sealedAnswer, row, row.answer), toSeal(sealedNote, row, row.note)]));
  return rows.map((row, at) => ({ ...row, answer: texts[2 * at] as string, note: texts[2 * at + 1] as string }));
}

/** What this person answered from this role to these questions is from now on this. */
export async function replaceAnswers(at: Asking, about: About, given: readonly Said[]): Promise<void> {
  await tables(at.db)
    .deleteFrom('conversation_answer')
    .where('organisation_id', '=', at.organisation.id)
    .where('questionnaire', '=', about.questionnaire)
    .where('role', '=', about.role)
    .where('person_id', '=', at.person.id)
    .where('question', 'in', [...about.questions])
    .execute();
  if (given.length === 0) return;
  const rows = await sealed(at, about, given);
  await tables(at.db).insertInto('conversation_answer').values(rows.map((row) => ({ ...row, organisation_id: at.organisation.id }))).execute();
}

/** Of who is erased. @returns how many there were. */
export async function removeAnswersOf(db: Database, organisation: string, person: string): Promise<number> {
  const { numDeletedRows } = await tables(db).deleteFrom('conversation_answer').where('organisation_id', '=', organisation).where('person_id', '=', person).executeTakeFirst();
  return Number(numDeletedRows);
}
