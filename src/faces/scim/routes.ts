/** SCIM 2.0: another program keeps what is provisioned here up to date, with a token. It knows no resource by itself. */
import type { Context, Hono } from 'hono';
import type { Operation } from '../../platform/operation.ts';
import { type Answer, perform, type Terms } from '../../platform/perform.ts';
import type { ProvisionedResource } from '../../platform/provisioned.ts';
import { isRefusal, notFound, notSignedIn, type Refusal } from '../../platform/refusal.ts';
import { bodyLimitBytes } from '../body.ts';
import { readJson } from '../rest/read-input.ts';
import type { Site } from '../site.ts';
import { bearerToken, originOf, type Visit, visitOf } from '../visit.ts';
import { scimError, scimFault, scimPrefix, scimRefusal, send } from './answer.ts';
import { listResponse, mostAtOnce, resourceType, schemaOf, serviceProvider } from './describe.ts';
import { ScimFault } from './fault.ts';
import { filterOf } from './filter.ts';
import { patched } from './patch.ts';
import { fromResource, locationOf, projected, toInput, toResource } from './resource.ts';
import type { Members } from './values.ts';

type Asked = { readonly c: Context; readonly visit: Visit; readonly resource: ProvisionedResource; readonly root: string };

const jsonTypes = /^application\/(?:scim\+)?json\s*(;|$)/i;
const triesAtMost = 3;

/** The root as the other program names it. */
const rootOf = (c: Context, site: Site): string => `${originOf(c, site)}${scimPrefix}`;

const run = ({ visit }: Asked, operation: Operation, input: unknown, terms?: Terms): Promise<Answer> => perform(visit.world, visit.visitor, operation, input, terms);
const refuse = ({ c, visit }: Asked, refusal: Refusal, isNew = false): Response => scimRefusal(c, refusal, visit.visitor.locale, isNew);

const shown = ({ c, resource, root }: Asked, output: unknown): Members =>
  projected(toResource(resource, output as Members, root), { attributes: c.req.query('attributes'), excludedAttributes: c.req.query('excludedAttributes') });

const answered = (asked: Asked, answer: Answer): Response => (answer.ok ? send(asked.c, shown(asked, answer.output)) : refuse(asked, answer.refusal));

const body = async (c: Context): Promise<Members | Refusal> => readJson(c, bodyLimitBytes, jsonTypes);

/** Below the least it is the least (RFC 7644 §3.4.2.4). */
function numberOf(c: Context, name: string, otherwise: number, least: number): number {
  const text = c.req.query(name);
  if (text === undefined) return otherwise;
  if (!/^-?\d{1,9}$/.test(text)) throw new ScimFault('invalidValue', `${name} is a whole number.`);
  return Math.max(least, Number(text));
}

async function list(asked: Asked): Promise<Response> {
  const { c, resource } = asked;
  const filter = filterOf(c.req.query('filter') ?? '', resource.filters);
  const [startIndex, count] = [numberOf(c, 'startIndex', 1, 1), Math.min(mostAtOnce, numberOf(c, 'count', 100, 0))];
  const answer = await run(asked, resource.operations.list, { ...filter, startIndex, count });
  if (!answer.ok) return refuse(asked, answer.refusal);
  const { total, items } = answer.output as { readonly total: number; readonly items: readonly unknown[] };
  return send(c, listResponse(items.map((item) => shown(asked, item)), total, startIndex));
}

const idOf = ({ c }: Asked): string => c.req.param('id') ?? '';
const show = async (asked: Asked): Promise<Response> => answered(asked, await run(asked, asked.resource.operations.show, { id: idOf(asked) }));

async function add(asked: Asked): Promise<Response> {
  const { c, resource, root } = asked;
  const given = await body(c);
  if (isRefusal(given)) return refuse(asked, given);
  const answer = await run(asked, resource.operations.add, fromResource(resource, given));
  if (!answer.ok) return refuse(asked, answer.refusal, true);
  return send(c, shown(asked, answer.output), 201, { location: locationOf(root, resource, (answer.output as Members)['id']) });
}

async function replace(asked: Asked): Promise<Response> {
  const given = await body(asked.c);
  if (isRefusal(given)) return refuse(asked, given);
  return answered(asked, await run(asked, asked.resource.operations.save, { ...fromResource(asked.resource, given), id: idOf(asked) }));
}

/** On what is there now: when somebody else was first, it is read and changed once more. */
async function change(asked: Asked, given: Members, tries = triesAtMost): Promise<Answer> {
  const { show: reading, save } = asked.resource.operations;
  const id = idOf(asked);
  const found = await run(asked, reading, { id });
  if (!found.ok) return found;
  const seen = JSON.stringify(found.output);
  const input = { ...patched(toInput(asked.resource, found.output as Members), asked.resource, given), id };
  const answer = await run(asked, save, input, { condition: { read: reading, given: { id }, holds: (output) => JSON.stringify(output) === seen } });
  return !answer.ok && answer.refusal.refused === 'overtaken' && tries > 1 ? change(asked, given, tries - 1) : answer;
}

async function patch(asked: Asked): Promise<Response> {
  const given = await body(asked.c);
  return isRefusal(given) ? refuse(asked, given) : answered(asked, await change(asked, given));
}

async function remove(asked: Asked): Promise<Response> {
  const answer = await run(asked, asked.resource.operations.remove, { id: idOf(asked) });
  return answer.ok ? asked.c.body(null, 204) : refuse(asked, answer.refusal);
}

type Doing = (asked: Asked) => Promise<Response>;

/** INVARIANT: a program is let in by its token alone, never by a visitor's cookie. */
const served = (site: Site, resource: ProvisionedResource, doing: Doing) => async (c: Context): Promise<Response> => {
  const visit = await visitOf(c, site);
  const asked = { c, visit, resource, root: rootOf(c, site) };
  if (bearerToken(c) === undefined) return refuse(asked, notSignedIn);
  return doing(asked).catch((error: unknown) => {
    if (error instanceof ScimFault) return scimFault(c, error);
    throw error;
  });
};

const sendFound = (c: Context, found: Members | undefined): Response => (found ? send(c, found) : scimRefusal(c, notFound, 'en'));

/** About the server and not about anybody: no token is asked. */
function describe(app: Hono, site: Site, resources: readonly ProvisionedResource[]): void {
  app.get(`${scimPrefix}/ServiceProviderConfig`, (c) => send(c, serviceProvider(rootOf(c, site))));
  for (const [path, write] of [['ResourceTypes', resourceType], ['Schemas', schemaOf]] as const) {
    app.get(`${scimPrefix}/${path}`, (c) => send(c, listResponse(resources.map((resource) => write(resource, rootOf(c, site))))));
    app.get(`${scimPrefix}/${path}/:id`, (c) => sendFound(c, resources.map((resource) => write(resource, rootOf(c, site))).find(({ id }) => id === c.req.param('id'))));
  }
}

export function scimRoutes(app: Hono, site: Site): void {
  const resources = site.provisioned ?? [];
  describe(app, site, resources);
  for (const resource of resources) {
    const path = `${scimPrefix}/${resource.endpoint}`;
    app.get(path, served(site, resource, list));
    app.post(path, served(site, resource, add));
    app.get(`${path}/:id`, served(site, resource, show));
    app.put(`${path}/:id`, served(site, resource, replace));
    app.patch(`${path}/:id`, served(site, resource, patch));
    app.delete(`${path}/:id`, served(site, resource, remove));
    for (const at of [path, `${path}/:id`]) app.all(at, (c) => scimError(c, 405, 'There is nothing to do in this way here.'));
  }
}
