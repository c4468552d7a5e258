import type { Child } from 'hono/jsx';

/** More for who wants it. Open on paper. */
export const Disclosure = ({ summary, open, children }: { readonly summary: Child; readonly open?: boolean | undefined; readonly children?: Child }) => (
  <details class="regie-disclosure" open={open}>
    <summary>{summary}</summary>
    <div class="regie-disclosure__body">{children}</div>
  </details>
);
