import type { Child } from 'hono/jsx';

type DefinitionListProps = {
  readonly items: readonly { readonly term: string; readonly value: Child }[];
  /** `stacked` puts each value below its term: for sentences, and where there is little room. */
  readonly shape?: 'beside' | 'stacked' | undefined;
};

/** What is known of one thing: terms with their values. */
export const DefinitionList = ({ items, shape = 'beside' }: DefinitionListProps) => (
  <dl class={`regie-definitions regie-definitions--${shape}`}>{items.map(({ term, value }) => <div><dt>{term}</dt><dd>{value}</dd></div>)}</dl>
);
