/** One entry of the library: what it says and why, with source, date and confidence always in sight. */
import type { Child } from 'hono/jsx';
import { showDay } from '../../../platform/dates.ts';
import type { PageView } from '../../../platform/screen.ts';
import { Breadcrumb } from '../../../ui/breadcrumb/component.tsx';
import { DefinitionList } from '../../../ui/definition-list/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { NamedLink } from '../../../ui/link/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { groundOf, nameOf, textsOf, wordOf } from '../public.ts';
import type { ShownEntry, ShownKind, Source } from '../shown-entry.ts';
import { words } from '../words.ts';

type View = PageView<{ readonly kind: ShownKind; readonly id: string }, ShownEntry>;
type Props = { readonly view: View };

const parts = ['what', 'why', 'question', 'requirement', 'breaks', 'note'] as const;

const SourceText = ({ source }: { readonly source: Source }) => <><NamedLink {...(source.url === undefined ? {} : { href: source.url })} text={source.title} />{source.article && ` (${source.article})`}</>;

const Standing = ({ view }: Props) => {
  const text = words(view.locale);
  const { layer, status, confidence, lastVerified } = view.output;
  return (
    <DefinitionList items={[
      ...(layer === undefined ? [] : [{ term: text.layer, value: String(layer) }]),
      { term: text.status, value: text.statuses[status as keyof typeof text.statuses] ?? status },
      { term: text.confidence, value: text.confidences[confidence as keyof typeof text.confidences] ?? confidence },
      { term: text.verified, value: showDay(lastVerified, view.locale) },
    ]} />
  );
};

const ListSection = ({ title, items }: { readonly title: string; readonly items: readonly Child[] }) =>
  items.length === 0 ? null : <Section title={title}><ul>{items.map((item) => <li>{item}</li>)}</ul></Section>;

export const EntryPage = ({ view }: Props) => {
  const text = words(view.locale);
  const { kind, id } = view.input;
  const { law = [], dates = [], readings = [], articles = [], sources = [] } = view.output;
  const said = (name: string): string | undefined => wordOf(view.knowledge, view.locale, kind, id, name);
  const told = (group: string) => textsOf(view.knowledge, view.locale, kind, id, group);
  return (
    <>
      <Breadcrumb label={text.title} items={[{ href: '/library', text: text.title }]} current={nameOf(view.knowledge, view.locale, kind, id)} />
      <HeadingGroup kicker={text.kinds[kind]} title={nameOf(view.knowledge, view.locale, kind, id)} />
      <Standing view={view} />
      {parts.map((part) => said(part) !== undefined && <Section title={text.part[part]}><p>{said(part)}</p></Section>)}
      {(kind === 'measures' || kind === 'clauses') && <p><NamedLink href={`/why/${kind}/${id}`} text={text.thinking} /></p>}
      <ListSection title={text.grounds} items={law.map(({ law: ground, article }) => {
        const { name, href } = groundOf(view.knowledge, view.locale, ground);
        return <><NamedLink {...(href === undefined ? {} : { href })} text={name} />{article && `, ${text.article(article)}`}</>;
      })} />
      <ListSection title={text.dates} items={dates.map((one) => <><strong>{showDay(one.date, view.locale)}</strong>{one.article && ` (${text.article(one.article)})`}: {told('dates')[one.id]}</>)} />
      <ListSection title={text.readings} items={readings.map((one) => <>{told('readings')[one.id]}{one.dissent && ` (${text.dissent})`} {one.sources?.map((source) => <span class="regie-quiet"><SourceText source={source} /> </span>)}</>)} />
      <ListSection title={text.articles} items={articles.map((one) => <><strong>{one.id}</strong> {told('articles')[one.id]}</>)} />
      <ListSection title={text.sources} items={sources.map((source) => <SourceText source={source} />)} />
      <p class="regie-quiet">{text.notAdvice}</p>
    </>
  );
};
