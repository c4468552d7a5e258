/** Which country outside Europe can reach the system, along which chain, under which reading of the law. */
import type { ExposureChain as Chain, Step } from '../../../core/exposure/chains.ts';
import type { CountryExposure } from '../../../core/exposure/country-exposure.ts';
import { Disclosure } from '../../../ui/disclosure/component.tsx';
import { type ChainStep, ExposureChain } from '../../../ui/exposure-chain/component.tsx';
import { Link } from '../../../ui/link/component.tsx';
import { Section, Stack } from '../../../ui/section/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import { exposureTone } from '../../../ui/tag/tones.ts';
import { countryName, exposureWord, layerName, readingMeaning, readingWord } from '../spoken.ts';
import { words } from '../words.ts';
import { lawName } from './law-links.tsx';
import { joined, operatorHref, operatorName, readingHref, type SystemPageView } from './system-page-view.ts';

const percent = (share: number, locale: string): string => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share);

/** One node and the words on the arrow that leads to it. */
type Drawn = { readonly by: string; readonly step: ChainStep };

function drawStep(view: SystemPageView, step: Step, chain: Chain, country: string): readonly Drawn[] {
  const { chain: text, unknown } = words(view.locale);
  const provider = (id: string, kind: string, detail?: string): ChainStep => ({ kind, name: operatorName(view, id), href: operatorHref(id), detail });
  switch (step.kind) {
    case 'operator': return [{ by: text.isOperatedBy, step: provider(step.id, text.operator) }];
    case 'sub-processor': return [{ by: text.callsIn, step: provider(step.id, text.subProcessor) }];
    case 'owner': return [{ by: text.isOwnedBy, step: provider(step.id, text.owner, step.control ? text.decides : percent(step.share, view.locale)) }];
    case 'country': return [{ by: text.country[step.why], step: { kind: text.land, name: countryName(view.knowledge, view.locale, step.country) } }];
    case 'unknown': return [
      { by: step.what === 'operator' ? text.isOperatedBy : text.country.located, step: { kind: step.what === 'operator' ? text.operator : text.land, name: unknown, tone: 'unknown' } },
      { by: text.perhaps, step: { kind: text.land, name: country } },
    ];
    case 'instruments': return [{ by: text.hasTheLaw, step: { kind: text.law, name: joined(step.ids.map((id) => lawName(view.knowledge, view.locale, id)), view.locale), detail: exposureWord(view.locale, 'disclosure', chain.disclosure), tone: exposureTone(chain.disclosure) } }];
  }
}

function stepsOf(view: SystemPageView, chain: Chain, country: string): readonly ChainStep[] {
  const { chain: text } = words(view.locale);
  const { system } = view.output;
  const layers = { kind: text.layers(chain.layers.length), name: chain.layers.map((layer) => `${layer} ${layerName(view.knowledge, view.locale, layer)}`).join(', ') };
  const nodes: Drawn[] = [{ by: '', step: { kind: text.system, name: system.name } }, { by: text.has, step: layers }, ...chain.steps.flatMap((step) => drawStep(view, step, chain, country))];
  return nodes.map(({ step }, at) => ({ ...step, link: nodes[at + 1]?.by }));
}

/** The gravest chain first. */
const gravity = ({ disclosure, cutOff }: Chain): number => ['exposed', 'possible', 'mitigated', 'none'].indexOf(disclosure) * 4 + ['exposed', 'possible', 'none'].indexOf(cutOff);

const Country = ({ code, exposure, view }: { readonly code: string; readonly exposure: CountryExposure; readonly view: SystemPageView }) => {
  const { exposures: text } = words(view.locale);
  const name = countryName(view.knowledge, view.locale, code);
  const drawn = (chain: Chain, at: number) => <ExposureChain label={text.way(at + 1, name, view.output.system.name)} steps={stepsOf(view, chain, name)} />;
  const [first, ...others] = exposure.chains.toSorted((a, b) => gravity(a) - gravity(b));
  return (
    <Section level={3} title={name}>
      <p><Tag tone={exposureTone(exposure.disclosure)}>{exposureWord(view.locale, 'disclosure', exposure.disclosure)}</Tag> <Tag tone={exposureTone(exposure.cutOff)}>{exposureWord(view.locale, 'cutOff', exposure.cutOff)}</Tag></p>
      {first && drawn(first, 0)}
      {others.length > 0 && <Disclosure summary={text.others(others.length)}><Stack>{others.map((chain, at) => drawn(chain, at + 1))}</Stack></Disclosure>}
    </Section>
  );
};

const ReadingSwitch = ({ view }: { readonly view: SystemPageView }) => {
  const { reading, system } = view.output;
  const other = reading === 'wide' ? 'narrow' : 'wide';
  const text = words(view.locale).exposures;
  return <p><strong>{readingWord(view.locale, reading)}.</strong> {readingMeaning(view.locale, reading)} <Link href={`${readingHref(system.id, other)}#abroad`}>{text.see(readingWord(view.locale, other).toLowerCase())}</Link></p>;
};

/** Countries that can do the same along chains of the same shape are many where nobody knows the operator: those stand together, folded. */
export const Exposures = ({ view }: { readonly view: SystemPageView }) => {
  const text = words(view.locale).exposures;
  const countries = Object.entries(view.output.assessed.exposure);
  const sure = countries.filter(([, { disclosure, cutOff }]) => disclosure === 'exposed' || disclosure === 'mitigated' || cutOff === 'exposed');
  const perhaps = countries.filter((country) => !sure.includes(country));
  return (
    <Section title={text.title} lead={text.lead} id="abroad">
      <ReadingSwitch view={view} />
      {countries.length === 0 && <p>{text.nobody}</p>}
      {sure.map(([code, exposure]) => <Country code={code} exposure={exposure} view={view} />)}
      {perhaps.length > 0 && (
        <Disclosure summary={text.perhaps(joined(perhaps.map(([code]) => countryName(view.knowledge, view.locale, code)), view.locale))}>
          <Stack>{perhaps.map(([code, exposure]) => <Country code={code} exposure={exposure} view={view} />)}</Stack>
        </Disclosure>
      )}
    </Section>
  );
};
