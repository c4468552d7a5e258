import { Link, UserText } from '../link/component.tsx';

type BreadcrumbProps = { readonly label: string; readonly items: readonly { readonly href: string; readonly text: string }[]; readonly current: string };

export const Breadcrumb = ({ label, items, current }: BreadcrumbProps) => (
  <nav class="regie-breadcrumb" aria-label={label}>
    <ol>
      {items.map(({ href, text }) => <li><Link href={href}><UserText text={text} /></Link></li>)}
      <li><span aria-current="page"><UserText text={current} /></span></li>
    </ol>
  </nav>
);
