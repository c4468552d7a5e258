import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { connect } from './open-database.ts';
import { eachDatabase } from './testing/fresh-database.ts';
import { isUnreachable } from './unreachable.ts';

const failing = async (statement: string, host: string): Promise<unknown> => {
  const database = connect({ host, port: 1, user: 'postgres', database: 'postgres', connectionTimeoutMillis: 500 });
  const error = await sql.raw(statement).execute(database).then(() => null, (thrown: unknown) => thrown);
  await database.destroy();
  return error;
};

it.each([['a port where nobody listens', '127.0.0.1'], ['a socket that is not there', '/nowhere/regie']])('%s is a database that is away', async (_, host) => {
  expect(isUnreachable(await failing('select 1', host))).toBe(true);
});

it.each(['08006', '57P01', '57P03', '53100', '53300', '25006'])('so is what PostgreSQL calls %s', (code) => expect(isUnreachable(Object.assign(new Error('x'), { code }))).toBe(true));

it.each(['23505', '42P01', '22P02'])('%s is a defect of ours', (code) => expect(isUnreachable(Object.assign(new Error('x'), { code }))).toBe(false));

it('a file that is not there is one too', () => expect(isUnreachable(Object.assign(new Error('x'), { code: 'ENOENT', syscall: 'open' }))).toBe(false));

it('what lies behind another error counts', () => expect(isUnreachable(new Error('outer', { cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }) }))).toBe(true));

it.skipIf(!eachDatabase.includes('PostgreSQL'))('HA-4 a connection that breaks between two queries of a transaction ends the transaction, not the process', async () => {
  const database = connect({ host: '127.0.0.1', user: 'postgres', database: 'postgres' });
  const other = connect({ host: '127.0.0.1', user: 'postgres', database: 'postgres' });
  const broken = database.transaction().execute(async (db) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
    await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(other);
    await new Promise((resolve) => void setTimeout(resolve, 200));
    await sql`select 1`.execute(db);
  });
  expect(isUnreachable(await broken.catch((error: unknown) => error))).toBe(true);
  expect((await sql`select 1 as one`.execute(database)).rows).toEqual([{ one: 1 }]);
  await Promise.all([database.destroy(), other.destroy()]);
});

const refused = (routine: string): Error => Object.assign(new Error('cannot set transaction read-write mode during recovery'), { code: '0A000', routine });

it('HA-4 so is a standby that is asked for a transaction that may write, and nothing else that is not supported', () => {
  expect([refused('call_bool_check_hook'), refused('transformSelectStmt')].map(isUnreachable)).toEqual([true, false]);
});
