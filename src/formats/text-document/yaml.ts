/** YAML 1.2, core schema: `on` is a key, `NO` is Norway, a date is text. */
import { Alias, type Document, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLError, type YAMLMap } from 'yaml';
import type { Path } from '../../core/fault.ts';
import { type TextFault, type TextFaultCode, type TextLimits, type TextReading, textFault } from './document.ts';
import { lineAt, type Wanted, wantedLines } from './wanted-lines.ts';

type Lines = { readonly linePos: (offset: number) => { readonly line: number } };
type Walk = {
  readonly lines: Lines;
  readonly limits: TextLimits;
  readonly faults: TextFault[];
  readonly anchors: Map<string, Node>;
  /** Nodes read through an alias so far: what bounds the expansion, however it is nested. */
  aliased: number;
  /** Aliases being read now, outermost first. */
  readonly inside: string[];
};
type YamlValue = Node | null | undefined;

const startOf = (node: YamlValue, walk: { readonly lines: Lines }): number => walk.lines.linePos(node?.range?.[0] ?? 0).line;

function refuse(walk: Walk, code: TextFaultCode, node: YamlValue, path: Path, details: TextFault['details'] = {}): undefined {
  walk.faults.push(textFault(code, startOf(node, walk), details, path));
  return undefined;
}

/** `1:` and `true:` are the keys "1" and "true"; a list, a map or nothing is no key. */
const keyText = (key: unknown): string | undefined => (isScalar(key) && key.value !== null && typeof key.value !== 'object' ? String(key.value) : undefined);

/** INVARIANT: `__proto__` becomes a member like any other, never a prototype. */
const setMember = (into: Record<string, unknown>, key: string, value: unknown): void => {
  if (key === '__proto__') Object.defineProperty(into, key, { value, enumerable: true, configurable: true, writable: true });
  else into[key] = value;
};

function readMap(map: YAMLMap, walk: Walk, path: Path): Record<string, unknown> {
  const into: Record<string, unknown> = {};
  for (const { key, value } of map.items as Pair<Node, Node | null>[]) {
    const name = keyText(key);
    if (name === undefined) refuse(walk, 'key-not-text', key ?? map, path);
    else {
      if (Object.hasOwn(into, name)) refuse(walk, 'duplicate-key', key, [...path, name], { key: name });
      setMember(into, name, readNode(value, walk, [...path, name]));
    }
  }
  return into;
}

function readAlias(alias: Alias, walk: Walk, path: Path): unknown {
  const name = alias.source;
  const target = walk.anchors.get(name);
  if (target === undefined) return refuse(walk, 'alias-without-anchor', alias, path, { name });
  if (walk.inside.includes(name)) return refuse(walk, 'alias-inside-itself', alias, path, { name });
  walk.inside.push(name);
  const value = readNode(target, walk, path);
  walk.inside.pop();
  return value;
}

/** True once the budget is spent; reported the first time only. */
function spent(walk: Walk, node: Node, path: Path): boolean {
  if (walk.inside.length === 0) return false;
  walk.aliased += 1;
  if (walk.aliased === walk.limits.aliasedNodes + 1) refuse(walk, 'aliases-too-many', node, path, { most: walk.limits.aliasedNodes });
  return walk.aliased > walk.limits.aliasedNodes;
}

function readNode(node: YamlValue, walk: Walk, path: Path): unknown {
  if (node === null || node === undefined) return null;
  if (spent(walk, node, path)) return undefined;
  if (path.length > walk.limits.depth) return refuse(walk, 'nested-too-deep', node, path, { depth: walk.limits.depth });
  if (node instanceof Alias) return readAlias(node, walk, path);
  if (node.anchor !== undefined) walk.anchors.set(node.anchor, node);
  if (isMap(node)) return readMap(node, walk, path);
  if (isSeq(node)) return node.items.map((item, at) => readNode(item as Node, walk, [...path, at]));
  return isScalar(node) ? node.value : null;
}

function fillLines(node: YamlValue, wanted: Wanted, lines: Lines): void {
  if (isSeq(node)) {
    for (const [step, inside] of wanted.inside) {
      const item = node.items[Number(step)] as YamlValue;
      if (item === undefined) continue;
      inside.line = startOf(item, { lines });
      fillLines(item, inside, lines);
    }
  } else if (isMap(node)) {
    for (const { key, value } of node.items as Pair<Node, Node | null>[]) {
      const inside = wanted.inside.get(keyText(key) ?? '');
      if (inside === undefined) continue;
      inside.line = startOf(key, { lines });
      fillLines(value, inside, lines);
    }
  }
}

function linesOf(document: Document, lines: Lines, paths: readonly Path[]): readonly number[] {
  if (paths.length === 0) return [];
  const root = wantedLines(paths);
  root.line = startOf(document.contents, { lines });
  fillLines(document.contents, root, lines);
  return paths.map((path) => lineAt(root, path));
}

/** One mistake often makes the parser stumble on every line after it: the first few say it all. */
const mostSyntaxFaults = 10;

function syntaxFaults(problems: readonly YAMLError[], lines: Lines): TextFault[] {
  const byLine = new Map<number, TextFault>();
  for (const { code, pos } of problems) {
    const line = lines.linePos(pos[0]).line;
    const kind = code === 'MULTIPLE_DOCS' ? 'several-documents' : code === 'TAG_RESOLVE_FAILED' ? 'tag-not-allowed' : 'broken-yaml';
    if (!byLine.has(line)) byLine.set(line, textFault(kind, line, { rule: code }));
  }
  return [...byLine.values()].slice(0, mostSyntaxFaults);
}

/** INVARIANT: `uniqueKeys` stays off, its check is quadratic in the size of a map; `readMap` finds every duplicate. */
function parse(text: string): { readonly document: Document; readonly lines: LineCounter } | undefined {
  const lines = new LineCounter();
  try {
    return { document: parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: false, prettyErrors: false, lineCounter: lines, logLevel: 'error', resolveKnownTags: false }), lines };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

export function readYaml(text: string, limits: TextLimits): TextReading {
  const parsed = parse(text);
  if (parsed === undefined) return { ok: false, faults: [textFault('nested-too-deep', 1, { depth: limits.depth })] };
  const { document, lines } = parsed;
  const problems = [...document.errors, ...document.warnings];
  if (problems.length > 0) return { ok: false, faults: syntaxFaults(problems, lines) };
  const walk: Walk = { lines, limits, faults: [], anchors: new Map(), aliased: 0, inside: [] };
  const value = readNode(document.contents as YamlValue, walk, []);
  if (value === null && walk.faults.length === 0) return { ok: false, faults: [textFault('empty-document', 1)] };
  return { ok: true, document: { value, faults: walk.faults, linesOf: (paths) => linesOf(document, lines, paths) } };
}
