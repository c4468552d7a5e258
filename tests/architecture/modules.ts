/** Reads a source tree as modules with their imports. Text in, graph out; knows no rule. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

export type Import = { readonly specifier: string; readonly target: string | null };
export type Module = { readonly path: string; readonly text: string; readonly imports: readonly Import[] };
export type Tree = ReadonlyMap<string, Module>;

const importPattern = /(?:^|\n)\s*(?:import|export)\s[^;'"`]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|new URL\(\s*['"](\.[^'"]+\.ts)['"]/g;

const sourceFiles = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });

/** Comments are prose: an import or a banned word in one means nothing. */
export const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1');

function importsOf(root: string, path: string, text: string): Import[] {
  return [...withoutComments(text).matchAll(importPattern)].map((match) => {
    const specifier = (match[1] ?? match[2] ?? match[3] ?? match[4]) as string;
    if (!specifier.startsWith('.')) return { specifier, target: null };
    return { specifier, target: relative(root, join(dirname(path), specifier)) };
  });
}

/** @param root the folder that holds `src/`. Paths in the tree are relative to it, with `/`. */
export function readTree(root: string): Tree {
  const files = existsSync(join(root, 'src')) ? sourceFiles(join(root, 'src')) : [];
  return new Map(
    files.map((path) => {
      const text = readFileSync(path, 'utf8');
      const name = relative(root, path);
      return [name, { path: name, text, imports: importsOf(root, path, text) }];
    }),
  );
}
