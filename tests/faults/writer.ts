/** Writes rows until it is killed; says each one after its commit. Run by embedded-database.test.ts. */
import { sql } from 'kysely';
import { startEmbedded } from '../../src/platform/database/embedded.ts';
import { connectEmbedded } from '../../src/platform/database/open-database.ts';

const embedded = await startEmbedded(process.argv[2] as string, process.argv[3] as string);
const db = connectEmbedded(embedded.socketFolder);
await sql`create table if not exists written (id bigint generated always as identity, twice text)`.execute(db);
for (;;) {
  const { rows } = await db.transaction().execute(async (write) => {
    await sql`insert into written (twice) values ('first')`.execute(write);
    return sql<{ id: number }>`insert into written (twice) values ('second') returning id`.execute(write);
  });
  process.stdout.write(`${rows[0]?.id}\n`);
}
