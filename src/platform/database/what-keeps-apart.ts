/**
 * With what rights requests reach the database, and so what row-level security is worth there: read from PostgreSQL
 * itself at the start, never taken on trust.
 */
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../context.ts';
import type { OpenDatabase } from './open-database.ts';
import { applicationRole } from './scoped-database.ts';

type Login = {
  readonly name: string;
  /** Superuser, or passing policies by. */
  readonly isAbove: boolean;
  /** Owner of a table, or able to become it; or able to make such a login. */
  readonly isOwner: boolean;
  readonly isMember: boolean;
  /** The server and the database on it. */
  readonly place: string;
};

/** `wall`: requests cannot take it off. `seat-belt`: it catches our mistakes, and who gets in can take it off. */
export type KeptApart = { readonly by: 'wall' | 'seat-belt'; readonly kind: OpenDatabase['kind']; readonly login: string };

/** What an administrator mends outside; the message says how. */
export class UnsafeLogin extends Error {}

async function loginOf(database: Kysely<Tables>): Promise<Login> {
  const { rows } = await sql<Login>`
    select session_user::text as name, rolsuper or rolbypassrls as "isAbove",
      rolcreaterole or exists (select from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and pg_has_role(session_user, relowner, 'member')) as "isOwner",
      exists (select from pg_roles a where a.rolname = ${applicationRole} and pg_has_role(session_user, a.oid, 'member')) as "isMember",
      current_database() || '@' || (select system_identifier from pg_control_system()) as place
    from pg_roles where rolname = session_user`.execute(database);
  return rows[0] as Login;
}

const how = 'docs/install.md says how to make the logins.';

/** Null when it may serve. */
function flawOf({ name, isAbove, isOwner, isMember }: Login): string | null {
  if (isAbove) return `DATABASE_URL comes in as ${name}, a superuser or one that passes row-level security by. With DATABASE_OWNER_URL given, requests need a login that does not. ${how}`;
  if (isOwner) return `DATABASE_URL comes in as ${name}, which owns the tables or can become their owner. With DATABASE_OWNER_URL given, requests need a login that does not. ${how}`;
  return isMember ? null : `DATABASE_URL comes in as ${name}, which is no member of ${applicationRole}: grant ${applicationRole} to ${name}. ${how}`;
}

/**
 * After the migrations: only then there is something to own.
 * @throws UnsafeLogin when a login apart was meant, and is not apart.
 */
export async function whatKeepsApart({ kind, database, serving }: OpenDatabase): Promise<KeptApart> {
  const login = await loginOf(serving);
  if (serving === database) return { by: login.isAbove || login.isOwner ? 'seat-belt' : 'wall', kind, login: login.name };
  const owner = await loginOf(database);
  if (owner.place !== login.place) throw new UnsafeLogin('DATABASE_URL and DATABASE_OWNER_URL lead to different databases. Give both the same.');
  const flaw = flawOf(login);
  if (flaw !== null) throw new UnsafeLogin(flaw);
  return { by: 'wall', kind, login: login.name };
}

/** One line for who starts the server. */
export function sayKeptApart({ by, kind, login }: KeptApart): string {
  if (by === 'wall') return `Organisations are kept apart by the database: requests come in as ${login}, which owns no table and cannot pass row-level security by.`;
  if (kind === 'embedded') return 'Organisations are kept apart in the embedded database by a seat belt, not a wall. Keep one organisation in this installation; for more, use PostgreSQL (docs/install.md).';
  return `Organisations are kept apart by a seat belt, not a wall: requests come in as ${login}, which could take row-level security off. Set DATABASE_OWNER_URL and give requests a login of their own (docs/install.md).`;
}
