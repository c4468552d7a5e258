import { Glyph, ToneMark } from '../icon/component.tsx';
import { NamedLink } from '../link/component.tsx';

export type FailureItem = {
  readonly name: string;
  readonly href?: string | undefined;
  /** What drags it along: "because Platform falls away". */
  readonly because?: string | undefined;
  /** Hours until it is back, declared and tested, in words. */
  readonly figures?: readonly { readonly term: string; readonly value: string }[] | undefined;
  /** The promise that breaks, in words. */
  readonly broken?: string | undefined;
  /** Why this is not certain, in words. */
  readonly unknown?: string | undefined;
};
export type FailureColumn = { readonly title: string; readonly summary: string; readonly items: readonly FailureItem[] };

const Item = ({ item: { name, href, because, figures = [], broken, unknown } }: { readonly item: FailureItem }) => (
  <li class={`regie-failure__item${broken ? ' regie-failure__item--broken' : ''}${unknown ? ' regie-failure__item--unknown' : ''}`}>
    <p class="regie-failure__name"><NamedLink href={href} text={name} /></p>
    {because && <p class="regie-quiet">{because}</p>}
    {figures.length > 0 && <dl>{figures.map(({ term, value }) => <div><dt>{term}</dt><dd>{value}</dd></div>)}</dl>}
    {broken && <p class="regie-failure__broken"><Glyph name="broken" /> {broken}</p>}
    {unknown && <p class="regie-failure__unknown"><ToneMark tone="unknown" /> {unknown}</p>}
  </li>
);

/** What is hit first and what it drags along: three columns, from cause to what people notice. */
export const FailurePicture = ({ label, columns, level = 3 }: { readonly label: string; readonly columns: readonly FailureColumn[]; readonly level?: 3 | 4 | undefined }) => {
  const Heading = `h${level}` as const;
  return (
    <div class="regie-failure" role="group" aria-label={label}>
      {columns.map(({ title, summary, items }, at) => (
        <div class="regie-failure__column">
          <header>{at > 0 && <Glyph name="next" />}<div><Heading class="regie-failure__title">{title}</Heading><p class="regie-quiet">{summary}</p></div></header>
          {items.length > 0 && <ul>{items.map((item) => <Item item={item} />)}</ul>}
        </div>
      ))}
    </div>
  );
};
