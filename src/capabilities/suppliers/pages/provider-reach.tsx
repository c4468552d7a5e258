import { NamedLink } from '../../../ui/link/component.tsx';
import { Notice } from '../../../ui/notice/component.tsx';
import { PlainList } from '../../../ui/plain-list/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import { readingWord } from '../../sovereignty/public.ts';
import type { ReachRow, ShownProvider } from '../answers.ts';
import { words } from '../words.ts';
import { countryName, instrumentName, listText, type Reader } from './naming.ts';

type Props = { readonly reader: Reader; readonly shown: ShownProvider };
type RowProps = { readonly reader: Reader; readonly row: ReachRow };

const why = (reader: Reader, { why: ground, through }: ReachRow): string => {
  const text = words(reader.locale).provider.reach;
  if (ground === 'incorporated') return text.incorporated;
  return text[ground](listText(reader, through.map(({ name }) => name)), through.length);
};

const Counts = ({ reader, counts, row }: RowProps & { readonly counts: boolean }) => {
  const text = words(reader.locale).provider.reach;
  if (!counts) return <span class="regie-quiet">{text.countsNot}</span>;
  return <Tag tone={row.instruments.length > 0 ? 'caution' : 'neutral'}>{text.counts}</Tag>;
};

const Laws = ({ reader, row }: RowProps) => {
  const text = words(reader.locale).provider.reach;
  if (row.instruments.length > 0) return <PlainList items={row.instruments.map((id) => instrumentName(reader, id))} />;
  return <span class="regie-quiet">{row.foreign ? text.none : row.own ? text.own : text.eea}</span>;
};

/** What reaches those that work for the provider reaches the systems too, though not the provider. */
const ThroughSubprocessors = ({ reader, shown: { subprocessorReach } }: Props) => {
  const text = words(reader.locale).provider.reach;
  if (subprocessorReach.length === 0) return null;
  const items = subprocessorReach.map(({ id, name, countries }) => <><NamedLink href={`/providers/${id}`} text={name} /> ({listText(reader, countries.map((country) => countryName(reader, country)))})</>);
  return <Notice kind="info" title={text.subprocessors}><p>{text.subprocessorsHint}</p><PlainList items={items} /></Notice>;
};

/** Each country that reaches the provider and why, both readings side by side. */
export const ProviderReach = ({ reader, shown }: Props) => {
  const text = words(reader.locale).provider.reach;
  return (
    <Section title={text.title} lead={text.lead}>
      <Table
        caption={text.title} captionHidden
        columns={[{ text: text.country }, { text: text.why }, { text: readingWord(reader.locale, 'wide') }, { text: readingWord(reader.locale, 'narrow') }, { text: text.laws }]}
        rows={shown.reach.map((row) => ({ cells: [countryName(reader, row.country), why(reader, row), <Counts reader={reader} row={row} counts />, <Counts reader={reader} row={row} counts={row.narrow} />, <Laws reader={reader} row={row} />] }))}
      />
      <ThroughSubprocessors reader={reader} shown={shown} />
    </Section>
  );
};
