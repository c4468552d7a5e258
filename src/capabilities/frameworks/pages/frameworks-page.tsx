/** Which frameworks there are: a table of laws, a table of frameworks, each with where we stand in plain words. */
import type { PageView } from '../../../platform/screen.ts';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Link } from '../../../ui/link/component.tsx';
import { PlainList } from '../../../ui/plain-list/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import type { Listed } from '../listed-frameworks.ts';
import { words } from '../words.ts';

type View = PageView<object, { readonly frameworks: readonly Listed[] }>;
type Props = { readonly view: View };

const Name = ({ view: { locale }, one }: Props & { readonly one: Listed }) => {
  const text = words(locale);
  const isNow = one.newer && !['adopted', 'proposal'].includes(one.newer.status);
  return (
    <>
      <Link href={`/frameworks/${one.id}`}>{one.name}</Link>
      <p class="regie-quiet">{one.what}</p>
      {one.newer && <p><Link href={`/frameworks/${one.newer.id}/changes`}>{isNow ? text.newerEdition : text.newerEditionNotYet}</Link></p>}
    </>
  );
};

const Standing = ({ view: { locale }, one }: Props & { readonly one: Listed }) => {
  const text = words(locale);
  const shares = [['good', one.inOrder, text.inOrder], ['bad', one.lacking, text.lacking], ['unknown', one.unknown, text.unknownYet]] as const;
  const counted = shares.filter(([, count]) => count > 0);
  return counted.length === 0 ? '–' : <PlainList items={counted.map(([tone, count, word]) => <Tag tone={tone}>{count} {word}</Tag>)} />;
};

const Frameworks = ({ view, caption, of }: Props & { readonly caption: string; readonly of: readonly Listed[] }) => {
  const { columns, about, asks, nothingAsked } = words(view.locale);
  const rows = of.map((one) => ({ cells: [<Name view={view} one={one} />, about[one.about], <Standing view={view} one={one} />, one.asks === 0 ? nothingAsked : asks[one.about](one.asks)] }));
  return <Table caption={caption} captionHidden columns={[{ text: columns.name }, { text: columns.about }, { text: columns.standing }, { text: columns.asks }]} rows={rows} />;
};

export const FrameworksPage = ({ view }: Props) => {
  const text = words(view.locale);
  const ofNature = (nature: Listed['nature']): readonly Listed[] => view.output.frameworks.filter((one) => one.nature === nature).toSorted((a, b) => a.name.localeCompare(b.name, view.locale));
  return (
    <>
      <HeadingGroup title={text.title} lead={<><p>{text.lead}</p><p>{text.once}</p></>} />
      <Section title={text.laws} lead={text.lawsLead}><Frameworks view={view} caption={text.laws} of={ofNature('law')} /></Section>
      <Section title={text.frames} lead={text.framesLead}><Frameworks view={view} caption={text.frames} of={ofNature('framework')} /><PlainList items={[<Link href="/layer-mapping">{text.layers}</Link>, <Link href="/library-editions">{text.editions.title}</Link>]} /></Section>
    </>
  );
};
