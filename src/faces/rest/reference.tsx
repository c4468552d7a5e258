/** The REST routes as pages to read, without script: a list to search, and a page for each operation. */
import type { Context } from 'hono';
import { Breadcrumb } from '../../ui/breadcrumb/component.tsx';
import { ButtonLink } from '../../ui/button/component.tsx';
import { CodeBlock } from '../../ui/code-block/component.tsx';
import { DefinitionList } from '../../ui/definition-list/component.tsx';
import { Disclosure } from '../../ui/disclosure/component.tsx';
import { EmptyState } from '../../ui/empty-state/component.tsx';
import { HeadingGroup } from '../../ui/heading-group/component.tsx';
import { Link } from '../../ui/link/component.tsx';
import { Notice } from '../../ui/notice/component.tsx';
import { SearchBar } from '../../ui/search-bar/component.tsx';
import { Section, Stack } from '../../ui/section/component.tsx';
import { Table } from '../../ui/table/component.tsx';
import type { Operation } from '../../platform/operation.ts';
import type { Visitor } from '../../platform/perform.ts';
import type { Rendered } from '../../platform/screen.ts';
import { type Locale, say } from '../../platform/words.ts';
import { inputSchema, outputSchema } from '../fields/json-schema.ts';
import type { Site } from '../site.ts';
import { showPage } from '../web/shell.tsx';
import { refusalsOf } from './answers.ts';
import { type DescribedField, exampleOf, fieldsIn } from './described-fields.ts';
import { referenceTexts } from './reference-texts.ts';
import { hasBody, pathNames, referenceOf, restPrefix } from './route.ts';

type Place = 'path' | 'query' | 'body';

const routeOf = ({ rest }: Operation): string => `${rest.method} ${restPrefix}${rest.path}`;
/** `/systems/{id}/layers` and `/systems` are about one thing. */
const subjectOf = ({ rest }: Operation): string => `${restPrefix}/${rest.path.split('/')[1] ?? ''}`;

const isFound = (q: string, locale: Locale) => (operation: Operation): boolean =>
  `${routeOf(operation)} ${operation.name} ${say(operation.title, locale)}`.toLowerCase().includes(q.trim().toLowerCase());

const RouteTable = ({ operations, locale }: { readonly operations: readonly Operation[]; readonly locale: Locale }) => {
  const text = referenceTexts[locale];
  return (
    <Table
      caption={text.operations} captionHidden columns={[text.route, text.what, text.right].map((column) => ({ text: column }))}
      rows={operations.map((operation) => ({ cells: [<Link href={referenceOf(operation)}><code>{routeOf(operation)}</code></Link>, say(operation.title, locale), <code>{operation.permission}</code>] }))}
    />
  );
};

/** Folded by what they are about; open where somebody searched. */
const Routes = ({ operations, locale, q }: { readonly operations: readonly Operation[]; readonly locale: Locale; readonly q: string }) => {
  const text = referenceTexts[locale];
  const found = operations.filter(isFound(q, locale)).toSorted((a, b) => (a.rest.path < b.rest.path ? -1 : 1));
  if (found.length === 0) return <EmptyState title={text.none}><p>{text.noneText}</p></EmptyState>;
  if (q !== '') return <RouteTable operations={found} locale={locale} />;
  return <>{[...Map.groupBy(found, subjectOf)].map(([subject, own]) => <Disclosure summary={<><code>{subject}</code> ({own.length})</>}><RouteTable operations={own} locale={locale} /></Disclosure>)}</>;
};

const Begin = ({ origin, locale }: { readonly origin: string; readonly locale: Locale }) => {
  const { begin, steps, machine } = referenceTexts[locale];
  return (
    <Section title={begin}>
      <p>{steps.token} <Link href="/account/tokens/new">{steps.toTokens}</Link></p>
      <p>{steps.send}</p>
      <CodeBlock code={`curl ${origin}${restPrefix}/systems \\\n  -H 'Authorization: Bearer regie_…'`} />
      <p>{steps.errors}</p>
      <p>{steps.once}</p>
      <p>{steps.language}</p>
      <p><Link href={`${restPrefix}/openapi.json`}>{machine}</Link></p>
    </Section>
  );
};

function Index({ site, locale, origin, q }: { readonly site: Site; readonly locale: Locale; readonly origin: string; readonly q: string }) {
  const text = referenceTexts[locale];
  return (
    <>
      <HeadingGroup title={text.title} lead={text.lead} />
      {q === '' && <Begin origin={origin} locale={locale} />}
      <Section title={text.operations}>
        <SearchBar id="search" action={restPrefix} label={text.find} submit={text.search} value={q} />
        <Routes operations={site.operations} locale={locale} q={q} />
      </Section>
    </>
  );
}

