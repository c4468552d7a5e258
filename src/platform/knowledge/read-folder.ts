import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The text of every YAML and JSON file below `folder`, by its path with forward slashes, sorted. */
export const readFolder = (folder: string): ReadonlyMap<string, string> => {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(yaml|json)$/u.test(name));
  return new Map(names.sort().map((name) => [name.split(sep).join('/'), readFileSync(join(folder, name), 'utf8')]));
};
