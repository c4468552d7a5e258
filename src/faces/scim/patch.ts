/**
 * PATCH (RFC 7644 §3.5.2) on what an operation reads, as directories send it: with and without a path, one value or
 * many, `Replace` with a capital. An attribute that is not kept here is passed over: directories send all they have.
 */
import type { ProvisionedAttribute, ProvisionedResource } from '../../platform/provisioned.ts';
import { ScimFault } from './fault.ts';
import { isMembers, memberOf, type Members, readValue } from './values.ts';

type Verb = 'add' | 'replace' | 'remove';
type Target = { readonly attribute: string; readonly filter: string | undefined; readonly sub: string | undefined };
type Change = { readonly verb: Verb; readonly value: unknown; /** A path said which, rather than one member of a value among many. */ readonly isNamed: boolean };

const verbs = new Set(['add', 'replace', 'remove']);

function verbOf(operation: Members): Verb {
  const verb = String(memberOf(operation, 'op')).toLowerCase();
  if (!verbs.has(verb)) throw new ScimFault('invalidSyntax', 'An operation is “add”, “replace” or “remove”.');
  return verb as Verb;
}

/** Null for what is of an extension: none is kept. */
function targetOf(path: string, schema: string): Target | null {
  const own = path.toLowerCase().startsWith(`${schema.toLowerCase()}:`) ? path.slice(schema.length + 1) : path;
  if (/^urn:/i.test(own)) return null;
  const found = /^([\w$-]+)(?:\[([^\]]*)\])?(?:\.([\w$-]+))?$/.exec(own.trim());
  if (!found) throw new ScimFault('invalidPath', `“${path}” is no path to an attribute.`);
  return { attribute: (found[1] as string).toLowerCase(), filter: found[2], sub: found[3]?.toLowerCase() };
}

const idIn = (filter: string): string => {
  const found = /^\s*value\s+eq\s+"([^"]*)"\s*$/i.exec(filter);
  if (!found) throw new ScimFault('invalidPath', 'Of references one can be named as [value eq "id"].');
  return found[1] as string;
};

/** Without a value and a filter, `remove` takes all. */
function changedReferences(held: readonly unknown[], attribute: ProvisionedAttribute, { filter }: Target, { verb, value }: Change): unknown[] {
  const named = filter === undefined ? (readValue(attribute, value) as unknown[]) : [idIn(filter)];
  if (verb === 'replace') return named;
  if (verb === 'add') return [...new Set([...held, ...named])];
  return filter === undefined && (value === undefined || value === null) ? [] : held.filter((id) => !named.includes(id));
}

function changed(held: Members, attribute: ProvisionedAttribute, target: Target, change: Change): Members {
  const { member, kind } = attribute;
  if (attribute.readOnly && change.isNamed) throw new ScimFault('mutability', `${attribute.path} cannot be changed.`);
  if (attribute.readOnly) return held;
  if (kind === 'references') return { ...held, [member]: changedReferences((held[member] ?? []) as unknown[], attribute, target, change) };
  // What kind of address it is, is not kept.
  if (kind === 'one-of-many' && target.sub !== undefined && target.sub !== 'value') return held;
  return { ...held, [member]: change.verb === 'remove' ? null : readValue(attribute, change.value) };
}

function apply(held: Members, resource: ProvisionedResource, path: string, change: Change): Members {
  const target = targetOf(path, resource.schema);
  if (target === null) return held;
  if (change.isNamed && ['id', 'meta', 'schemas'].includes(target.attribute)) throw new ScimFault('mutability', `${path} cannot be changed.`);
  const whole = target.sub === undefined ? target.attribute : `${target.attribute}.${target.sub}`;
  const attribute = resource.attributes.find((one) => [whole, target.attribute].includes(one.path.toLowerCase()));
  if (attribute) return changed(held, attribute, target, change);
  const parts = resource.attributes.filter((one) => one.path.toLowerCase().startsWith(`${target.attribute}.`));
  if (target.sub !== undefined) return held;
  if (change.verb === 'remove') return parts.reduce((so, part) => changed(so, part, target, change), held);
  return isMembers(change.value) ? each(held, resource, change.value, change, `${target.attribute}.`) : held;
}

const each = (held: Members, resource: ProvisionedResource, values: Members, change: Change, before = ''): Members =>
  Object.entries(values).reduce<Members>((so, [name, value]) => apply(so, resource, `${before}${name}`, { ...change, value, isNamed: false }), held);

function applyOne(held: Members, resource: ProvisionedResource, operation: unknown): Members {
  if (!isMembers(operation)) throw new ScimFault('invalidSyntax', 'Each of Operations is an object.');
  const [verb, path, value] = [verbOf(operation), memberOf(operation, 'path'), memberOf(operation, 'value')];
  if (typeof path === 'string' && path !== '') return apply(held, resource, path, { verb, value, isNamed: true });
  if (verb === 'remove') throw new ScimFault('invalidPath', 'What is removed is named by a path.');
  if (!isMembers(value)) throw new ScimFault('invalidValue', 'Without a path the value is an object with attributes.');
  return each(held, resource, value, { verb, value, isNamed: false });
}

/** @param held members as the operation that saves asks them. @throws ScimFault */
export function patched(held: Members, resource: ProvisionedResource, body: Members): Members {
  const operations = memberOf(body, 'Operations');
  if (!Array.isArray(operations) || operations.length === 0) throw new ScimFault('invalidSyntax', 'A PATCH has Operations, a list.');
  return operations.reduce<Members>((so, operation) => applyOne(so, resource, operation), held);
}
