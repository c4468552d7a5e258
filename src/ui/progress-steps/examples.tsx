import type { Example } from '../testing/example.ts';
import { ProgressSteps } from './component.tsx';

export const examples: readonly Example[] = [{ name: 'steps', node: <ProgressSteps label="Inlezen" states={{ done: 'klaar', current: 'nu', todo: 'straks' }} steps={[{ text: 'Bestand kiezen', state: 'done', href: '?stap=1' }, { text: 'Verschil bekijken', state: 'current' }, { text: 'Overnemen', state: 'todo' }]} /> }];
