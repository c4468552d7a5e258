/** Which folder owns which table, and which tables belong to organisations: read from the migrations that create them. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.sql'))
    .map((entry) => join(entry.parentPath, entry.name));

export function tableOwners(root: string): Map<string, string> {
  const owners = new Map<string, string>();
  for (const file of filesUnder(join(root, 'src'))) {
    const folder = relative(root, dirname(file)).replace(/\/migrations$/, '');
    for (const [, table] of readFileSync(file, 'utf8').matchAll(/create table (?:if not exists )?"?([a-z0-9_]+)/gi)) {
      owners.set((table as string).toLowerCase(), folder);
    }
  }
  return owners;
}

export function tenantTables(root: string): Set<string> {
  const created = filesUnder(join(root, 'src')).flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/create table (?:if not exists )?"?([a-z0-9_]+)"?\s*\(([\s\S]*?)\n\);/gi)]);
  return new Set(created.flatMap(([, table, columns]) => (/\borganisation_id\b/.test(columns as string) ? [(table as string).toLowerCase()] : [])));
}
