import type { Child } from 'hono/jsx';

type HeadingGroupProps = {
  readonly title: Child;
  /** What kind of thing this is, above the title. */
  readonly kicker?: string | undefined;
  /** One or two sentences that say what the page tells. */
  readonly lead?: Child;
  readonly level?: 1 | 2 | undefined;
  readonly actions?: Child;
  /** A drawing beside the title where there is room, such as `CompassRose`. */
  readonly emblem?: Child;
};

export const HeadingGroup = ({ title, kicker, lead, level = 1, actions, emblem }: HeadingGroupProps) => {
  const Heading = `h${level}` as const;
  return (
    <header class="regie-heading">
      <div class="regie-heading__text">
        {kicker && <p class="regie-heading__kicker">{kicker}</p>}
        <Heading>{title}</Heading>
        {lead && <div class="regie-heading__lead">{lead}</div>}
      </div>
      {emblem && <div class="regie-heading__emblem">{emblem}</div>}
      {actions && <div class="regie-heading__actions">{actions}</div>}
    </header>
  );
};
