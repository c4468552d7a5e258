import { Disclosure } from '../disclosure/component.tsx';
import { Glyph, ToneMark, type Tone } from '../icon/component.tsx';
import { LayerName, type LayerNameProps, layerCellClass } from '../layer-name/component.tsx';
import { Link, NamedLink } from '../link/component.tsx';

export type PlateSource = { readonly text: string; readonly href?: string | undefined };
/** `source` is where an inherited value was said; without it the system says it itself. */
export type PlateValue = { readonly text: string; readonly unknown?: boolean | undefined; readonly href?: string | undefined; readonly source?: PlateSource | undefined };
/** A measure or a piece of evidence: its name, its state as a form and in words. */
export type PlateMark = { readonly text: string; readonly tone: Tone; readonly state: string; readonly href?: string | undefined; readonly source?: PlateSource | undefined };
/** `summary` says the marks in words: "3 of 5 in place, 1 unknown". */
export type PlateMarks = { readonly summary: string; readonly marks: readonly PlateMark[] };

export type PlateRow = LayerNameProps & {
  readonly operator?: PlateValue | undefined;
  readonly country?: PlateValue | undefined;
  /** Layer 8: says that people have no operator, in place of both. */
  readonly noOperator?: string | undefined;
  readonly responsible: PlateValue;
  readonly measures: PlateMarks;
  readonly evidence: PlateMarks;
  /** Where this layer can be changed; `label` says it in full to a screen reader. */
  readonly edit?: { readonly text: string; readonly label: string; readonly href: string } | undefined;
};
export type LayerPlateProps = {
  readonly caption: string;
  readonly texts: Readonly<Record<'layer' | 'operator' | 'country' | 'measures' | 'evidence' | 'responsible' | 'inheritedFrom', string>>;
  /** Any order; drawn 8 first, as the land above the water, then 7 … 1. */
  readonly rows: readonly PlateRow[];
};
type Texts = LayerPlateProps['texts'];

const Source = ({ source, texts }: { readonly source?: PlateSource | undefined; readonly texts: Texts }) =>
  source ? <span class="regie-plate__source"><Glyph name="inherited" /> {texts.inheritedFrom} <NamedLink {...source} /></span> : null;

const Value = ({ value, texts }: { readonly value: PlateValue; readonly texts: Texts }) => (
  <div class="regie-plate__value">
    {value.unknown ? <span class="regie-unknown"><ToneMark tone="unknown" /> {value.text}</span> : <span><NamedLink href={value.href} text={value.text} /></span>}
    <Source source={value.source} texts={texts} />
  </div>
);

const Mark = ({ mark, texts }: { readonly mark: PlateMark; readonly texts: Texts }) => (
  <li class={`regie-tone--${mark.tone}`}>
    <ToneMark tone={mark.tone} />
    <span><NamedLink href={mark.href} text={mark.text} />: {mark.state} <Source source={mark.source} texts={texts} /></span>
  </li>
);

const Marks = ({ summary, marks, texts }: PlateMarks & { readonly texts: Texts }) => {
  if (marks.length === 0) return <p class="regie-quiet">{summary}</p>;
  return (
    <div class="regie-plate__marks">
      <p class="regie-plate__strip" aria-hidden="true">{marks.slice(0, 14).map(({ tone }) => <span class={`regie-tone--${tone}`}><ToneMark tone={tone} /></span>)}</p>
      <Disclosure summary={summary}><ul class="regie-plate__list">{marks.map((mark) => <Mark mark={mark} texts={texts} />)}</ul></Disclosure>
    </div>
  );
};

const ValueCell = ({ label, value, texts, class: className }: { readonly label: string; readonly value?: PlateValue | undefined; readonly texts: Texts; readonly class?: string | undefined }) => (
  <td role="cell" data-label={label} class={value?.unknown ? `regie-plate__hatched ${className ?? ''}` : className}><div>{value && <Value value={value} texts={texts} />}</div></td>
);

const Row = ({ row, texts }: { readonly row: PlateRow; readonly texts: Texts }) => (
  <tr role="row" class={row.layer === 8 ? 'regie-plate__land' : undefined}>
    <th scope="row" role="rowheader" class={layerCellClass(row.layer)}><LayerName layer={row.layer} name={row.name} what={row.what} href={row.href} />{row.edit && <Link class="regie-plate__edit" href={row.edit.href} label={row.edit.label}>{row.edit.text}</Link>}</th>
    {row.noOperator !== undefined
      ? <td role="cell" colspan={2} class="regie-plate__none"><div>{row.noOperator}</div></td>
      : <><ValueCell label={texts.operator} value={row.operator} texts={texts} /><ValueCell label={texts.country} value={row.country} texts={texts} /></>}
    <td role="cell" data-label={texts.measures}><Marks {...row.measures} texts={texts} /></td>
    <td role="cell" data-label={texts.evidence}><Marks {...row.evidence} texts={texts} /></td>
    <ValueCell label={texts.responsible} value={row.responsible} texts={texts} />
  </tr>
);

/** One system, layer by layer: who runs it, where, what is arranged, how we know, who answers for it. */
export const LayerPlate = ({ caption, texts, rows }: LayerPlateProps) => (
  <div class="regie-table-region regie-table-region--stack regie-plate" role="region" aria-label={caption} tabindex={0} data-region>
    <table class="regie-table" role="table">
      <caption class="regie-hidden">{caption}</caption>
      <thead role="rowgroup"><tr role="row">{(['layer', 'operator', 'country', 'measures', 'evidence', 'responsible'] as const).map((column) => <th scope="col" role="columnheader">{texts[column]}</th>)}</tr></thead>
      <tbody role="rowgroup">{[...rows].sort((a, b) => b.layer - a.layer).map((row) => <Row row={row} texts={texts} />)}</tbody>
    </table>
  </div>
);
