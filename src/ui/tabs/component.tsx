import { Link } from '../link/component.tsx';

export type Tab = { readonly href: string; readonly text: string; readonly count?: number | undefined; readonly current?: boolean | undefined };

/** Sides of one thing, each a page with an address of its own. */
export const Tabs = ({ label, items }: { readonly label: string; readonly items: readonly Tab[] }) => (
  <nav class="regie-tabs" aria-label={label}>
    <ul>{items.map(({ href, text, count, current }) => <li><Link href={href} current={current}>{text}{count !== undefined && <span class="regie-tabs__count"> {count}</span>}</Link></li>)}</ul>
  </nav>
);
