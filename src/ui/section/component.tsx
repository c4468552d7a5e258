import type { Child } from 'hono/jsx';

type SectionProps = { readonly title: string; readonly lead?: Child; readonly id?: string | undefined; readonly level?: 2 | 3 | undefined; readonly children?: Child };

/** A part of a page with its heading and, where needed, a sentence that says how to read it. */
export const Section = ({ title, lead, id, level = 2, children }: SectionProps) => {
  const Heading = `h${level}` as const;
  return (
    <section class={`regie-section regie-section--${level}`} id={id}>
      <div class="regie-section__head"><Heading>{title}</Heading>{lead && <div class="regie-section__lead">{lead}</div>}</div>
      {children}
    </section>
  );
};

/** Running text at a readable width, with space between its paragraphs. */
export const Prose = ({ children }: { readonly children?: Child }) => <div class="regie-prose">{children}</div>;

/** Parts beside each other where there is room: equal, or a wide one with a narrow one after it. */
export const Columns = ({ shape = 'equal', children }: { readonly shape?: 'equal' | 'wide-first' | undefined; readonly children?: Child }) => (
  <div class={`regie-columns regie-columns--${shape}`}>{children}</div>
);

/** Parts below each other with even space. */
export const Stack = ({ children }: { readonly children?: Child }) => <div class="regie-stack">{children}</div>;
