import type { Example } from '../testing/example.ts';
import { Tabs } from './component.tsx';

export const examples: readonly Example[] = [{ name: 'tabs', node: <Tabs label="Zaaksysteem" items={[{ href: '?t=lagen', text: 'Lagen', current: true }, { href: '?t=oordeel', text: 'Oordeel' }, { href: '?t=blootstelling', text: 'Blootstelling', count: 2 }]} /> }];
