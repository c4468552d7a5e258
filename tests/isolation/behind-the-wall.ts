/** The whole server on a database with two logins, and every statement that requests send, as it goes over the wire. */
import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool, type PoolClient } from 'pg';
import { operations } from '../../src/entry/operations.ts';
import { serve } from '../../src/faces/serve.tsx';
import type { Tables } from '../../src/platform/context.ts';
import { migrate, readMigrations } from '../../src/platform/database/migrate.ts';
import { connect } from '../../src/platform/database/open-database.ts';
import { applicationRole, scopedDatabase } from '../../src/platform/database/scoped-database.ts';
import { type TwoLogins, twoLogins } from '../../src/platform/database/testing/two-logins.ts';
import { type Two, twoOrganisations } from '../faces/two-organisations.ts';
import { type Browser, type Setting, signedIn } from '../faces/visitor.ts';

/** A statement, with whether its transaction had said before for whom it is and as which role. */
export type Seen = { readonly statement: string; readonly isScoped: boolean };

const asApplication = (values: unknown): boolean => Array.isArray(values) && values[values.indexOf('role') + 1] === applicationRole;

/** INVARIANT: what a connection was told before holds until its transaction ends, and no longer. */
function watch(client: PoolClient, seen: Seen[]): void {
  let isScoped = false;
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  client.query = ((statement: string, ...rest: unknown[]) => {
    if (/^(?:start transaction|begin|commit|rollback)\b/i.test(statement)) isScoped = false;
    else if (statement.startsWith('select set_config(') && asApplication(rest[0])) isScoped = true;
    else seen.push({ statement, isScoped });
    return query(statement, ...rest);
  }) as PoolClient['query'];
}

/** As requests come in, with at most so many connections. */
export function watched(url: string, seen: Seen[], max: number): Kysely<Tables> {
  const pool = new Pool({ connectionString: url, max });
  pool.on('connect', (client) => watch(client, seen));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

export type BehindTheWall = { readonly two: Two; readonly logins: TwoLogins; readonly here: Browser; readonly there: Browser; readonly serving: Kysely<Tables>; readonly seen: Seen[]; readonly close: () => Promise<void> };

const through = (setting: Setting, serving: Kysely<Tables>): Setting => {
  const site = { ...setting.site, world: { ...setting.site.world, database: scopedDatabase(serving) } };
  return { ...setting, site, app: serve(site) };
};

/** @param way how requests reach the database: straight, or through what stands between. */
export async function behindTheWall(way: (logins: TwoLogins) => string | Promise<string>, connections: number): Promise<BehindTheWall> {
  const logins = await twoLogins();
  const owned = connect({ connectionString: logins.ownerUrl, max: 2 });
  await migrate(owned, readMigrations(join(import.meta.dirname, '../../src')));
  const asSuperuser = connect({ connectionString: logins.superuserUrl, max: 2 });
  const two = await twoOrganisations({ db: asSuperuser }, operations);
  const seen: Seen[] = [];
  const serving = watched(await way(logins), seen, connections);
  const setting = through(two.setting, serving);
  const [here, there] = [await signedIn(setting, 'anna@example.nl'), await signedIn(setting, 'vreemd@example.nl')];
  const close = async (): Promise<void> => {
    for (const database of [serving, owned, asSuperuser]) await database.destroy();
    await logins.remove();
  };
  return { two, logins, here, there, serving, seen, close };
}

/** Requests of two organisations by turns, all at once. @returns how many were answered with their own and nothing else. */
export async function alternating({ here, there }: BehindTheWall, many: number): Promise<{ readonly right: number; readonly wrong: readonly string[] }> {
  const marks = ['kanariegeel', 'mussenbruin'] as const;
  const asked = await Promise.all(Array.from({ length: many }, async (_, nth) => {
    const [own, foreign] = nth % 2 === 0 ? marks : [marks[1], marks[0]];
    const answer = await (nth % 2 === 0 ? here : there).get(nth % 4 < 2 ? '/v1/systems' : '/v1/providers');
    const text = (await answer.text()).toLowerCase();
    return answer.status === 200 && text.includes(own) && !text.includes(foreign) ? null : `${nth}: ${answer.status} ${text.slice(0, 200)}`;
  }));
  const wrong = asked.filter((what) => what !== null);
  return { right: many - wrong.length, wrong };
}
