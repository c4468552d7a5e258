/** The layer plate of a system: who, where, what is arranged and how we know, with the source of what is inherited. */
import type { Evidence, Layer } from '../../../core/landscape/document.ts';
import type { Source } from '../../../core/landscape/plates.ts';
import { isInherited, type PlateMeasure, type PlateRow } from '../../../core/layer-plate.ts';
import { LayerPlate, type PlateMark, type PlateMarks, type PlateRow as DrawnRow, type PlateSource, type PlateValue } from '../../../ui/layer-plate/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { claimTone } from '../../../ui/tag/tones.ts';
import { entriesOf, nameOf } from '../../library/public.ts';
import { countryName, dateText, layerAbout, layerName } from '../spoken.ts';
import { words } from '../words.ts';
import { operatorHref, operatorName, placeHref, placeName, type SystemPageView } from './system-page-view.ts';

const sourceOf = (view: SystemPageView, from: Source | undefined): PlateSource | undefined =>
  from !== undefined && isInherited(from, view.output.system.id) ? { text: placeName(view, from), href: placeHref(from) } : undefined;

const unknownValue = (view: SystemPageView, from?: Source): PlateValue => ({ text: words(view.locale).unknown, unknown: true, source: sourceOf(view, from) });

const operatorOf = (view: SystemPageView, { operator, from }: PlateRow): PlateValue =>
  operator === undefined ? unknownValue(view, from) : { text: operatorName(view, operator), href: operatorHref(operator), source: sourceOf(view, from) };

const countryOf = (view: SystemPageView, { country, countryBy, from }: PlateRow): PlateValue => {
  if (country === undefined) return unknownValue(view, from);
  const name = countryName(view.knowledge, view.locale, country);
  return { text: countryBy === 'own-operation' ? words(view.locale).plate.ownCountry(name) : name, source: sourceOf(view, from) };
};

const responsibleOf = (view: SystemPageView, { responsible }: PlateRow): PlateValue =>
  responsible === undefined ? { text: words(view.locale).plate.nobody, unknown: true } : { text: responsible.value, source: sourceOf(view, responsible.from) };

/** Of every measure the library has for this layer, and of others that somebody speaks of. */
function measuresOf(view: SystemPageView, row: PlateRow): PlateMarks {
  const { state, plate } = words(view.locale);
  const said = new Map(row.measures.map((measure) => [measure.measure, measure]));
  const known = entriesOf(view.knowledge, 'measures').filter((measure) => measure['layer'] === row.layer).map(({ id }) => id);
  const ids = [...new Set([...known, ...said.keys()])];
  const marks = ids.map((id): PlateMark => {
    const measure = said.get(id);
    return { text: nameOf(view.knowledge, view.locale, 'measures', id), tone: claimTone(measure?.state), state: state[measure?.state ?? 'unknown'], source: sourceOf(view, measure?.from) };
  });
  const counted = (tone: string): number => marks.filter((mark) => mark.tone === tone).length;
  return { summary: plate.measures(counted('good'), marks.length - counted('neutral'), counted('unknown')), marks: marks.toSorted((a, b) => order.indexOf(a.tone) - order.indexOf(b.tone)) };
}
const order: readonly string[] = ['good', 'bad', 'unknown', 'neutral'];

function evidenceOf(view: SystemPageView, row: PlateRow): PlateMarks {
  const { plate, state, evidenceKind } = words(view.locale);
  const items = new Map(view.output.evidence.map((item) => [item.id, item]));
  const backed = row.measures.flatMap((measure): { measure: PlateMeasure; item: Evidence }[] => {
    const item = items.get(measure.evidence ?? '');
    return item ? [{ measure, item }] : [];
  });
  const contradicted = backed.filter(({ measure }) => measure.contradicted).length;
  const unproven = row.measures.filter((measure) => measure.unproven).length;
  const marks = backed.map(({ measure, item }): PlateMark => ({
    text: `${evidenceKind[item.kind]}, ${dateText(view.locale, item.on)}`,
    href: `/evidence/${item.id}`,
    tone: measure.contradicted ? 'caution' : claimTone(measure.state),
    state: `${nameOf(view.knowledge, view.locale, 'measures', measure.measure)}: ${state[measure.state]}${measure.contradicted && measure.claimed ? ` (${plate.claimed(state[measure.claimed])})` : ''}`,
    source: sourceOf(view, measure.from),
  }));
  return { summary: plate.evidence(backed.length, contradicted, unproven), marks };
}

function drawn(view: SystemPageView, row: PlateRow): DrawnRow {
  const { knowledge, locale, output } = view;
  const text = words(locale).plate;
  const name = layerName(knowledge, locale, row.layer);
  const edit = view.may('landscape:change') ? { text: text.edit, label: text.editLabel(row.layer, name), href: `/systems/${output.system.id}/layers/${row.layer}/edit` } : undefined;
  const place = row.layer === 8 ? { noOperator: text.people } : { operator: operatorOf(view, row), country: countryOf(view, row) };
  return { layer: row.layer as Layer, name, what: layerAbout(knowledge, locale, row.layer), ...place, responsible: responsibleOf(view, row), measures: measuresOf(view, row), evidence: evidenceOf(view, row), edit };
}

export const Plate = ({ view }: { readonly view: SystemPageView }) => {
  const { plate } = words(view.locale);
  return (
    <Section title={plate.title} lead={plate.lead} id="layers">
      <LayerPlate caption={plate.caption(view.output.system.name)} texts={plate.columns} rows={view.output.plate.map((row) => drawn(view, row))} />
    </Section>
  );
};
