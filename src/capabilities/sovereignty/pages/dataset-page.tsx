import type { PageView } from '../../../platform/screen.ts';
import { Breadcrumb } from '../../../ui/breadcrumb/component.tsx';
import { ButtonLink } from '../../../ui/button/component.tsx';
import { EmptyState } from '../../../ui/empty-state/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Link, NamedLink, UserText } from '../../../ui/link/component.tsx';
import { Section, Stack } from '../../../ui/section/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import { exposureTone } from '../../../ui/tag/tones.ts';
import type { Compelled, DatasetView, HeldIn } from '../dataset-view.ts';
import { countryName, exposureWord, readingMeaning, readingWord, toneOfVerdict, verdictWord } from '../spoken.ts';
import { words } from '../words.ts';
import { Pages } from './list-parts.tsx';
import { joined, operatorHref } from './system-page-view.ts';

type View = PageView<{ readonly id: string }, DatasetView>;

const Names = ({ items }: { readonly items: readonly { readonly href?: string | undefined; readonly text: string }[] }) => <>{items.map((item, at) => <>{at > 0 && ', '}<NamedLink {...item} /></>)}</>;

const heldRow = (held: HeldIn, view: View) => {
  const { unknown, self } = words(view.locale);
  return {
    cells: [
      <NamedLink href={`/systems/${held.system}`} text={held.name} />,
      <Tag tone={toneOfVerdict(held.verdict, view.output.policy.outcomes)}>{verdictWord(view.locale, held.verdict)}</Tag>,
      held.country === null ? <Tag tone="unknown">{unknown}</Tag> : countryName(view.knowledge, view.locale, held.country),
      <><Names items={held.operators.map(({ id, name }) => ({ href: operatorHref(id), text: id === 'self' ? self : name }))} />{held.unknownOperator && <> <Tag tone="unknown">{unknown}</Tag></>}</>,
    ],
  };
};

const compelledRow = (one: Compelled, view: View) => {
  const text = words(view.locale).dataset;
  return {
    cells: [
      one.entity === undefined ? <>{text.machinesThere}</> : <NamedLink href={`/providers/${one.entity.id}`} text={one.entity.name} />,
      countryName(view.knowledge, view.locale, one.country),
      <Tag tone={exposureTone(one.disclosure)}>{exposureWord(view.locale, 'disclosure', one.disclosure)}</Tag>,
      <><Names items={one.systems.map(({ id, name }) => ({ href: `/systems/${id}#abroad`, text: name }))} />{one.through > one.systems.length && ` ${text.andMore(one.through - one.systems.length)}`}</>,
    ],
  };
};

const Where = ({ view }: { readonly view: View }) => {
  const text = words(view.locale).dataset;
  const { heldIn } = view.output;
  return (
    <Section title={text.whereTitle} lead={text.whereLead}>
      {heldIn.total === 0
        ? <EmptyState level={3} title={text.nowhere}><p>{text.nowhereText}</p></EmptyState>
        : <Table caption={text.whereTitle} captionHidden columns={[text.system, text.verdict, text.country, text.operators].map((column) => ({ text: column }))} rows={heldIn.rows.map((held) => heldRow(held, view))} />}
      <Pages listed={heldIn} url={view.url} locale={view.locale} />
    </Section>
  );
};

const Who = ({ view }: { readonly view: View }) => {
  const { dataset: text, exposures } = words(view.locale);
  const { compelled, perhaps, reading, dataset } = view.output;
  const other = reading === 'wide' ? 'narrow' : 'wide';
  return (
    <Section title={text.whoTitle} lead={text.whoLead} id="abroad">
      <p><strong>{readingWord(view.locale, reading)}.</strong> {readingMeaning(view.locale, reading)} <Link href={`/datasets/${dataset.id}${other === 'narrow' ? '?reading=narrow' : ''}#abroad`}>{exposures.see(readingWord(view.locale, other).toLowerCase())}</Link></p>
      {compelled.length === 0 ? <p>{text.nobody}</p> : <Table caption={text.whoTitle} captionHidden columns={[text.who, text.country, text.canWhat, text.through].map((column) => ({ text: column }))} rows={compelled.map((one) => compelledRow(one, view))} />}
      {perhaps.length > 0 && <p>{exposures.perhaps(joined(perhaps.map((code) => countryName(view.knowledge, view.locale, code)), view.locale))}</p>}
    </Section>
  );
};

const Actions = ({ id, view }: { readonly id: string; readonly view: View }) => <><ButtonLink href={`/datasets/${id}/edit`}>{words(view.locale).edit}</ButtonLink><ButtonLink kind="link" href={`/datasets/${id}/remove`}>{words(view.locale).remove}</ButtonLink></>;

export const DatasetPage = ({ view }: { readonly view: View }) => {
  const { datasets, dataset: text, list, unknown } = words(view.locale);
  const { dataset, heldIn, compelled } = view.output;
  const personal = dataset.personalData === undefined ? unknown : datasets.personalData[dataset.personalData].toLowerCase();
  const readers = new Set(compelled.filter(({ disclosure }) => disclosure === 'exposed').map(({ country }) => countryName(view.knowledge, view.locale, country)));
  return (
    <>
      <Stack>
        <Breadcrumb label={list.here} items={[{ href: '/datasets', text: datasets.title }]} current={dataset.name} />
        <HeadingGroup
          kicker={datasets.kicker} title={<UserText text={dataset.name} />} actions={view.may('landscape:change') ? <Actions id={dataset.id} view={view} /> : undefined}
          lead={text.lead(datasets.classification[dataset.classification].toLowerCase(), personal, heldIn.total, joined([...readers], view.locale))}
        />
      </Stack>
      <Where view={view} />
      <Who view={view} />
    </>
  );
};
