/** What this server can do by SCIM, for the program that is set up to use it (RFC 7643 §5 to §7). */
import type { ProvisionedAttribute, ProvisionedResource } from '../../platform/provisioned.ts';
import type { Members } from './values.ts';

const core = 'urn:ietf:params:scim:schemas:core:2.0';
export const mostAtOnce = 200;

export const serviceProvider = (root: string): Members => ({
  schemas: [`${core}:ServiceProviderConfig`],
  patch: { supported: true }, bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 }, filter: { supported: true, maxResults: mostAtOnce },
  changePassword: { supported: false }, sort: { supported: false }, etag: { supported: false },
  authenticationSchemes: [{ type: 'oauthbearertoken', name: 'Token of the organisation', description: 'A token made for managing members, in the header Authorization: Bearer.', primary: true }],
  meta: { resourceType: 'ServiceProviderConfig', location: `${root}/ServiceProviderConfig` },
});

export const resourceType = ({ type, endpoint, schema, says }: ProvisionedResource, root: string): Members => ({
  schemas: [`${core}:ResourceType`], id: type, name: type, endpoint: `/${endpoint}`, description: says, schema,
  meta: { resourceType: 'ResourceType', location: `${root}/ResourceTypes/${type}` },
});

type Said = Pick<ProvisionedAttribute, 'says' | 'required' | 'unique' | 'readOnly'>;

const simple = (name: string, type: string, { says, required, unique, readOnly }: Said): Members => ({
  name, type, multiValued: false, description: says, required: required === true, caseExact: false, mutability: readOnly ? 'readOnly' : 'readWrite', returned: 'default', uniqueness: unique ? 'server' : 'none',
});

const listed = (name: string, parts: readonly Members[], attribute: ProvisionedAttribute): Members => ({ ...simple(name, 'complex', attribute), multiValued: true, subAttributes: parts });

function describedOne(attribute: ProvisionedAttribute): Members {
  const { path, kind } = attribute;
  if (kind === 'flag') return simple(path, 'boolean', attribute);
  if (kind === 'text') return simple(path, 'string', attribute);
  const second = kind === 'references' ? simple('display', 'string', { says: 'What it is called.', readOnly: true }) : simple('primary', 'boolean', { says: 'Whether this is the one that is kept.' });
  return listed(path, [simple('value', 'string', { says: kind === 'references' ? 'Its id.' : attribute.says }), second], attribute);
}

/** Parts of one attribute (`name.givenName`, `name.familyName`) stand in it. */
function described(attributes: readonly ProvisionedAttribute[]): Members[] {
  const wholes = Map.groupBy(attributes, ({ path }) => path.split('.')[0] as string);
  return [...wholes].map(([name, [first, ...more]]) => {
    if (!first?.path.includes('.')) return describedOne(first as ProvisionedAttribute);
    const parts = [first, ...more].map((part) => simple(part.path.split('.')[1] as string, 'string', part));
    return { ...simple(name, 'complex', { says: first.says }), subAttributes: parts };
  });
}

export const schemaOf = ({ schema, type, says, attributes }: ProvisionedResource, root: string): Members => ({
  schemas: [`${core}:Schema`], id: schema, name: type, description: says, attributes: described(attributes),
  meta: { resourceType: 'Schema', location: `${root}/Schemas/${schema}` },
});

export const listResponse = (resources: readonly Members[], total = resources.length, startIndex = 1): Members => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'], totalResults: total, startIndex, itemsPerPage: resources.length, Resources: resources,
});
