import type { Child } from 'hono/jsx';

/** Things below each other without bullets, as in the cell of a table. */
export const PlainList = ({ items, ordered }: { readonly items: readonly Child[]; readonly ordered?: boolean | undefined }) => {
  const List = ordered ? 'ol' : 'ul';
  // A list without bullets stays one for a screen reader only when it says so.
  return <List class="regie-plain-list" role="list">{items.map((item) => <li>{item}</li>)}</List>;
};
