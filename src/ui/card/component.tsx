import type { Child } from 'hono/jsx';
import { Link, UserText } from '../link/component.tsx';

type CardProps = {
  readonly title: string;
  readonly level?: 2 | 3 | 4 | undefined;
  /** The whole card then leads there; put no other link in it. */
  readonly href?: string | undefined;
  readonly kicker?: string | undefined;
  readonly mark?: Child;
  readonly children?: Child;
};

export const Card = ({ title, level = 3, href, kicker, mark, children }: CardProps) => {
  const Heading = `h${level}` as const;
  return (
    <article class={href === undefined ? 'regie-card' : 'regie-card regie-card--link'}>
      {mark}
      {kicker && <p class="regie-quiet">{kicker}</p>}
      <Heading class="regie-card__title">{href === undefined ? <UserText text={title} /> : <Link href={href}><UserText text={title} /></Link>}</Heading>
      {children}
    </article>
  );
};

/** `wide` for cards with sentences in them. */
export const CardGrid = ({ size = 'medium', children }: { readonly size?: 'medium' | 'wide' | undefined; readonly children?: Child }) => <div class={`regie-card-grid regie-card-grid--${size}`}>{children}</div>;
