import type { Child } from 'hono/jsx';
import type { Tone } from '../icon/component.tsx';
import { ToneMark } from '../icon/component.tsx';
import { Link } from '../link/component.tsx';

type StatProps = {
  readonly figure: string;
  /** What is counted, in words that make a sentence with the figure. */
  readonly label: string;
  /** What it means, or how much of it is unknown. */
  readonly note?: string | undefined;
  readonly href?: string | undefined;
  readonly tone?: Tone | undefined;
};

export const Stat = ({ figure, label, note, href, tone }: StatProps) => (
  <div class={`regie-stat${tone ? ` regie-tone--${tone}` : ''}`}>
    <p class="regie-stat__figure">{figure}{tone && <> <ToneMark tone={tone} /></>}</p>
    <p class="regie-stat__label">{href === undefined ? label : <Link href={href}>{label}</Link>}</p>
    {note && <p class="regie-quiet">{note}</p>}
  </div>
);

export const StatRow = ({ children }: { readonly children?: Child }) => <div class="regie-stat-row">{children}</div>;
