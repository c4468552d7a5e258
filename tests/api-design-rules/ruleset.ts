/**
 * The Dutch API Design Rules (2.x) as far as a description can be held to them, each under its number and name;
 * for Spectral. `wrong` turns a right description into one that breaks exactly this rule.
 */
import type { RulesetDefinition } from '@stoplight/spectral-core';
import { casing, pattern, schema, truthy } from '@stoplight/spectral-functions';

// oxlint-disable-next-line typescript/no-explicit-any -- a sample may be wrong in every way
type Description = any;
type Rule = { readonly message: string; readonly given: string | string[]; readonly severity: 'error'; readonly then: Description };
export type ApiRule = { readonly rule: Rule; readonly wrong: (description: Description) => void };

const success = '$.paths[*][get,post,put,patch,delete].responses[?(@property.match(/^[23]/))]';
const refusal = '$.components.responses[?(@property.match(/^Problem/))]';
const operations = '$.paths[*][get,post,put,patch,delete]';
const semver = '^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z.-]+)?$';
const first = (description: Description): Description => description.paths['/systems'].get;

const must = (message: string, given: string | string[], then: Description): Rule => ({ message, given, severity: 'error', then });
const valid = (shape: object) => ({ function: schema, functionOptions: { schema: shape } });

export const apiRules: Readonly<Record<string, ApiRule>> = {
  'API-03-http-methods': {
    rule: must('Only the methods of HTTP', '$.paths[*]', { field: '@key', function: pattern, functionOptions: { match: '^(get|post|put|patch|delete)$' } }),
    wrong: ({ paths }) => void (paths['/systems'].fetch = {}),
  },
  'API-16-doc-openapi': {
    rule: must('OpenAPI 3.0', '$', { field: 'openapi', function: pattern, functionOptions: { match: '^3\\.0\\.\\d+$' } }),
    wrong: (description) => void (description.openapi = '2.0'),
  },
  'API-16-every-operation-is-named': {
    rule: must('An operationId and a summary', operations, valid({ type: 'object', required: ['operationId', 'summary'] })),
    wrong: (description) => void delete first(description).summary,
  },
  'API-18-deprecated-is-said': {
    rule: must('`deprecated` is true or absent', operations, valid({ type: 'object', properties: { deprecated: { const: true } } })),
    wrong: (description) => void (first(description).deprecated = 'soon'),
  },
  'API-20-uri-version': {
    rule: must('The major version stands in the address', '$.servers[*]', { field: 'url', function: pattern, functionOptions: { match: '/v\\d+$' } }),
    wrong: ({ servers }) => void (servers[0].url = 'https://regie.example.nl/api'),
  },
  'API-48-no-trailing-slash': {
    rule: must('No slash at the end', '$.paths', { field: '@key', function: pattern, functionOptions: { notMatch: '.\\/$' } }),
    wrong: ({ paths }) => void (paths['/systems/'] = paths['/systems']),
  },
  'API-51-publish-openapi': {
    rule: must('The description describes its own address', '$.paths', { field: '/openapi.json', function: truthy }),
    wrong: ({ paths }) => void delete paths['/openapi.json'],
  },
  'API-51-contact': {
    rule: must('Name, email and address of who answers for it', '$.info', { field: 'contact', function: schema, functionOptions: { schema: { type: 'object', required: ['name', 'email', 'url'] } } }),
    wrong: ({ info }) => void delete info.contact.email,
  },
  'API-56-semver': {
    rule: must('Semantic version', '$.info', { field: 'version', function: pattern, functionOptions: { match: semver } }),
    wrong: ({ info }) => void (info.version = '1.0'),
  },
  'API-57-version-header': {
    rule: must('The full version in a header of each answer', [success, refusal], { field: 'headers', function: schema, functionOptions: { schema: { type: 'object', required: ['API-Version'] } } }),
    wrong: (description) => void delete first(description).responses[200].headers,
  },
  'path-segments-kebab-case': {
    rule: must('Words in a path are joined by hyphens', '$.paths', { field: '@key', function: pattern, functionOptions: { match: '^(/(_?[a-z0-9.]+(-[a-z0-9.]+)*|\\{[^}]+\\}))+$' } }),
    wrong: ({ paths }) => void (paths['/landscapeChanges'] = paths['/systems']),
  },
  'query-keys-camel-case': {
    rule: must('Members of the query are camelCase', `${operations}.parameters[?(@.in=='query')]`, { field: 'name', function: casing, functionOptions: { type: 'camel' } }),
    wrong: (description) => void first(description).parameters.push({ name: 'page_size', in: 'query', schema: {} }),
  },
  'properties-camel-case': {
    rule: must('Members of an answer are camelCase', '$.components.schemas[*].properties', { field: '@key', function: casing, functionOptions: { type: 'camel' } }),
    wrong: ({ components }) => void (components.schemas.Problem.properties['limit_bytes'] = {}),
  },
  'resource-operations-underscore': {
    rule: must('`_verb` only where it is sent with POST', "$.paths[?(@property.match(/\\/_[a-z]+$/))]", { field: '@key', function: pattern, functionOptions: { match: '^post$' } }),
    wrong: ({ paths }) => void (paths['/systems/_count'] = { get: paths['/systems'].get }),
  },
  'problem-details': {
    rule: must('Each refusal is a problem of RFC 9457', refusal, { field: 'content', function: schema, functionOptions: { schema: { type: 'object', required: ['application/problem+json'] } } }),
    wrong: ({ components }) => void (components.responses.Problem404.content = { 'application/json': {} }),
  },
  'problem-members': {
    rule: must('A problem has a status, a title and a detail', '$.components.schemas.Problem', valid({ type: 'object', properties: { required: { type: 'array', allOf: ['status', 'title', 'detail'].map((name) => ({ contains: { const: name } })) } } })),
    wrong: ({ components }) => void (components.schemas.Problem.required = ['title']),
  },
  'invalid-input': {
    rule: must('What is asked wrongly is answered with 400', `${operations}`, valid({ type: 'object', if: { properties: { operationId: { const: 'openapi' } } }, else: { properties: { responses: { type: 'object', required: ['400'] } } } })),
    wrong: (description) => void delete first(description).responses[400],
  },
  'date-time-with-zone': {
    rule: must('A moment has a zone', '$..format', { function: pattern, functionOptions: { notMatch: '^(date-time-local|time-local|time)$' } }),
    wrong: (description) => void first(description).parameters.push({ name: 'at', in: 'query', schema: { type: 'string', format: 'date-time-local' } }),
  },
  'servers-use-https': {
    rule: must('Over TLS', '$.servers[*]', { field: 'url', function: pattern, functionOptions: { match: '^https://' } }),
    wrong: ({ servers }) => void (servers[0].url = 'http://regie.example.nl/v1'),
  },
  'page-size-is-capped': {
    rule: must('Never more than 200 at once', `${operations}.parameters[?(@.name=='size' || @.name=='pageSize' || @.name=='limit')]`, { field: 'schema', function: schema, functionOptions: { schema: { type: 'object', required: ['maximum'], properties: { maximum: { maximum: 200 } } } } }),
    wrong: (description) => void first(description).parameters.push({ name: 'size', in: 'query', schema: { type: 'integer' } }),
  },
  'parameters-in-path-are-declared': {
    rule: must('Each `{name}` of a path is a parameter that must be there', `${operations}.parameters[?(@.in=='path')]`, valid({ type: 'object', properties: { required: { const: true } }, required: ['required', 'schema'] })),
    wrong: ({ paths }) => void (paths['/systems/{id}'].get.parameters[0].required = false),
  },
};

export const ruleset = { rules: Object.fromEntries(Object.entries(apiRules).map(([name, { rule }]) => [name, rule])) } as RulesetDefinition;
