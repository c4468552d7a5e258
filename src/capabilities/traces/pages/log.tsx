import type { z } from 'zod';
import { heartbeatOperation } from '../../../platform/audit/list-events.ts';
import { showMoment } from '../../../platform/dates.ts';
import type { PageView } from '../../../platform/screen.ts';
import { Button, ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { DefinitionList } from '../../../ui/definition-list/component.tsx';
import { Disclosure } from '../../../ui/disclosure/component.tsx';
import { EmptyState } from '../../../ui/empty-state/component.tsx';
import { FieldRow, Form } from '../../../ui/form/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Link } from '../../../ui/link/component.tsx';
import { Notice } from '../../../ui/notice/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Select } from '../../../ui/select/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { TextInput } from '../../../ui/text-input/component.tsx';
import type { listInput, listOutput } from '../listed.ts';
import { words } from '../words.ts';
import { ObjectOf, Outcome, titleOf, When, Who } from './cells.tsx';

type View = PageView<z.output<typeof listInput>, z.output<typeof listOutput>>;

function Filter({ locale, input, traced }: View) {
  const text = words(locale).list;
  const titles = [...traced()].map(([value, title]) => ({ value, text: title })).toSorted((a, b) => a.text.localeCompare(b.text, locale));
  return (
    <Form action="/audit" method="get" label={text.search}>
      <FieldRow>
        <Select id="operation" name="operation" label={text.operation} value={input.operation ?? ''} options={[{ value: '', text: text.every }, ...titles, { value: heartbeatOperation, text: words(locale).heartbeat }]} />
        <TextInput id="object" name="object" label={text.object} hint={text.objectHint} value={input.object} />
      </FieldRow>
      <FieldRow>
        <TextInput id="from" name="from" type="date" label={text.from} value={input.from} />
        <TextInput id="until" name="until" type="date" label={text.until} value={input.until} />
      </FieldRow>
      <ButtonRow>
        <Button kind="secondary">{text.search}</Button>
        {Object.values(input).some((value) => value !== undefined) && <ButtonLink kind="link" href="/audit">{text.reset}</ButtonLink>}
      </ButtonRow>
    </Form>
  );
}

function Seal({ locale, output: { seal } }: View) {
  const text = words(locale).seal;
  const items = [
    { term: text.entries, value: String(seal.entries) },
    { term: text.signed, value: seal.signedAt === null ? text.never : text.signedAt(showMoment(new Date(seal.signedAt), locale), seal.signed) },
    { term: text.witnesses, value: text.seen(seal.seen, seal.witnesses) },
  ];
  return (
    <Section title={text.title}>
      {seal.isLate && <Notice kind="warning" title={text.lateTitle}><p>{text.late}</p></Notice>}
      <DefinitionList items={items} />
      {seal.seen === 0 && <p>{text.without}</p>}
      {seal.signedAt !== null && <ButtonRow><ButtonLink href="/audit/check">{words(locale).verified.run}</ButtonLink><ButtonLink href={`/audit/logs/${seal.log}`}>{words(locale).list.download(seal.log)}</ButtonLink></ButtonRow>}
    </Section>
  );
}

function Entries(view: View) {
  const { locale, output } = view;
  const { columns, list } = words(locale);
  const titles = view.traced();
  const rows = output.entries.map((event) => ({
    cells: [
      <Link href={`/audit/${event.id}`}><When at={event.at} locale={locale} /></Link>, titleOf(event, titles, locale), <ObjectOf event={event} nounOf={view.nounOf} />, <Who event={event} locale={locale} />, <Outcome outcome={event.outcome} locale={locale} />,
    ],
  }));
  if (rows.length === 0) return <EmptyState title={list.none}><p>{list.noneText}</p></EmptyState>;
  return <Table caption={list.title} captionHidden columns={[columns.when, columns.what, columns.object, columns.who, columns.outcome].map((text) => ({ text }))} rows={rows} />;
}

const olderHref = ({ url }: View, older: string): string => {
  const query = new URLSearchParams(url.search);
  query.set('before', older);
  return `/audit?${query}`;
};

export function LogPage(view: View) {
  const { locale, output } = view;
  const text = words(locale).list;
  return (
    <>
      <HeadingGroup title={text.title} lead={text.lead} />
      <Disclosure summary={text.reachTitle}><p>{text.reach}</p></Disclosure>
      <Filter {...view} />
      <Entries {...view} />
      {output.older !== null && <p><Link href={olderHref(view, output.older)}>{text.older}</Link></p>}
      <Seal {...view} />
    </>
  );
}
