import { Glyph } from '../icon/component.tsx';
import { Link } from '../link/component.tsx';

export type PageLink = { readonly href: string; readonly text: string };
type PaginationProps = {
  readonly label: string;
  /** Where the reader is: "41 to 60 of 312". */
  readonly summary: string;
  readonly previous?: PageLink | undefined;
  readonly next?: PageLink | undefined;
  /** `gap` for pages left out. `label` is said to a screen reader ("page 3"). */
  readonly pages?: readonly (PageLink & { readonly label: string; readonly current?: boolean | undefined } | 'gap')[] | undefined;
};

export const Pagination = ({ label, summary, previous, next, pages = [] }: PaginationProps) => (
  <nav class="regie-pagination" aria-label={label}>
    <p class="regie-quiet">{summary}</p>
    <ul>
      {previous && <li><Link href={previous.href} rel="prev"><Glyph name="previous" /> {previous.text}</Link></li>}
      {pages.map((page) => (page === 'gap' ? <li class="regie-pagination__number" aria-hidden="true">…</li> : <li class="regie-pagination__number"><Link href={page.href} label={page.label} current={page.current}>{page.text}</Link></li>))}
      {next && <li><Link href={next.href} rel="next">{next.text} <Glyph name="next" /></Link></li>}
    </ul>
  </nav>
);