const placeOf = (operation: Operation, { name }: DescribedField): Place => {
  const [first = ''] = name.split(/[.[]/);
  return pathNames(operation.rest.path).includes(first) ? 'path' : hasBody(operation) ? 'body' : 'query';
};

const meaningOf = ({ schema: { label, hint, description } }: DescribedField, locale: Locale): string => [label?.[locale], hint?.[locale], description].filter((text) => text !== undefined).join('. ').replaceAll(/([.?!])\./g, '$1');

function Input({ operation, locale }: { readonly operation: Operation; readonly locale: Locale }) {
  const text = referenceTexts[locale];
  const fields = fieldsIn(inputSchema(operation.input));
  const isExplained = fields.some((field) => meaningOf(field, locale) !== '');
  return (
    <Section title={text.input}>
      {fields.length === 0 ? <p>{text.noInput}</p> : (
        <Table
          caption={text.input} captionHidden columns={[text.name, text.type, text.required, text.where, ...(isExplained ? [text.meaning] : [])].map((column) => ({ text: column }))}
          rows={fields.map((field) => ({ cells: [<code>{field.name}</code>, <code>{field.type}</code>, field.isRequired || placeOf(operation, field) === 'path' ? text.yes : text.no, text.places[placeOf(operation, field)], ...(isExplained ? [meaningOf(field, locale)] : [])] }))}
        />
      )}
    </Section>
  );
}

function Output({ operation, locale }: { readonly operation: Operation; readonly locale: Locale }) {
  const text = referenceTexts[locale];
  const schema = outputSchema(operation.output);
  const fields = fieldsIn(schema);
  const isExplained = fields.some((field) => meaningOf(field, locale) !== '');
  return (
    <Section title={text.output}>
      {fields.length === 0 ? <p>{schema.description ?? text.noOutput}</p> : (
        <Table
          caption={text.output} captionHidden columns={[text.name, text.type, ...(isExplained ? [text.meaning] : [])].map((column) => ({ text: column }))}
          rows={fields.map((field) => ({ cells: [<code>{field.name}</code>, <code>{field.type}</code>, ...(isExplained ? [meaningOf(field, locale)] : [])] }))}
        />
      )}
    </Section>
  );
}

/** What somebody pastes into a terminal. INVARIANT: nothing in it comes from data. */
export function curlOf(operation: Operation, origin: string): string {
  const example = exampleOf(inputSchema(operation.input)) as Readonly<Record<string, unknown>>;
  const inPath = new Set(pathNames(operation.rest.path));
  const path = operation.rest.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(example[name] ?? name)));
  const rest = Object.entries(example).filter(([name]) => !inPath.has(name));
  const query = hasBody(operation) || rest.length === 0 ? '' : `?${new URLSearchParams(rest.flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)])))}`;
  const body = hasBody(operation) ? [`-H 'Content-Type: application/json'`, `-d '${JSON.stringify(Object.fromEntries(rest), null, 2).replaceAll("'", "'\\''")}'`] : [];
  const token = operation.permission === 'anyone' ? [] : [`-H 'Authorization: Bearer regie_…'`];
  return [`curl ${operation.rest.method === 'GET' ? '' : `-X ${operation.rest.method} `}'${origin}${restPrefix}${path}${query}'`, ...token, ...body].join(' \\\n  ');
}

const Errors = ({ operation, locale }: { readonly operation: Operation; readonly locale: Locale }) => {
  const text = referenceTexts[locale];
  return (
    <Section title={text.errors}>
      <Table caption={text.errors} captionHidden columns={[{ text: text.status }, { text: text.when }]} rows={refusalsOf(operation).map((status) => ({ cells: [<code>{status}</code>, text.statuses[status]] }))} />
    </Section>
  );
};

function rightOf({ permission, stepUp }: Operation, locale: Locale): Rendered {
  const { rights, stepUp: asks } = referenceTexts[locale];
  const right = permission in rights ? <>{rights[permission as keyof typeof rights]}</> : <code>{permission}</code>;
  return stepUp ? <>{right}<br />{asks}</> : right;
}

/** Only a page that an address without parameters leads to. */
const ScreenLink = ({ operation: { web }, locale }: { readonly operation: Operation; readonly locale: Locale }) =>
  web === undefined || web.kind === 'download' || web.path.includes('{') ? null : <ButtonLink href={web.path}>{referenceTexts[locale].page}</ButtonLink>;

function OperationPage({ operation, locale, origin }: { readonly operation: Operation; readonly locale: Locale; readonly origin: string }) {
  const text = referenceTexts[locale];
  return (
    <>
      <Stack>
        <Breadcrumb label={text.title} items={[{ href: restPrefix, text: text.title }]} current={operation.name} />
        <HeadingGroup kicker={operation.name} title={say(operation.title, locale)} lead={<code>{routeOf(operation)}</code>} actions={<ScreenLink operation={operation} locale={locale} />} />
      </Stack>
      <DefinitionList items={[{ term: text.effect, value: text.effects[operation.effect.kind] }, { term: text.right, value: rightOf(operation, locale) }]} />
      <Section title={text.example} lead={text.exampleLead}><CodeBlock code={curlOf(operation, origin)} copy={{ text: text.copy, doneText: text.copied }} /></Section>
      <Input operation={operation} locale={locale} />
      <Output operation={operation} locale={locale} />
      <Errors operation={operation} locale={locale} />
    </>
  );
}

/** @param origin where this server is reached, without a path. */
export function showReference(c: Context, site: Site, visitor: Visitor, origin: string): Promise<Response> {
  const { locale } = visitor;
  const text = referenceTexts[locale];
  const asked = c.req.query('operation');
  const operation = site.operations.find(({ name }) => name === asked);
  if (operation) return showPage(c, site, visitor, { title: say(operation.title, locale), body: <OperationPage operation={operation} locale={locale} origin={origin} /> });
  const index = <Index site={site} locale={locale} origin={origin} q={(c.req.query('q') ?? '').slice(0, 200)} />;
  if (asked === undefined) return showPage(c, site, visitor, { title: text.title, body: index });
  return showPage(c, site, visitor, { title: text.title, body: <><Notice kind="warning" title={text.unknown} />{index}</>, status: 404 });
}
