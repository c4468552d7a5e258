import type { Child } from 'hono/jsx';
import { ToneMark, type Tone } from '../icon/component.tsx';
import { LayerName, type LayerNameProps, layerCellClass } from '../layer-name/component.tsx';
import { hatch, rounded } from '../picture/hatch.ts';

/** `lower` … `upper` in [0, 1]: what is certainly in place, and what could be when every unknown turns out well. */
export type Interval = { readonly lower: number; readonly upper: number; readonly ambition?: number | undefined };
export type GlanceCell = Interval & {
  /** The interval in words: "41 to 63 %". */
  readonly text: string;
  /** How it stands to the ambition, in words. */
  readonly verdict?: { readonly tone: Tone; readonly text: string } | undefined;
};
export type GlanceRow = LayerNameProps & {
  /** As many as `dimensions`; `null` where the library has no measure. */
  readonly cells: readonly (GlanceCell | null)[];
};
export type LayersAtAGlanceProps = {
  readonly caption: string;
  readonly texts: { readonly layer: string; readonly nothing: string };
  readonly dimensions: readonly string[];
  readonly rows: readonly GlanceRow[];
  /** Layer 8 as conduct, in words. INVARIANT: it has no interval and no ambition; people get no score. */
  readonly conduct: LayerNameProps & { readonly children?: Child };
};

const width = 200;
const height = 20;

/** The bar alone: filled is certain, hatched is unknown, empty is known not to be there, the mark is the ambition. */
export const IntervalBar = ({ lower, upper, ambition }: Interval) => {
  const from = rounded(lower * (width - 2)) + 1;
  const unknown = rounded((upper - lower) * (width - 2));
  const mark = ambition === undefined ? 0 : Math.min(width - 5, Math.max(5, rounded(ambition * width)));
  return (
    <svg class="regie-interval" viewBox={`0 0 ${width} 28`} aria-hidden="true" focusable="false">
      <rect class="regie-bar__track" x="1" y="7" width={width - 2} height={height - 2} />
      <rect class="regie-bar__met" x="1" y="7" width={rounded(lower * (width - 2))} height={height - 2} />
      {unknown > 0 && <><rect class="regie-interval__ground" x={from} y="7" width={unknown} height={height - 2} /><path class="regie-bar__hatch" d={hatch(from, 7, unknown, height - 2)} /></>}
      {ambition !== undefined && <path class="regie-interval__halo" d={`M${mark} 2V27`} />}
      {ambition !== undefined && <path class="regie-bar__ambition" d={`M${mark} 2V27M${mark - 4} 1h8l-4 5Z`} />}
    </svg>
  );
};

const Cell = ({ cell, dimension, nothing }: { readonly cell: GlanceCell | null; readonly dimension: string; readonly nothing: string }) => (
  <td role="cell" data-label={dimension}>
    {cell === null ? <p class="regie-quiet">{nothing}</p> : (
      <div class="regie-glance__cell">
        <IntervalBar lower={cell.lower} upper={cell.upper} ambition={cell.ambition} />
        <p class="regie-glance__words"><span class="regie-glance__figure">{cell.text}</span>{cell.verdict && <span class={`regie-glance__verdict regie-tone--${cell.verdict.tone}`}><ToneMark tone={cell.verdict.tone} /> {cell.verdict.text}</span>}</p>
      </div>
    )}
  </td>
);

/** The whole landscape, eight layers deep, against what the board strives for. */
export const LayersAtAGlance = ({ caption, texts, dimensions, rows, conduct }: LayersAtAGlanceProps) => (
  <div class="regie-table-region regie-table-region--stack regie-glance" role="region" aria-label={caption} tabindex={0} data-region>
    <table class="regie-table" role="table">
      <caption class="regie-hidden">{caption}</caption>
      <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">{texts.layer}</th>{dimensions.map((dimension) => <th scope="col" role="columnheader">{dimension}</th>)}</tr></thead>
      <tbody role="rowgroup">
        <tr role="row" class="regie-plate__land">
          <th scope="row" role="rowheader" class={layerCellClass(8)}><LayerName {...conduct} layer={8} /></th>
          <td role="cell" colspan={dimensions.length}><div class="regie-glance__conduct">{conduct.children}</div></td>
        </tr>
        {[...rows].sort((a, b) => b.layer - a.layer).map((row) => (
          <tr role="row">
            <th scope="row" role="rowheader" class={layerCellClass(row.layer)}><LayerName layer={row.layer} name={row.name} what={row.what} href={row.href} /></th>
            {row.cells.map((cell, at) => <Cell cell={cell} dimension={dimensions[at] ?? ''} nothing={texts.nothing} />)}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
