import type { Child } from 'hono/jsx';
import { Disclosure } from '../disclosure/component.tsx';

type PictureProps = {
  readonly title: string;
  readonly level?: 2 | 3 | 4 | undefined;
  /** How to read it, or what it says: one or two sentences. */
  readonly reading?: Child;
  readonly legend?: Child;
  /** The same as a table, one click away and open on paper. */
  readonly table?: { readonly summary: string; readonly content: Child } | undefined;
  readonly children?: Child;
};

/** The frame around a picture: title, how to read it, the picture, its legend and the same in a table. */
export const Picture = ({ title, level = 3, reading, legend, table, children }: PictureProps) => {
  const Heading = `h${level}` as const;
  return (
    <figure class="regie-picture">
      <figcaption><Heading>{title}</Heading>{reading && <div class="regie-section__lead">{reading}</div>}</figcaption>
      {children}
      {legend}
      {table && <Disclosure summary={table.summary}>{table.content}</Disclosure>}
    </figure>
  );
};

export type LegendSample = 'met' | 'unknown' | 'unmet' | 'ambition' | 'solid' | 'dashed';

const samples: Record<LegendSample, Child> = {
  met: <rect class="regie-bar__met" x="1" y="4" width="30" height="12" />,
  unknown: <><rect class="regie-bar__frame" x="1" y="4" width="30" height="12" /><path class="regie-bar__hatch" d="M1 11 8 4M3 16 15 4M10 16 22 4M17 16 29 4M24 16l7-7" /></>,
  unmet: <rect class="regie-bar__frame" x="1" y="4" width="30" height="12" />,
  ambition: <path class="regie-bar__ambition" d="M16 1v18M12 1h8l-4 5Z" />,
  solid: <path class="regie-line" d="M1 10h30" />,
  dashed: <path class="regie-line regie-line--dashed" d="M1 10h30" />,
};

/** What the signs of a picture mean. */
export const Legend = ({ items }: { readonly items: readonly { readonly sample: LegendSample; readonly text: string }[] }) => (
  <ul class="regie-legend">
    {items.map(({ sample, text }) => <li><svg viewBox="0 0 32 20" width="32" height="20" aria-hidden="true" focusable="false">{samples[sample]}</svg> {text}</li>)}
  </ul>
);
