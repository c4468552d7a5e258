import type { PageView } from '../../../platform/screen.ts';
import { dimensions } from '../../../core/landscape/document.ts';
import { ButtonLink } from '../../../ui/button/component.tsx';
import { EmptyState } from '../../../ui/empty-state/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { UserText } from '../../../ui/link/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { nameOf } from '../../library/public.ts';
import type { ShownOrganisation } from '../answers.ts';
import { words } from '../words.ts';
import { countryName, layerTitle } from './naming.ts';
import { SaidLayers } from './said-layers.tsx';

type View = PageView<object, ShownOrganisation>;
type Props = { readonly view: View };

const Ambition = ({ view }: Props) => {
  const text = words(view.locale).organisation.ambition;
  const { ambition } = view.output;
  const isSet = ambition.some((row) => dimensions.some((dimension) => row[dimension] !== null));
  const set = view.may('ambition:change') && <ButtonLink kind="primary" href="/organisation/edit">{text.set}</ButtonLink>;
  if (!isSet) return <EmptyState title={text.title} actions={set}><p>{text.none}</p></EmptyState>;
  const cell = (share: number | null) => (share === null ? <span class="regie-quiet">{text.notSet}</span> : String(Math.round(share * 100)));
  return (
    <Section title={text.title} lead={text.lead}>
      <Table
        caption={text.title} captionHidden narrow="scroll"
        columns={[{ text: text.layer }, ...dimensions.map((dimension) => ({ text: nameOf(view.knowledge, view.locale, 'dimensions', dimension), numeric: true }))]}
        rows={ambition.map((row) => ({ cells: [layerTitle(view, row.layer), ...dimensions.map((dimension) => cell(row[dimension]))] }))}
      />
    </Section>
  );
};

const Begin = ({ view }: Props) => {
  const { organisation: text, add } = words(view.locale);
  const begin = view.may('ambition:change') && <ButtonLink kind="primary" href="/organisation/edit">{text.begin}</ButtonLink>;
  const read = view.may('landscape:change') && <ButtonLink href="/landscape/import">{add.import}</ButtonLink>;
  return <EmptyState title={text.empty} actions={<>{begin}{read}</>}><p>{text.emptyHint}</p></EmptyState>;
};

export const OrganisationPage = ({ view }: Props) => {
  const text = words(view.locale).organisation;
  const { name, country, begun, layers } = view.output;
  const heading = <UserText text={name} />;
  if (!begun) return <><HeadingGroup kicker={text.kicker} title={heading} /><Begin view={view} /></>;
  return (
    <>
      <HeadingGroup kicker={text.kicker} title={heading} lead={text.lead(countryName(view, country))} actions={view.may('ambition:change') && <ButtonLink href="/organisation/edit">{text.change}</ButtonLink>} />
      <Ambition view={view} />
      <Section title={text.measures.title} lead={text.measures.lead}>
        <SaidLayers reader={view} caption={text.measures.title} layers={layers} editPath={view.may('landscape:change') ? (layer) => `/organisation/organisation/layers/${layer}/edit` : undefined} />
      </Section>
    </>
  );
};
