import type { PageView } from '../../../platform/screen.ts';
import { Breadcrumb } from '../../../ui/breadcrumb/component.tsx';
import { ButtonLink } from '../../../ui/button/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Link, UserText } from '../../../ui/link/component.tsx';
import { Notice } from '../../../ui/notice/component.tsx';
import { Section, Stack } from '../../../ui/section/component.tsx';
import { Stat, StatRow } from '../../../ui/stat/component.tsx';
import type { ShownProvider } from '../answers.ts';
import { words } from '../words.ts';
import { boundsText, countryName, listText, type Reader } from './naming.ts';
import { ProviderControl } from './provider-control.tsx';
import { ProviderFall } from './provider-fall.tsx';
import { ProviderPicture } from './provider-picture.tsx';
import { ProviderReach } from './provider-reach.tsx';
import { ProviderContracts, ProviderWork } from './provider-work.tsx';
import { SaidLayers } from './said-layers.tsx';

type View = PageView<object, ShownProvider>;

function leadOf(reader: Reader, { provider, controllers, ownerUnknown }: ShownProvider): string {
  const text = words(reader.locale).provider;
  const ultimate = controllers.filter((controller) => controller.ultimate);
  const who = ultimate.length > 0 ? text.decides(listText(reader, ultimate.map(({ name, country }) => `${name} (${countryName(reader, country)})`)), ultimate.length) : ownerUnknown ? text.ownerUnknown : text.nobodyDecides;
  return `${text.incorporated(countryName(reader, provider.country))} ${who}`;
}

const Figures = ({ view }: { readonly view: View }) => {
  const text = words(view.locale).provider.stats;
  const { fall, work, reach, stakes, unknownOperator } = view.output;
  const atLeast = (count: number, isSure: boolean) => (isSure ? String(count) : words(view.locale).atLeast(count));
  const ownersKnown = stakes.unknown.length === 0;
  const countries = new Set(reach.filter(({ instruments }) => instruments.length > 0).map(({ country }) => country)).size;
  const fallNote = (bounds: { lower: number; upper: number }) => (bounds.lower === bounds.upper ? undefined : text.fallNote);
  return (
    <StatRow>
      <Stat figure={atLeast(countries, ownersKnown)} label={text.countries(countries)} note={ownersKnown ? text.countriesNote : text.countriesOwnerUnknown} />
      <Stat figure={atLeast(work.total, unknownOperator === 0)} label={text.systems(work.total)} note={unknownOperator > 0 ? text.systemsNote(unknownOperator) : undefined} href="#work" />
      <Stat figure={boundsText(view, fall.services)} label={text.services} note={fallNote(fall.services)} href="#fall" />
      <Stat figure={boundsText(view, fall.breaches)} label={text.breaches} note={fallNote(fall.breaches)} href="#fall" />
    </StatRow>
  );
};

const Actions = ({ view }: { readonly view: View }) => {
  const text = words(view.locale);
  const { id } = view.output.provider;
  if (!view.may('landscape:change')) return null;
  return <><ButtonLink href={`/providers/${id}/edit`}>{text.edit}</ButtonLink><ButtonLink kind="link" href={`/providers/${id}/remove`}>{text.remove}</ButtonLink></>;
};

export const ProviderPage = ({ view }: { readonly view: View }) => {
  const text = words(view.locale).provider;
  const { provider, contradictions, fall, layers } = view.output;
  const mayEdit = view.may('landscape:change');
  return (
    <>
      <Stack>
        <Breadcrumb label={words(view.locale).path} items={[{ href: '/providers', text: words(view.locale).providers.title }]} current={provider.name} />
        <HeadingGroup kicker={text.kicker} title={<UserText text={provider.name} />} lead={leadOf(view, view.output)} actions={<Actions view={view} />} />
      </Stack>
      {contradictions > 0 && <Notice kind="warning" title={text.contradictions(contradictions)}><p><Link href="#measures">{text.contradictionsHint}</Link></p></Notice>}
      <Figures view={view} />
      <ProviderPicture reader={view} shown={view.output} mayEdit={mayEdit} />
      <ProviderControl reader={view} shown={view.output} />
      <ProviderReach reader={view} shown={view.output} />
      <ProviderFall locale={view.locale} id={provider.id} fall={fall} />
      <ProviderWork view={view} />
      <ProviderContracts view={view} />
      <Section title={text.measures.title} lead={text.measures.lead} id="measures">
        <SaidLayers reader={view} caption={text.measures.title} layers={layers} editPath={mayEdit ? (layer) => `/providers/${provider.id}/layers/${layer}/edit` : undefined} />
      </Section>
    </>
  );
};
