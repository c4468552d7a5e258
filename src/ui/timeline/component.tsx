import type { Child } from 'hono/jsx';
import { ToneMark, type Tone } from '../icon/component.tsx';

export type Moment = { readonly dateTime: string; readonly when: string; readonly title: Child; readonly tone?: Tone | undefined; readonly children?: Child };

/** What happened or will happen, in order. */
export const Timeline = ({ label, moments }: { readonly label: string; readonly moments: readonly Moment[] }) => (
  <ol class="regie-timeline" aria-label={label}>
    {moments.map(({ dateTime, when, title, tone = 'neutral', children }) => (
      <li class={`regie-tone--${tone}`}>
        <ToneMark tone={tone} />
        <time class="regie-quiet" datetime={dateTime}>{when}</time>
        <p class="regie-timeline__title">{title}</p>
        {children && <div class="regie-timeline__body">{children}</div>}
      </li>
    ))}
  </ol>
);
