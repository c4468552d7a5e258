/**
 * The rules of house.md ("who may know whom"), each a function from the source tree to what breaks it.
 * A rule is named by what it forbids; each has a deliberately wrong sample in `samples/<name>/`.
 */
import { type Module, type Tree, withoutComments } from './modules.ts';

export type Breach = string;
export type Rule = (tree: Tree) => Breach[];

const isTest = (path: string): boolean => /\.test(-d)?\.tsx?$|\.examples?\.tsx$|\/examples\.tsx$|\/testing\//.test(path);
const production = (tree: Tree): Module[] => [...tree.values()].filter((module) => !isTest(module.path));
const roomOf = (path: string): string => path.split('/')[1] ?? '';
const sliceOf = (path: string): string | null => (roomOf(path) === 'capabilities' ? (path.split('/')[2] ?? null) : null);

const eachImport = (tree: Tree, forbids: (from: Module, to: string) => boolean): Breach[] =>
  production(tree).flatMap((module) =>
    module.imports.flatMap(({ target }) => (target !== null && forbids(module, target) ? [`${module.path} imports ${target}`] : [])),
  );

/** What each room may import besides itself. `entry` is the composition root and may import everything. */
const allowed: Record<string, readonly string[]> = {
  core: [],
  ui: [],
  platform: [],
  formats: ['core'],
  faces: ['platform', 'ui'],
  capabilities: ['core', 'formats', 'ui', 'platform'],
};

const roomsKeepTheirDistance: Rule = (tree) =>
  eachImport(tree, (from, to) => {
    const room = roomOf(from.path);
    const others = allowed[room];
    return others !== undefined && to.startsWith('src/') && roomOf(to) !== room && !others.includes(roomOf(to));
  });

const packagesInCore: Rule = (tree) =>
  production(tree).flatMap((module) =>
    roomOf(module.path) === 'core' ? module.imports.filter(({ target }) => target === null).map(({ specifier }) => `${module.path} imports ${specifier}`) : [],
  );

