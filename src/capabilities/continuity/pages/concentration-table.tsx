/** In how many hands each layer lies: the Herfindahl–Hirschman index turned round, so that it counts hands. */
import type { Concentration } from '../../../core/continuity/concentration.ts';
import { type Id, type Layer, technicalLayers } from '../../../core/landscape/document.ts';
import { Section } from '../../../ui/section/component.tsx';
import { Disclosure } from '../../../ui/disclosure/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { layerTitle } from '../../sovereignty/public.ts';
import { numberWord, type Speaker } from '../spoken.ts';
import { words } from '../words.ts';

type ShownConcentration = Omit<Concentration, 'layer'> & { readonly layer: number };
type ConcentrationProps = { readonly speaker: Speaker; readonly layers: readonly ShownConcentration[]; readonly names: Readonly<Record<Id, string>>; readonly total: number; readonly level: 2 | 3 };

/** From few hands to many: the index counts the other way round. Words that come out the same are said once. */
function handsWord({ locale }: Speaker, { lower, upper }: ShownConcentration): string {
  const text = words(locale);
  if (lower === null || upper === null) return text.concentration.nobody;
  const [fewest, most] = [numberWord(locale, 1 / upper), numberWord(locale, 1 / lower)];
  return text.concentration.hands(fewest === most ? fewest : text.between(fewest, most), most === '1');
}

const twoDecimals = (speaker: Speaker, value: number): string => value.toLocaleString(speaker.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
function indexWord(speaker: Speaker, { lower, upper }: ShownConcentration): string {
  if (lower === null || upper === null) return '–';
  const text = words(speaker.locale);
  const [low, high] = [twoDecimals(speaker, lower), twoDecimals(speaker, upper)];
  return low === high ? low : text.between(low, high);
}

export const ConcentrationTable = ({ speaker, layers, names, total, level }: ConcentrationProps) => {
  const text = words(speaker.locale);
  const { columns, largest, self, nobody } = text.concentration;
  const operatorName = (id: Id): string => (id === 'self' ? self : Object.hasOwn(names, id) ? (names[id] ?? id) : id);
  const shown = technicalLayers.toReversed().flatMap((layer) => layers.find((one) => one.layer === layer) ?? []);
  const rows = shown.map((one) => {
    const [most] = one.operators;
    const size = most && (one.unknown > 0 ? text.between(String(most.systems), String(most.systems + one.unknown)) : String(most.systems));
    return {
      cells: [
        layerTitle(speaker.knowledge, speaker.locale, one.layer as Layer), handsWord(speaker, one), most ? largest(operatorName(most.operator), size ?? '', total) : nobody,
        one.unknown === 0 ? '–' : text.count.systems(String(one.unknown)),
      ],
    };
  });
  return (
    <Section title={text.concentration.title} lead={<p>{text.concentration.lead}</p>} level={level}>
      <Table caption={text.concentration.title} captionHidden columns={[columns.layer, columns.hands, columns.largest, columns.unknown].map((column) => ({ text: column }))} rows={rows} />
      <Disclosure summary={text.concentration.indexTitle}>
        <p>{text.concentration.indexMeans}</p>
        <Table caption={text.concentration.indexTitle} captionHidden columns={[{ text: columns.layer }, { text: 'HHI', numeric: true }]} rows={shown.map((one) => ({ cells: [layerTitle(speaker.knowledge, speaker.locale, one.layer as Layer), indexWord(speaker, one)] }))} />
      </Disclosure>
    </Section>
  );
};
