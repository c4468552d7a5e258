import type { Child } from 'hono/jsx';
import { CardGrid } from '../../../ui/card/component.tsx';
import { Columns } from '../../../ui/section/component.tsx';

/** Few cards share the whole width; many stand in a grid. */
export const Cards = ({ cards }: { readonly cards: Child[] }) => (cards.length <= 3 ? <Columns>{cards}</Columns> : <CardGrid>{cards}</CardGrid>);
