/** Every operation as a page, a download or a form. Knows what an operation is, and none of them. */
import type { Context, Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { Section } from '../../ui/section/component.tsx';
import type { Operation } from '../../platform/operation.ts';
import { perform, performLoad } from '../../platform/perform.ts';
import type { InputFault, Refusal } from '../../platform/refusal.ts';
import type { Done, Download, Form, FormStart, Page, Rendered } from '../../platform/screen.ts';
import { say } from '../../platform/words.ts';
import { bodyLimitOf, formFields } from '../body.ts';
import { inputSchema, isDocument, outputSchema } from '../fields/json-schema.ts';
import { type Fields, fieldsOf, readFields } from '../fields/read-fields.ts';
import { referenceOf } from '../rest/route.ts';
import { refusalStatus } from '../refusal-status.ts';
import type { Site } from '../site.ts';
import { carrySession, queriesSaid, visitOf } from '../visit.ts';
import type { At } from './at.ts';
import { apart, askToConfirm, confirmed } from './confirm.tsx';
import { DataView } from './data-view.tsx';
import { GeneratedForm } from './generated-form.tsx';
import { showPage } from './shell.tsx';
import { showRefusal } from './show-refusal.tsx';
import { type FormState, formViewOf, viewOf } from './views.ts';
import { words } from './words.ts';

type AnyForm = Form<unknown, unknown, unknown>;
type AnyPage = Page<unknown, unknown>;
type AnyDownload = Download<unknown, unknown>;

/** Names of the faces themselves, never part of an input. */
const ours = new Set(['lang']);
const queryFields = (c: Context): Fields => [...new URL(c.req.url).searchParams].filter(([name]) => !ours.has(name));
/** INVARIANT: what the address says wins over what the body says. */
const pathFields = (c: Context): Fields => Object.entries(c.req.param() as Record<string, string>);
const withPath = (fields: Fields, path: Fields): Fields => [...fields.filter(([name]) => !path.some(([own]) => own === name)), ...path];

const inputFrom = ({ operation }: At, fields: Fields): unknown => readFields(inputSchema(operation.input), fields);
const titleOf = ({ operation, visit }: At): string => say(operation.title, visit.visitor.locale);
const run = ({ operation, visit }: At, fields: unknown) => perform(visit.world, visit.visitor, operation, fields);
const show = ({ c, site, visit }: At, title: string, body: Rendered, status = 200): Promise<Response> => showPage(c, site, visit.visitor, { title, body, status });
const refuse = ({ c, site, visit }: At, refusal: Refusal): Promise<Response> => showRefusal(c, site, visit.visitor, refusal);

async function getPage(at: At, page: AnyPage): Promise<Response> {
  const input = inputFrom(at, withPath(queryFields(at.c), pathFields(at.c)));
  const answer = await run(at, input);
  if (!answer.ok) return refuse(at, answer.refusal);
  const view = { ...viewOf(at.c, at.site, at.visit.visitor), input: at.operation.input.parse(input), output: answer.output };
  return show(at, page.title?.(view) ?? titleOf(at), page.render(view));
}

/** A name that is safe in a header: what is not plain is left to the encoded form (RFC 6266). */
const disposition = (name: string): string => `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`;

async function getDownload(at: At, download: AnyDownload): Promise<Response> {
  const input = inputFrom(at, withPath(queryFields(at.c), pathFields(at.c)));
  const answer = await run(at, input);
  if (!answer.ok) return refuse(at, answer.refusal);
  const file = download.file(answer.output, at.operation.input.parse(input), at.visit.visitor.locale);
  return at.c.body(file.body as string, 200, { 'content-type': file.mediaType, 'content-disposition': disposition(file.name), 'cache-control': 'no-store' });
}

const hiddenMembers = (c: Context): ReadonlySet<string> => new Set(Object.keys(c.req.param() as Record<string, string>));

function showForm(at: At, form: AnyForm, state: FormState, status = 200): Promise<Response> {
  const view = formViewOf(at.c, at.site, at.visit.visitor, state);
  const body = form.render?.(view) ?? <GeneratedForm title={titleOf(at)} schema={inputSchema(at.operation.input)} view={view} hidden={hiddenMembers(at.c)} {...(form.path.startsWith('/operations/') ? { button: words(at.visit.visitor.locale).carryOut, forPrograms: referenceOf(at.operation) } : {})} />;
  return show(at, form.title?.(view) ?? titleOf(at), body, status);
}

function loadForm({ c, visit, operation }: At, form: AnyForm) {
  const params = c.req.param() as Record<string, string>;
  const load = form.load ?? (async (): Promise<FormStart<unknown, unknown>> => ({}));
  return performLoad(visit.world, visit.visitor, operation, (context) => load(context, params));
}

/** Names in the query fill in what was not loaded: `/systems/new?runsOn=cloud`. */
async function getForm(at: At, form: AnyForm): Promise<Response> {
  const loaded = await loadForm(at, form);
  if (!loaded.ok) return refuse(at, loaded.refusal);
  const fields = withPath([...queryFields(at.c), ...fieldsOf(loaded.start.values)], pathFields(at.c));
  return showForm(at, form, { fields, faults: [], extra: loaded.start.extra });
}

/** Null when it cannot be mended in the form. */
const mendable = (refusal: Refusal): readonly InputFault[] | null => {
  if (refusal.refused === 'invalid') return refusal.faults;
  return refusal.refused === 'conflict' ? [{ path: '', message: refusal.message }] : null;
};

async function showAgain(at: At, form: AnyForm, fields: Fields, refusal: Refusal): Promise<Response> {
  if (refusal.refused === 'not-confirmed') return askToConfirm(at, fields);
  const faults = mendable(refusal);
  if (!faults) return refuse(at, refusal);
  const loaded = await loadForm(at, form);
  if (!loaded.ok) return refuse(at, loaded.refusal);
  return showForm(at, form, { fields, faults, extra: loaded.start.extra }, refusalStatus[refusal.refused]);
}

/** INVARIANT: a redirect never leaves this site. */
const ownPath = (to: string): string => (/^\/(?![/\\])/.test(to) ? to : '/');

async function goOn(at: At, done: Done): Promise<Response> {
  const { c, site, visit } = at;
  if ('show' in done) return show(at, titleOf(at), done.show(viewOf(c, site, visit.visitor)));
  if (done.notice) setCookie(c, 'notice', say(done.notice, visit.visitor.locale), { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 60 });
  return c.redirect(ownPath(done.to), 303);
}

const readForm = ({ c, operation }: At): Promise<Fields> => {
  const members = inputSchema(operation.input).properties ?? {};
  return formFields(c.req.raw, bodyLimitOf(operation), (name) => isDocument(members[name] ?? {}));
};

async function postForm(sent: At, form: AnyForm): Promise<Response> {
  const { proof, work } = apart(await readForm(sent));
  const fields = withPath(work, pathFields(sent.c));
  const at = proof.length === 0 ? sent : await confirmed(sent, proof, work);
  if (at instanceof Response) return at;
  const input = inputFrom(at, fields);
  const answer = await run(at, input);
  if (!answer.ok) return showAgain(at, form, fields, answer.refusal);
  carrySession(at.c, at.site, answer.session);
  return goOn(at, form.done(answer.output, at.operation.input.parse(input)));
}

const generatedPath = (operation: Operation): string => `/operations/${operation.name}`;

/** The page of an operation that brings none: its input as a form, its output as data. */
async function showGenerated(at: At, fields: Fields, method: 'get' | 'post'): Promise<Response> {
  const asked = fields.length > 0 || Object.keys(inputSchema(at.operation.input).properties ?? {}).length === 0;
  const answer = asked ? await run(at, inputFrom(at, fields)) : await loadForm(at, { load: async () => ({}) } as unknown as AnyForm).then((loaded) => (loaded.ok ? null : loaded));
  if (answer && !answer.ok && !mendable(answer.refusal)) return refuse(at, answer.refusal);
  const faults = answer && !answer.ok ? (mendable(answer.refusal) ?? []) : [];
  const view = formViewOf(at.c, at.site, at.visit.visitor, { fields, faults, extra: undefined });
  const { locale } = at.visit.visitor;
  const body = (
    <>
      <GeneratedForm title={titleOf(at)} schema={inputSchema(at.operation.input)} view={{ ...view, action: generatedPath(at.operation) }} method={method} button={words(locale).show} forPrograms={referenceOf(at.operation)} />
      {answer?.ok && <Section title={words(locale).answer}><DataView value={answer.output} name="answer" locale={locale} schema={outputSchema(at.operation.output)} /></Section>}
    </>
  );
  return show(at, titleOf(at), body, faults.length > 0 ? 422 : 200);
}

type Handler = (at: At) => Promise<Response>;
type Handlers = { readonly path: string; readonly get: Handler; readonly post?: Handler };

function handlersOf(operation: Operation): Handlers {
  const { web, effect, command } = operation;
  if (web?.kind === 'page') return { path: web.path, get: (at) => getPage(at, web) };
  if (web?.kind === 'download') return { path: web.path, get: (at) => getDownload(at, web) };
  if (web?.kind === 'form') return { path: web.path, get: (at) => getForm(at, web), post: (at) => postForm(at, web) };
  const path = generatedPath(operation);
  if (command) return { path, get: (at) => showGenerated(at, [], 'post'), post: async (at) => showGenerated(at, await readForm(at), 'post') };
  if (effect.kind !== 'change') return { path, get: (at) => showGenerated(at, queryFields(at.c), 'get') };
  const form: AnyForm = { kind: 'form', path: `/operations/${operation.name}`, done: () => ({ to: path, notice: (locale) => words(locale).done }) };
  return { path, get: (at) => getForm(at, form), post: (at) => postForm(at, form) };
}

const honoPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');
/** Fixed paths before those with a parameter, so that `/systems/new` is not a system called new. */
const byParameters = (a: Handlers, b: Handlers): number => a.path.split('{').length - b.path.split('{').length;

export function webRoutes(app: Hono, site: Site): void {
  const entries = site.operations.map((operation) => ({ operation, handlers: handlersOf(operation) })).toSorted((a, b) => byParameters(a.handlers, b.handlers));
  for (const { operation, handlers } of entries) {
    const serve = (handler: Handler) => async (c: Context): Promise<Response> => {
      const visit = await visitOf(c, site);
      const response = await handler({ c, site, operation, visit });
      if (site.tellsQueries) response.headers.set('server-timing', queriesSaid(visit.count));
      return response;
    };
    app.get(honoPath(handlers.path), serve(handlers.get));
    if (handlers.post) app.post(honoPath(handlers.path), serve(handlers.post));
  }
  if (!entries.some(({ handlers }) => handlers.path === '/')) app.get('/', (c) => c.redirect(site.paths.start, 303));
}
