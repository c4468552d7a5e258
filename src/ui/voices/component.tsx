import type { Tone } from '../icon/component.tsx';
import { UserText } from '../link/component.tsx';
import { Tag } from '../tag/component.tsx';

export type Voice = { readonly who: string; readonly tone: Tone; readonly answer: string; readonly note?: string | undefined; /** A word for "this is yours". */ readonly own?: string | undefined };

/** Answers to one question, side by side and of equal weight: who says what, in what words. */
export const Voices = ({ label, voices }: { readonly label: string; readonly voices: readonly Voice[] }) => (
  <ul class="regie-voices" aria-label={label}>
    {voices.map(({ who, tone, answer, note, own }) => (
      <li>
        <p class="regie-voices__who">{who}{own && <span class="regie-quiet"> ({own})</span>}</p>
        <p><Tag tone={tone}>{answer}</Tag></p>
        {note && <blockquote><UserText text={note} /></blockquote>}
      </li>
    ))}
  </ul>
);
