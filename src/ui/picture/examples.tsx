import type { Example } from '../testing/example.ts';
import { Legend, Picture } from './component.tsx';

export const examples: readonly Example[] = [
  { name: 'frame and legend', node: <Picture title="Een plaatje" reading="Zo leest u het." legend={<Legend items={[{ sample: 'met', text: 'op orde' }, { sample: 'unknown', text: 'onbekend' }, { sample: 'unmet', text: 'niet op orde' }, { sample: 'ambition', text: 'ambitie van het bestuur' }, { sample: 'solid', text: 'eigendom' }, { sample: 'dashed', text: 'onderaannemer' }]} />} table={{ summary: 'Toon als tabel', content: <p>(tabel)</p> }}><p>(plaatje)</p></Picture> },
];
