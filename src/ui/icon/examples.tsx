import type { Example } from '../testing/example.ts';
import { Glyph, ToneMark } from './component.tsx';

export const examples: readonly Example[] = [
  { name: 'tones: the form says it, the colour repeats it', node: <p>{(['good', 'shielded', 'caution', 'bad', 'unknown', 'gap', 'neutral', 'info'] as const).map((tone) => <><ToneMark tone={tone} /> {tone} &nbsp; </>)}</p> },
  { name: 'glyphs', node: <p>{(['menu', 'search', 'previous', 'next', 'up', 'down', 'up-down', 'added', 'removed', 'changed', 'inherited', 'done', 'broken'] as const).map((name) => <><Glyph name={name} /> {name} &nbsp; </>)}</p> },
];
