/** The only SQL about tokens. */
import type { Database } from '../../platform/context.ts';
import { type Keeper, type KeptToken, touchAfterMs } from './kept-token.ts';

type TokenTables = {
  api_token: {
    organisation_id: string; id: string; person_id: string | null; made_by: string; name: string; beginning: string; token_hash: Buffer; scopes: string[];
    created_at: Date; expires_at: Date; used_at: Date | null;
  };
};
type Row = TokenTables['api_token'];
const table = (db: Database) => db.withTables<TokenTables>();

const keptOf = (row: Row): KeptToken => ({ id: row.id, name: row.name, beginning: row.beginning, scopes: row.scopes, madeBy: row.made_by, createdAt: row.created_at, expiresAt: row.expires_at, usedAt: row.used_at });

export const keepToken = (db: Database, { organisation, person }: Keeper, token: KeptToken, hash: Buffer): Promise<unknown> =>
  table(db)
    .insertInto('api_token')
    .values({ organisation_id: organisation, person_id: person, id: token.id, made_by: token.madeBy, name: token.name, beginning: token.beginning, token_hash: hash, scopes: [...token.scopes], created_at: token.createdAt, expires_at: token.expiresAt, used_at: token.usedAt })
    .execute();

/** Newest first. */
export async function tokensOf(db: Database, { organisation, person }: Keeper): Promise<KeptToken[]> {
  const rows = await table(db).selectFrom('api_token').selectAll().where('organisation_id', '=', organisation).where('person_id', 'is not distinct from', person).orderBy('id', 'desc').execute();
  return rows.map(keptOf);
}

/** Null where there is none, or it is another's. */
export async function removeToken(db: Database, { organisation, person }: Keeper, id: string): Promise<KeptToken | null> {
  const row = await table(db).deleteFrom('api_token').where('organisation_id', '=', organisation).where('person_id', 'is not distinct from', person).where('id', '=', id).returningAll().executeTakeFirst();
  return row ? keptOf(row) : null;
}

/** Across organisations: the token is all that a program has, and says whose it is. Null when it is not known (any more), or over. */
export async function useToken(db: Database, hash: Buffer, now: Date): Promise<{ readonly keeper: Keeper; readonly token: KeptToken } | null> {
  const row = await table(db).selectFrom('api_token').selectAll().where('token_hash', '=', hash).where('expires_at', '>', now).executeTakeFirst();
  if (!row) return null;
  // Noting each use would make every read a write.
  if (row.used_at === null || row.used_at.getTime() < now.getTime() - touchAfterMs) await table(db).updateTable('api_token').set({ used_at: now }).where('organisation_id', '=', row.organisation_id).where('id', '=', row.id).execute();
  return { keeper: { organisation: row.organisation_id, person: row.person_id }, token: keptOf(row) };
}
