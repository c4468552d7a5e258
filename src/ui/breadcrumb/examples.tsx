import type { Example } from '../testing/example.ts';
import { Breadcrumb } from './component.tsx';

export const examples: readonly Example[] = [{ name: 'breadcrumb', node: <Breadcrumb label="Kruimelpad" items={[{ href: '/', text: 'Kompas' }, { href: '/systemen', text: 'Systemen' }]} current="Zaaksysteem" /> }];
