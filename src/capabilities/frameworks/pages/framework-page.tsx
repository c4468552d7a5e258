/** One framework for one thing, the organisation as a whole among them. */
import { showDay } from '../../../platform/dates.ts';
import type { PageView } from '../../../platform/screen.ts';
import { Breadcrumb } from '../../../ui/breadcrumb/component.tsx';
import { ButtonLink } from '../../../ui/button/component.tsx';
import { DefinitionList } from '../../../ui/definition-list/component.tsx';
import { Disclosure } from '../../../ui/disclosure/component.tsx';
import { EmptyState } from '../../../ui/empty-state/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Link, NamedLink } from '../../../ui/link/component.tsx';
import { PlainList } from '../../../ui/plain-list/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { groundOf } from '../../library/public.ts';
import type { ShownFramework } from '../shown-framework.ts';
import { answerPath, pathOf } from '../subject.ts';
import { words } from '../words.ts';
import { HoldsBack, levelText, OwnTable, PointByPoint, Standing } from './standing-parts.tsx';

type View = PageView<unknown, ShownFramework>;
type Props = { readonly view: View };

const Asked = ({ view }: Props) => {
  const text = words(view.locale);
  const { asks, framework, of } = view.output;
  const mayAnswer = view.may('framework:change');
  if (asks.length === 0) return null;
  const open = asks.reduce((sum, one) => sum + one.open, 0);
  const rows = asks.map(({ group, name, open: left, all }) => ({ cells: [name, text.askGroup(left, all), mayAnswer ? <Link href={answerPath(framework, of.about, of.id, group)}>{left > 0 ? text.answerGroup : text.lookGroup}<span class="regie-hidden"> ({name})</span></Link> : ''] }));
  return (
    <Section title={text.asked} lead={open > 0 ? text.askedLead : text.askedNone}>
      <Table caption={text.asked} captionHidden columns={[{ text: text.point }, { text: text.partColumns.open }, { text: text.answerGroup, hiddenText: true }]} rows={rows} />
    </Section>
  );
};

const Parts = ({ view }: Props) => {
  const text = words(view.locale);
  const { about, parts, partCount, scale, framework, of } = view.output;
  if (of.about !== 'organisation' || about === 'organisation') return null;
  if (partCount === 0) return <EmptyState title={text.noParts} actions={<ButtonLink kind="primary" href="/systems">{text.toSystems}</ButtonLink>}><p>{text.noPartsText}</p></EmptyState>;
  const { name, level, standing, open } = text.partColumns;
  const rows = parts.map((part) => ({ cells: [<NamedLink href={pathOf(framework, part.about, part.id)} text={part.name} />, ...(scale === 'levels' ? [levelText(view.locale, part.level)] : []), text.partStanding(part.counts.met, part.counts.unmet, part.counts.unknown), String(part.counts.open)] }));
  const columns = [{ text: name }, ...(scale === 'levels' ? [{ text: level, numeric: true }] : []), { text: standing }, { text: open, numeric: true }];
  return <Section title={text.parts[about]} lead={text.partsLead(parts.length, partCount)}><Table caption={text.parts[about]} captionHidden columns={columns} rows={rows} /></Section>;
};

const Own = ({ view }: Props) => {
  const text = words(view.locale);
  const { own, framework, of } = view.output;
  const mayChange = view.may('framework:change');
  if (own === undefined && (!mayChange || of.about !== 'organisation')) return null;
  return (
    <Section title={text.ownDemands} lead={own === undefined ? text.ownNone : text.ownLead}>
      {own && <OwnTable group={own} framework={framework} locale={view.locale} mayChange={mayChange} />}
      {mayChange && <p><ButtonLink href={`/frameworks/${framework}/add`}>{text.own.add}</ButtonLink></p>}
    </Section>
  );
};

const About = ({ view: { output, locale, knowledge } }: Props) => {
  const text = words(locale);
  const ground = groundOf(knowledge, locale, output.ground);
  const items = [
    { term: text.edition, value: output.edition },
    { term: text.status, value: text.statuses[output.status as keyof typeof text.statuses] ?? output.status },
    { term: text.confidence, value: text.confidences[output.confidence as keyof typeof text.confidences] ?? output.confidence },
    { term: text.verified, value: showDay(output.lastVerified, locale) },
    { term: text.legalGround, value: <NamedLink href={ground.href} text={ground.name} /> },
    { term: text.sources, value: <PlainList items={output.sources.map(({ title, url }) => <NamedLink href={url} text={title} />)} /> },
  ];
  return <Disclosure summary={text.aboutFramework}>{output.note && <p>{output.note}</p>}<DefinitionList items={items} /></Disclosure>;
};

const actionsOf = ({ output, locale }: View) => {
  const text = words(locale);
  if (output.of.about !== 'organisation') return <ButtonLink href={`/frameworks/${output.framework}`}>{text.whole}</ButtonLink>;
  if (output.newer) return <ButtonLink href={`/frameworks/${output.newer.id}/changes`}>{text.newerLink(output.newer.name)}</ButtonLink>;
  return output.older ? <ButtonLink href={`/frameworks/${output.framework}/changes`}>{text.changesLink}</ButtonLink> : undefined;
};

export const FrameworkPage = ({ view }: Props) => {
  const { output, locale } = view;
  const text = words(locale);
  const isWhole = output.of.about === 'organisation';
  const trail = [{ href: '/frameworks', text: text.title }, ...(isWhole ? [] : [{ href: `/frameworks/${output.framework}`, text: output.name }])];
  return (
    <>
      <Breadcrumb label={text.title} items={trail} current={isWhole ? output.name : output.of.name} />
      <HeadingGroup kicker={text.kinds[output.nature]} title={output.name} lead={<><p>{output.what}</p><p>{text.ofSubject[output.of.about](output.of.name)}.</p></>} actions={actionsOf(view)} />
      <Standing output={output} locale={locale} />
      <HoldsBack output={output} locale={locale} />
      <Asked view={view} />
      <Parts view={view} />
      <PointByPoint output={output} locale={locale} />
      <Own view={view} />
      <About view={view} />
    </>
  );
};
