/** The cockpit's picture: layer by layer and dimension by dimension, beside the board's ambition; layer 8 as conduct. */
import type { Child } from 'hono/jsx';
import type { AggregateAssurance, AggregateFigure } from '../../../core/assurance/aggregate.ts';
import { dimensions, type Id, technicalLayers } from '../../../core/landscape/document.ts';
import type { Knowledge } from '../../../platform/knowledge/knowledge.ts';
import type { Locale } from '../../../platform/words.ts';
import { Disclosure } from '../../../ui/disclosure/component.tsx';
import type { Tone } from '../../../ui/icon/component.tsx';
import { type GlanceCell, LayersAtAGlance } from '../../../ui/layers-at-a-glance/component.tsx';
import { Link } from '../../../ui/link/component.tsx';
import { Legend, Picture } from '../../../ui/picture/component.tsx';
import { layerText, nameOf } from '../../library/public.ts';
import type { Conduct } from '../summary.ts';
import { words } from '../words.ts';

const tones = { met: 'good', missed: 'bad', open: 'unknown' } as const satisfies Record<string, Tone>;
const percent = (share: number): number => Math.round(share * 100);

/** Rounded outward, so that no figure looks more certain than it is. */
function cellOf(figure: AggregateFigure | undefined, locale: Locale): GlanceCell | null {
  if (figure === undefined) return null;
  const { layers } = words(locale);
  const { lower, upper, ambition, reading } = figure;
  const text = lower === upper ? layers.range(percent(lower), percent(lower)) : layers.range(Math.floor(lower * 100), Math.ceil(upper * 100));
  return { lower, upper, ambition, text, ...(reading === undefined ? {} : { verdict: { tone: tones[reading], text: layers[reading] } }) };
}

type Props = { readonly knowledge: Knowledge; readonly locale: Locale };

const Measures = ({ ids, knowledge, locale }: Props & { readonly ids: readonly Id[] }) =>
  ids.length === 0 ? <p class="regie-quiet">{words(locale).conduct.none}</p> : (
    <ul>{ids.map((id) => <li><Link href={`/library/measures/${id}`}>{nameOf(knowledge, locale, 'measures', id)}</Link></li>)}</ul>
  );

const ConductInWords = ({ conduct, knowledge, locale }: Props & { readonly conduct: Conduct }): Child => {
  const text = words(locale).conduct;
  const parts = [[text.doing(conduct.doing.length), conduct.doing], [text.notDoing(conduct.notDoing.length), conduct.notDoing], [text.unknown(conduct.unknown.length), conduct.unknown]] as const;
  return (
    <>
      {parts.map(([summary, ids]) => <Disclosure summary={summary}><Measures ids={ids} knowledge={knowledge} locale={locale} /></Disclosure>)}
      <p>{text.withoutResponsible(conduct.withoutResponsible)} <Link href="/conversation">{text.talk}</Link></p>
    </>
  );
};

export const Glance = ({ knowledge, locale, assurance, conduct }: Props & { readonly assurance: AggregateAssurance; readonly conduct: Conduct }) => {
  const { layers, dimension } = words(locale);
  const rows = technicalLayers.map((layer) => ({
    layer,
    ...layerText(knowledge, locale, layer),
    cells: dimensions.map((one) => cellOf(assurance.layers[layer]?.[one], locale)),
  }));
  const legend = <Legend items={[{ sample: 'met', text: layers.certain }, { sample: 'unknown', text: layers.unknown }, { sample: 'unmet', text: layers.not }, { sample: 'ambition', text: layers.ambition }]} />;
  return (
    <Picture level={2} title={layers.title} reading={layers.reading} legend={legend}>
      <LayersAtAGlance
        caption={layers.caption} texts={{ layer: layers.layer, nothing: layers.nothing }} dimensions={dimensions.map((one) => dimension[one])} rows={rows}
        conduct={{ layer: 8, ...layerText(knowledge, locale, 8), children: <ConductInWords conduct={conduct} knowledge={knowledge} locale={locale} /> }}
      />
    </Picture>
  );
};
