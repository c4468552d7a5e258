/** Two tables: the nine technical blocks of the European Commission, the five dimensions of DICTU. */
import type { PageView } from '../../../platform/screen.ts';
import { Breadcrumb } from '../../../ui/breadcrumb/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { PlainList } from '../../../ui/plain-list/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import type { LayerMapping } from '../shown-mapping.ts';
import { words } from '../words.ts';

type Props = { readonly view: PageView<unknown, LayerMapping> };

const Scheme = ({ view, scheme }: Props & { readonly scheme: 'ec' | 'dictu' }) => {
  const { mapping } = words(view.locale);
  const names = new Map(view.output.layers.map(({ layer, name }) => [layer, name]));
  const rows = view.output.blocks.filter((one) => one.scheme === scheme).map(({ name, layers, covers, how }) => ({
    cells: [name, <PlainList items={layers.length > 6 ? [mapping.layers(layers[0] ?? 1, layers.at(-1) ?? 7)] : layers.map((layer) => mapping.layer(layer, names.get(layer) ?? ''))} />, <Tag tone={covers === 'whole' ? 'good' : 'caution'}>{mapping.covers[covers]}</Tag>, how],
  }));
  return <Section title={mapping.schemes[scheme]}><Table caption={mapping.schemes[scheme]} captionHidden columns={[{ text: mapping.block }, { text: mapping.ours }, { text: mapping.match }, { text: mapping.how, prose: true }]} rows={rows} /></Section>;
};

export const LayerMappingPage = ({ view }: Props) => {
  const text = words(view.locale);
  return (
    <>
      <Breadcrumb label={text.title} items={[{ href: '/frameworks', text: text.title }]} current={text.layers} />
      <HeadingGroup title={text.layers} lead={text.mapping.lead} />
      <Scheme view={view} scheme="ec" />
      <Scheme view={view} scheme="dictu" />
    </>
  );
};
