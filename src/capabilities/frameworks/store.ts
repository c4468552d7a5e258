/** The only SQL about frameworks: answers, editions and own criteria. Who answered stands in the log, not here. */
import type { Context, Database } from '../../platform/context.ts';
import type { Subject } from '../../core/frameworks/framework.ts';

type FrameworkTables = {
  framework_answer: { organisation_id: string; question: string; about: Subject; subject: string; kind: StoredAnswer['kind']; lowest: number | null; highest: number | null; reason: string; evidence: string; carried_from: string | null; answered_on: string };
  framework_edition: { organisation_id: string; family: string; framework: string; taken_on: string };
  framework_own_criterion: { organisation_id: string; id: string; framework: string; name: string; question: string; measure: string; added_on: string };
};
const tables = (db: Database) => db.withTables<FrameworkTables>();

export type StoredAnswer = {
  readonly question: string; readonly about: Subject; readonly subject: string; readonly kind: 'said' | 'carried' | 'nobody-knows' | 'not-applicable';
  readonly lowest: number | null; readonly highest: number | null; readonly reason: string; readonly evidence: string; readonly carriedFrom: string | null; readonly answeredOn: string;
};
export type OwnCriterion = { readonly id: string; readonly framework: string; readonly name: string; readonly question: string; readonly measure: string };

type At = Pick<Context, 'db' | 'organisation'>;

export const readAnswers = (at: At): Promise<StoredAnswer[]> =>
  tables(at.db).selectFrom('framework_answer').select(['question', 'about', 'subject', 'kind', 'lowest', 'highest', 'reason', 'evidence', 'carried_from as carriedFrom', 'answered_on as answeredOn']).where('organisation_id', '=', at.organisation.id).orderBy('question').orderBy('subject').execute();

const rowOf = (at: At, { carriedFrom, answeredOn, ...answer }: StoredAnswer) => ({ ...answer, organisation_id: at.organisation.id, carried_from: carriedFrom, answered_on: answeredOn });

/** What was answered before to the same question about the same thing gives way. */
export async function keepAnswers(at: At, answers: readonly StoredAnswer[]): Promise<void> {
  if (answers.length === 0) return;
  await tables(at.db)
    .insertInto('framework_answer')
    .values(answers.map((answer) => rowOf(at, answer)))
    .onConflict((conflict) => conflict.columns(['organisation_id', 'question', 'about', 'subject']).doUpdateSet(({ ref }) => ({
      kind: ref('excluded.kind'), lowest: ref('excluded.lowest'), highest: ref('excluded.highest'), reason: ref('excluded.reason'), evidence: ref('excluded.evidence'), carried_from: ref('excluded.carried_from'), answered_on: ref('excluded.answered_on'),
    })))
    .execute();
}

export async function dropAnswers(at: At, about: Subject, subject: string, questions: readonly string[]): Promise<void> {
  if (questions.length === 0) return;
  await tables(at.db).deleteFrom('framework_answer').where('organisation_id', '=', at.organisation.id).where('about', '=', about).where('subject', '=', subject).where('question', 'in', [...questions]).execute();
}

export async function readEditions(at: At): Promise<ReadonlyMap<string, string>> {
  const rows = await tables(at.db).selectFrom('framework_edition').select(['family', 'framework']).where('organisation_id', '=', at.organisation.id).execute();
  return new Map(rows.map(({ family, framework }) => [family, framework]));
}

export const keepEdition = (at: At, family: string, framework: string, today: string): Promise<unknown> =>
  tables(at.db).insertInto('framework_edition').values({ organisation_id: at.organisation.id, family, framework, taken_on: today }).onConflict((conflict) => conflict.columns(['organisation_id', 'family']).doUpdateSet({ framework, taken_on: today })).execute();

export const readOwnCriteria = (at: At): Promise<OwnCriterion[]> =>
  tables(at.db).selectFrom('framework_own_criterion').select(['id', 'framework', 'name', 'question', 'measure']).where('organisation_id', '=', at.organisation.id).orderBy('id').execute();

export const addOwnCriterion = (at: At, criterion: OwnCriterion, today: string): Promise<unknown> =>
  tables(at.db).insertInto('framework_own_criterion').values({ ...criterion, organisation_id: at.organisation.id, added_on: today }).execute();

/** @returns whether it was there. Its answers go with it: nobody could ever see them again. */
export async function removeOwnCriterion(at: At, { id, framework }: Pick<OwnCriterion, 'id' | 'framework'>): Promise<boolean> {
  const { numDeletedRows } = await tables(at.db).deleteFrom('framework_own_criterion').where('organisation_id', '=', at.organisation.id).where('id', '=', id).where('framework', '=', framework).executeTakeFirst();
  await tables(at.db).deleteFrom('framework_answer').where('organisation_id', '=', at.organisation.id).where('question', '=', `${framework}/${id}`).execute();
  return numDeletedRows > 0n;
}
