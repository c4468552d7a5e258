import type { Child } from 'hono/jsx';
import { ToneMark, type Tone } from '../icon/component.tsx';

export type NoticeKind = 'info' | 'success' | 'warning' | 'error';
const tones: Record<NoticeKind, Tone> = { info: 'info', success: 'good', warning: 'caution', error: 'bad' };

type NoticeProps = {
  readonly kind: NoticeKind;
  /** The first words; they must say by themselves whether this is good or bad news. */
  readonly title: string;
  readonly children?: Child;
  /** Read out at once: for an answer to what the reader just did. */
  readonly live?: boolean | undefined;
};

export const Notice = ({ kind, title, children, live }: NoticeProps) => (
  <div class={`regie-notice regie-notice--${kind}`} role={live ? 'status' : undefined}>
    <ToneMark tone={tones[kind]} />
    <div class="regie-notice__body"><p class="regie-notice__title">{title}</p>{children}</div>
  </div>
);
