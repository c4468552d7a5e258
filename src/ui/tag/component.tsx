import type { Child } from 'hono/jsx';
import { ToneMark, type Tone } from '../icon/component.tsx';

/** A state in one word: form, colour and word say the same. */
export const Tag = ({ tone, children }: { readonly tone: Tone; readonly children?: Child }) => (
  <span class={`regie-tag regie-tone--${tone}`}><ToneMark tone={tone} /> <span>{children}</span></span>
);
