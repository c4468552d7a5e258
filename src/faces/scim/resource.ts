/** A resource as SCIM writes it (RFC 7643 §3), from what an operation answers, and back. */
import type { ProvisionedAttribute, ProvisionedResource } from '../../platform/provisioned.ts';
import { isMembers, memberOf, type Members, readValue } from './values.ts';

type Reference = { readonly id: string; readonly name: string };

const written = ({ kind }: ProvisionedAttribute, value: unknown): unknown => {
  if (kind === 'one-of-many') return [{ value, type: 'work', primary: true }];
  return kind === 'references' ? (value as readonly Reference[]).map(({ id, name }) => ({ value: id, display: name })) : value;
};

export const locationOf = (root: string, { endpoint }: ProvisionedResource, id: unknown): string => `${root}/${endpoint}/${String(id)}`;

/** What has no value is left out. @param root where SCIM is served. */
export function toResource(resource: ProvisionedResource, output: Members, root: string): Members {
  const all: Record<string, unknown> = { schemas: [resource.schema], id: output['id'] };
  for (const attribute of resource.attributes) {
    const value = output[attribute.member];
    if (value === null || value === undefined) continue;
    const [name = '', part] = attribute.path.split('.');
    all[name] = part === undefined ? written(attribute, value) : { ...(all[name] as Members | undefined), [part]: value };
  }
  return { ...all, meta: { resourceType: resource.type, location: locationOf(root, resource, output['id']) } };
}

const at = (body: Members, path: string): unknown =>
  path.split('.').reduce<unknown>((inside, name) => (isMembers(inside) ? memberOf(inside, name) : undefined), body);

/** INVARIANT: what is not kept here, and what only we say, is passed over (RFC 7644 §3.3). */
export function fromResource({ attributes }: ProvisionedResource, body: Members): Members {
  const given = attributes.filter(({ readOnly }) => !readOnly).map((attribute) => [attribute.member, attribute, at(body, attribute.path)] as const);
  return Object.fromEntries(given.flatMap(([member, attribute, value]) => (value === undefined ? [] : [[member, readValue(attribute, value)]])));
}

/** What the operation that reads answered, as the one that saves asks it. */
export const toInput = ({ attributes }: ProvisionedResource, output: Members): Members =>
  Object.fromEntries(attributes.filter(({ readOnly }) => !readOnly).map(({ member, kind }) => [member, kind === 'references' ? (output[member] as readonly Reference[]).map(({ id }) => id) : output[member]]));

const always = new Set(['schemas', 'id', 'meta']);
const namesIn = (list: string): Set<string> => new Set(list.split(',').map((name) => (name.trim().replace(/^urn:.*:/i, '').split('.')[0] ?? '').toLowerCase()));

/** `attributes` and `excludedAttributes` (RFC 7644 §3.9), by whole attribute. */
export function projected(resource: Members, { attributes, excludedAttributes }: { readonly attributes: string | undefined; readonly excludedAttributes: string | undefined }): Members {
  const [only, without] = [attributes ? namesIn(attributes) : null, namesIn(excludedAttributes ?? '')];
  return Object.fromEntries(Object.entries(resource).filter(([name]) => always.has(name) || (only === null || only.has(name.toLowerCase())) && !without.has(name.toLowerCase())));
}
