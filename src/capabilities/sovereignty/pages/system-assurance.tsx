/** How much is in place, layer by layer and dimension, as intervals beside what the board strives for. */
import { readAgainst } from '../../../core/assurance/aggregate.ts';
import type { Interval } from '../../../core/assurance/interval.ts';
import { dimensions, technicalLayers, type TechnicalLayer } from '../../../core/landscape/document.ts';
import type { Locale } from '../../../platform/words.ts';
import { type GlanceCell, LayersAtAGlance } from '../../../ui/layers-at-a-glance/component.tsx';
import { Legend } from '../../../ui/picture/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { layerAbout, layerName } from '../spoken.ts';
import { words } from '../words.ts';
import type { SystemPageView } from './system-page-view.ts';

/** Rounded outwards: never one number for what is not known to be one. */
export function intervalWords({ lower, upper }: Interval, locale: Locale): string {
  const exact = Math.abs(upper - lower) < 1e-9;
  const [low, high] = exact ? [Math.round(lower * 100), Math.round(lower * 100)] : [Math.floor(lower * 100 + 1e-9), Math.ceil(upper * 100 - 1e-9)];
  return exact ? words(locale).percent(low) : words(locale).percentRange(low, high);
}

const tones = { met: 'good', open: 'unknown', missed: 'bad' } as const;

function cellOf(interval: Interval | undefined, ambition: number | undefined, locale: Locale): GlanceCell | null {
  if (interval === undefined) return null;
  const text = intervalWords(interval, locale);
  if (ambition === undefined) return { ...interval, text };
  const reading = readAgainst(interval, ambition);
  return { ...interval, ambition, text, verdict: { tone: tones[reading], text: words(locale).assurance[reading](Math.round(ambition * 100)) } };
}

const rowOf = (view: SystemPageView, layer: TechnicalLayer) => ({
  layer,
  name: layerName(view.knowledge, view.locale, layer),
  what: layerAbout(view.knowledge, view.locale, layer),
  cells: dimensions.map((dimension) => cellOf(view.output.assessed.assurance.layers[layer]?.[dimension], view.output.organisation.ambition?.[layer]?.[dimension], view.locale)),
});

export const Assurance = ({ view }: { readonly view: SystemPageView }) => {
  const { assurance: text, dimension } = words(view.locale);
  const { lower, upper } = view.output.assessed.assurance;
  const lead = lower === null || upper === null ? text.nothing : text.lead(intervalWords({ lower, upper }, view.locale));
  return (
    <Section title={text.title} lead={lead} id="assurance">
      <Legend items={[{ sample: 'met', text: text.legend.met }, { sample: 'unknown', text: text.legend.unknown }, { sample: 'unmet', text: text.legend.unmet }, { sample: 'ambition', text: text.legend.ambition }]} />
      <LayersAtAGlance
        caption={text.title} texts={{ layer: words(view.locale).plate.columns.layer, nothing: text.noMeasure }} dimensions={dimensions.map((one) => dimension[one])}
        rows={technicalLayers.map((layer) => rowOf(view, layer))}
        conduct={{ layer: 8, name: layerName(view.knowledge, view.locale, 8), what: layerAbout(view.knowledge, view.locale, 8), children: <p>{text.people}</p> }}
      />
    </Section>
  );
};
