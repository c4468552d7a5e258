/** The lock file: every package with its hash, from no host at all, and no library that must run something to be installed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

type Package = { readonly version?: string; readonly integrity?: string; readonly resolved?: string; readonly link?: boolean; readonly hasInstallScript?: boolean; readonly inBundle?: boolean; readonly optional?: boolean };
type Lock = { readonly packages: Readonly<Record<string, Package>> };
type Manifest = { readonly dependencies: Record<string, string>; readonly devDependencies: Record<string, string> };

const root = join(import.meta.dirname, '../..');
const read = <T>(name: string): T => JSON.parse(readFileSync(join(root, name), 'utf8')) as T;

/** Known, and not run (`scripts/prepare.mjs`): the first is run by itself, the others are not needed. */
const withScript = ['node', 'esbuild', '@scarf/scarf', 'fsevents'];

export function faultsOf({ packages }: Lock): string[] {
  return Object.entries(packages).filter(([path]) => path !== '').flatMap(([path, { integrity, resolved, link, hasInstallScript, inBundle }]) => [
    ...(!integrity?.startsWith('sha512-') && !inBundle ? [`${path} has no hash`] : []),
    ...(resolved === undefined ? [] : [`${path} comes from ${resolved}`]),
    ...(link ? [`${path} is a link`] : []),
    ...(hasInstallScript && !withScript.some((name) => path.endsWith(`node_modules/${name}`)) ? [`${path} runs a script when it is installed`] : []),
  ]);
}

it('names a hash for every package, no host, and no unknown install script', () => {
  const lock = read<Lock>('package-lock.json');
  expect(Object.keys(lock.packages).length).toBeGreaterThan(50);
  expect(faultsOf(lock)).toEqual([]);
});

it('bites', () => {
  const wrong = { 'node_modules/a': {}, 'node_modules/b': { integrity: 'sha512-x', resolved: 'https://evil.example/b.tgz' }, 'node_modules/c': { integrity: 'sha1-x' }, 'node_modules/d': { integrity: 'sha512-x', hasInstallScript: true } };
  expect(faultsOf({ packages: wrong })).toHaveLength(4);
});

it('has every direct dependency at one exact version', () => {
  const { dependencies, devDependencies } = read<Manifest>('package.json');
  expect(Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});
