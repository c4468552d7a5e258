import type { Example } from '../testing/example.ts';
import { Tag } from '../tag/component.tsx';
import { Card, CardGrid } from './component.tsx';

export const examples: readonly Example[] = [
  { name: 'cards', node: <CardGrid><Card title="Begin een gesprek" href="/gesprek"><p>Zestien vragen over acht lagen. Zonder account, ook op papier.</p></Card><Card title="Bekijk de voorbeeldgemeente" href="/voorbeeld"><p>Een verzonnen landschap om van te leren.</p></Card><Card title="Zaaksysteem" kicker="Systeem" mark={<Tag tone="caution">Onder voorwaarden</Tag>}><p>Drie vragen staan open.</p></Card></CardGrid> },
];
