import type { Child } from 'hono/jsx';

/** Nothing here yet: says what would stand here and what to do. */
export const EmptyState = ({ title, level = 2, children, actions }: { readonly title: string; readonly level?: 2 | 3 | 4 | undefined; readonly children?: Child; readonly actions?: Child }) => {
  const Heading = `h${level}` as const;
  return (
    <div class="regie-empty">
      <Heading class="regie-empty__title">{title}</Heading>
      {children && <div class="regie-prose">{children}</div>}
      {actions && <div class="regie-button-row">{actions}</div>}
    </div>
  );
};