const impure = /\bDate\b|\bMath\.random\b|\bprocess\b|\bfetch\(|\bset(?:Timeout|Interval|Immediate)\b|\basync\b|\bawait\b|\bPromise\b|\bconsole\b/;
const impurityInCore: Rule = (tree) =>
  production(tree).flatMap((module) => {
    if (roomOf(module.path) !== 'core') return [];
    const found = impure.exec(withoutComments(module.text).replace(/'[^'\n]*'|`[^`]*`/g, "''"));
    return found ? [`${module.path} uses ${found[0]}`] : [];
  });

const importsOfTheLibrary: Rule = (tree) => eachImport(tree, (_, to) => to.startsWith('library/'));

const importsOfEntry: Rule = (tree) => eachImport(tree, (from, to) => roomOf(to) === 'entry' && roomOf(from.path) !== 'entry');

const backDoorsBetweenSlices: Rule = (tree) =>
  eachImport(tree, (from, to) => {
    const other = sliceOf(to);
    return sliceOf(from.path) !== null && other !== null && other !== sliceOf(from.path) && !/^src\/capabilities\/[^/]+\/public\.tsx?$/.test(to);
  });

/** A cycle as the nodes on it, or null. Depth first; `done` nodes are known to lead to none. */
function cycleIn(edges: ReadonlyMap<string, ReadonlySet<string>>): string[] | null {
  const done = new Set<string>();
  const visit = (node: string, trail: string[]): string[] | null => {
    if (trail.includes(node)) return [...trail.slice(trail.indexOf(node)), node];
    if (done.has(node)) return null;
    for (const next of edges.get(node) ?? []) {
      const found = visit(next, [...trail, node]);
      if (found) return found;
    }
    done.add(node);
    return null;
  };
  for (const node of edges.keys()) {
    const found = visit(node, []);
    if (found) return found;
  }
  return null;
}

const cyclesBetweenSlices: Rule = (tree) => {
  const edges = new Map<string, Set<string>>();
  for (const module of production(tree)) {
    const from = sliceOf(module.path);
    if (from === null) continue;
    const targets = module.imports.map(({ target }) => (target === null ? null : sliceOf(target)));
    edges.set(from, new Set([...(edges.get(from) ?? []), ...targets.filter((slice) => slice !== null && slice !== from)] as string[]));
  }
  const cycle = cycleIn(edges);
  return cycle ? [cycle.join(' → ')] : [];
};

/** Types vanish at run time; a cycle of `import type` alone is still a cycle for the reader, and forbidden too. */
const cyclesBetweenModules: Rule = (tree) => {
  const edges = new Map(production(tree).map(({ path, imports }) => [path, new Set(imports.flatMap(({ target }) => (target === null ? [] : [target])))]));
  const cycle = cycleIn(edges);
  return cycle ? [cycle.join(' → ')] : [];
};

const defaultExports: Rule = (tree) => production(tree).filter(({ text }) => /^export default /m.test(text)).map(({ path }) => path);

const barrels: Rule = (tree) =>
  production(tree)
    .filter(({ text, path }) => !path.endsWith('/public.ts') && /^export [^;]*from '/m.test(text))
    .filter(({ text }) => withoutComments(text).split(/;\s*/).every((statement) => /^\s*(export [^=]*from '[^']*')?\s*$/.test(statement)))
    .map(({ path }) => path);

const unreachableModules: Rule = (tree) => {
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const { target } of tree.get(path)?.imports ?? []) if (target !== null) visit(target);
  };
  for (const { path } of production(tree)) if (roomOf(path) === 'entry') visit(path);
  return production(tree).filter(({ path }) => !reached.has(path) && !path.startsWith('src/ui/browser/')).map(({ path }) => path);
};

const tableInSql = /\b(?:from|join|into|update|table)\s+(?:if not exists\s+)?"?([a-z][a-z0-9_]*)"?|(?:selectFrom|insertInto|updateTable|deleteFrom|innerJoin|leftJoin)\(\s*['"`]([a-z0-9_]+)/gi;
const tablesNamedTwice = (owners: ReadonlyMap<string, string>): Rule => (tree) =>
  production(tree).flatMap((module) =>
    [...withoutComments(module.text).matchAll(tableInSql)].flatMap((match) => {
      const owner = owners.get((match[1] ?? match[2] ?? '').toLowerCase());
      return owner !== undefined && !module.path.startsWith(`${owner}/`) ? [`${module.path} names ${match[1] ?? match[2]}, a table of ${owner}`] : [];
    }),
  );

const builtOn = /\b(?:selectFrom|insertInto|updateTable|deleteFrom|innerJoin|leftJoin)\(\s*['"`]([a-z0-9_]+)/g;
/** What changes for whom a transaction is (`platform/database/scoped-database.ts`). */
const goingElsewhere = /\b(enter|finding)\(/g;
const acrossOrganisations = /Across organisations: \S/;

/**
 * INVARIANT: every query on a table with `organisation_id` names it, and no transaction goes on for somebody else. What
 * rightly asks across organisations says so
 * with its reason (`Across organisations: …`), in a comment at the query or, for a whole file, at its head; such a
 * comment where nothing needs it is a breach too.
 */
const queriesWithoutOrganisation = (tenantTables: ReadonlySet<string>): Rule => (tree) =>
  production(tree).flatMap(({ path, text, imports }) => {
    const isScoped = imports.some(({ target }) => target === 'src/platform/database/scoped-database.ts');
    const asking = text.split(/;[ \t]*\n/).map((statement) => ({ excused: acrossOrganisations.test(statement), without: [...tablesWithoutOrganisation(statement, tenantTables), ...(isScoped ? goingElsewhereIn(statement) : [])] }));
    const wholeFile = acrossOrganisations.test(/^\/\*[\s\S]*?\*\//.exec(text)?.[0] ?? '');
    if (wholeFile) return asking.some(({ without }) => without.length > 0) ? [] : [`${path} has an excuse that nothing needs`];
    return asking.flatMap(({ excused, without }) => {
      if (excused) return without.length > 0 ? [] : [`${path} has an excuse that nothing needs`];
      return without.map((what) => `${path} ${what}`);
    });
  });

const goingElsewhereIn = (statement: string): string[] => [...withoutComments(statement).matchAll(goingElsewhere)].map(([, how]) => `goes elsewhere by ${how}`);

function tablesWithoutOrganisation(statement: string, tenantTables: ReadonlySet<string>): string[] {
  const code = withoutComments(statement);
  if (code.includes('organisation_id')) return [];
  return [...code.matchAll(builtOn)].flatMap(([, table = '']) => (tenantTables.has(table) ? [`asks ${table} without organisation_id`] : []));
}

const slicesNamedInFaces: Rule = (tree) => {
  const slices = new Set([...tree.keys()].map(sliceOf).filter((slice) => slice !== null));
  return production(tree).flatMap((module) => {
    if (roomOf(module.path) !== 'faces') return [];
    const code = withoutComments(module.text);
    return [...slices].filter((slice) => new RegExp(`['"\`]${slice}[./'"\`:]`).test(code)).map((slice) => `${module.path} names ${slice}`);
  });
};

const linesAtMost = 400;
const godFiles: Rule = (tree) =>
  production(tree).flatMap(({ path, text }) => (text.split('\n').length > linesAtMost ? [`${path}: ${text.split('\n').length} lines`] : []));

/** @param tableOwners which folder owns which table, @param tenantTables which have `organisation_id`; both read from the migrations. */
export const rules = (tableOwners: ReadonlyMap<string, string>, tenantTables: ReadonlySet<string>): Readonly<Record<string, Rule>> => ({
  'rooms-keep-their-distance': roomsKeepTheirDistance,
  'no-packages-in-core': packagesInCore,
  'no-impurity-in-core': impurityInCore,
  'no-imports-of-the-library': importsOfTheLibrary,
  'no-imports-of-entry': importsOfEntry,
  'no-back-doors-between-slices': backDoorsBetweenSlices,
  'no-cycles-between-slices': cyclesBetweenSlices,
  'no-cycles-between-modules': cyclesBetweenModules,
  'no-default-exports': defaultExports,
  'no-barrels': barrels,
  'no-unreachable-modules': unreachableModules,
  'no-tables-named-twice': tablesNamedTwice(tableOwners),
  'no-queries-without-organisation': queriesWithoutOrganisation(tenantTables),
  'no-slices-named-in-faces': slicesNamedInFaces,
  'no-god-files': godFiles,
});
