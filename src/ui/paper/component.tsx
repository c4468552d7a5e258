import type { Child } from 'hono/jsx';

const count = (lines: number): readonly number[] => Array.from({ length: lines }, (_, at) => at);

/** Room to write, on paper only: a box for each answer, and lines. Not there for who reads on a screen. */
export const PaperAnswer = ({ choices = [], lines }: { readonly choices?: readonly string[] | undefined; readonly lines: number }) => (
  <div class="regie-paper" aria-hidden="true">
    {choices.length > 0 && <div class="regie-paper__choices">{choices.map((choice) => <span><span class="regie-paper__box"></span>{choice}</span>)}</div>}
    {count(lines).map(() => <div class="regie-paper__line"></div>)}
  </div>
);

/** Who, where, when: labels with a line behind each, on paper only. */
export const PaperFields = ({ labels }: { readonly labels: readonly string[] }) => (
  <div class="regie-paper" aria-hidden="true">{labels.map((label) => <div class="regie-paper__field">{label}</div>)}</div>
);

/** What only makes sense on a screen: links through the page, what to press, what one can look up. */
export const ScreenOnly = ({ inline, children }: { readonly inline?: boolean | undefined; readonly children?: Child }) =>
  inline ? <span class="regie-screen-only">{children}</span> : <div class="regie-screen-only">{children}</div>;

/** Begins on a sheet of its own, and stays together. */
export const Sheet = ({ id, children }: { readonly id?: string | undefined; readonly children?: Child }) => <section class="regie-sheet" id={id}>{children}</section>;
