/** A database with an owner and a login for requests, made by the very SQL of docs/install.md. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, withAdmin } from './fresh-database.ts';

const page = join(import.meta.dirname, '../../../../docs/install.md');
const statements = (): string[] => (/```sql\n([\s\S]*?)```/.exec(readFileSync(page, 'utf8'))?.[1] ?? '').split(';').map((text) => text.trim()).filter((text) => text !== '');

export type TwoLogins = {
  readonly name: string;
  readonly owner: string;
  readonly requests: string;
  readonly ownerUrl: string;
  readonly url: string;
  /** Sees everything, to fill and to look. */
  readonly superuserUrl: string;
  readonly remove: () => Promise<void>;
};

/** The role belongs to the whole server, and may be there from another test. */
const isThere = (error: unknown): boolean => /^role "regie_application" already exists$/.test((error as Error).message);

export async function twoLogins(): Promise<TwoLogins> {
  const name = `regiekompas_test_${randomUUID().replaceAll('-', '')}`;
  const [owner, requests] = [`${name}_owner`, `${name}_requests`];
  const own = (text: string): string => text.replaceAll('regie_owner', owner).replaceAll('regie_requests', requests).replace('database regie ', `database ${name} `);
  for (const statement of statements()) await withAdmin(own(statement)).catch((error: unknown) => (isThere(error) ? undefined : Promise.reject(error)));
  const remove = async (): Promise<void> => {
    await withAdmin(`drop database ${name} with (force)`);
    await withAdmin(`drop role ${owner}, ${requests}`);
  };
  return { name, owner, requests, ownerUrl: addressOf(name, owner), url: addressOf(name, requests), superuserUrl: addressOf(name), remove };
}
