import { Glyph } from '../icon/component.tsx';
import { Link } from '../link/component.tsx';

export type StepState = 'done' | 'current' | 'todo';
/** `mark` stands in the circle instead of the step's place, where the steps have numbers of their own. */
export type Step = { readonly text: string; readonly mark?: string | undefined; readonly state: StepState; readonly href?: string | undefined };

/** Where the reader is in something of several pages. `states` are the words for done, now and later. */
export const ProgressSteps = ({ label, steps, states }: { readonly label: string; readonly steps: readonly Step[]; readonly states: Readonly<Record<StepState, string>> }) => (
  <ol class="regie-steps" aria-label={label}>
    {steps.map(({ text, mark, state, href }, at) => (
      <li class={`regie-steps__step regie-steps__step--${state}`} aria-current={state === 'current' ? 'step' : undefined}>
        <span class="regie-steps__number" aria-hidden="true">{state === 'done' ? <Glyph name="done" /> : (mark ?? at + 1)}</span>
        <span>{href === undefined ? text : <Link href={href}>{text}</Link>} <span class="regie-hidden">({states[state]})</span></span>
      </li>
    ))}
  </ol>
);
