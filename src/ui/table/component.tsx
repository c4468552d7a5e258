import type { Child } from 'hono/jsx';
import { Glyph } from '../icon/component.tsx';
import { Link } from '../link/component.tsx';

export type SortState = 'ascending' | 'descending' | 'none';
export type TableColumn = {
  readonly text: string;
  /** Figures stand to the right, so that they compare. */
  readonly numeric?: boolean | undefined;
  readonly hiddenText?: boolean | undefined;
  /** Running text: on a phone it takes the whole width of the card, without the column's name beside it. */
  readonly prose?: boolean | undefined;
  /** Where a click sorts; `state` is how it stands sorted now. */
  readonly sort?: { readonly href: string; readonly state: SortState } | undefined;
};
export type TableRow = { readonly cells: readonly Child[]; readonly id?: string | undefined; readonly highlighted?: boolean | undefined };

export type TableProps = {
  readonly caption: string;
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly TableColumn[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly TableRow[];
  /** On a phone: `stack` turns rows into cards (lists of things), `scroll` keeps the grid (figures to compare). */
  readonly narrow?: 'stack' | 'scroll' | undefined;
};

const sortGlyphs = { ascending: 'up', descending: 'down', none: 'up-down' } as const;

const HeadCell = ({ column: { text, numeric, sort, hiddenText } }: { readonly column: TableColumn }) => (
  <th scope="col" role="columnheader" class={numeric ? 'regie-numeric' : undefined} aria-sort={sort && sort.state !== 'none' ? sort.state : undefined}>
    {sort ? <Link href={sort.href} class="regie-table__sort">{text} <Glyph name={sortGlyphs[sort.state]} /></Link> : <span class={hiddenText ? 'regie-hidden' : undefined}>{text}</span>}
  </th>
);

const Cell = ({ column, first, children }: { readonly column: TableColumn | undefined; readonly first: boolean; readonly children?: Child }) =>
  first ? (
    <th scope="row" role="rowheader">{children}</th>
  ) : (
    <td role="cell" class={column?.numeric ? 'regie-numeric' : undefined} data-label={column?.hiddenText || column?.prose ? undefined : column?.text}><div>{children}</div></td>
  );

/** A table in a region of its own: where it is too wide, the region scrolls and takes the keyboard, not the page. */
export const Table = ({ caption, captionHidden, columns, rows, narrow = 'stack' }: TableProps) => (
  <div class={`regie-table-region regie-table-region--${narrow}`} role="region" aria-label={caption} tabindex={0} data-region>
    <table class="regie-table" role="table">
      <caption class={captionHidden ? 'regie-hidden' : undefined}>{caption}</caption>
      <thead role="rowgroup"><tr role="row">{columns.map((column) => <HeadCell column={column} />)}</tr></thead>
      <tbody role="rowgroup">
        {rows.map(({ cells, id, highlighted }) => (
          <tr role="row" id={id} class={highlighted ? 'regie-table__highlighted' : undefined}>{cells.map((cell, at) => <Cell column={columns[at]} first={at === 0}>{cell}</Cell>)}</tr>
        ))}
      </tbody>
    </table>
  </div>
);
