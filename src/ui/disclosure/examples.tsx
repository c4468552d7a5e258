import type { Example } from '../testing/example.ts';
import { Disclosure } from './component.tsx';

export const examples: readonly Example[] = [{ name: 'closed and open', node: <><Disclosure summary="Waarom doen we dit zo?"><p>Omdat de wet vraagt dat u zelf over de sleutels gaat.</p></Disclosure><Disclosure summary="Bronnen" open><p>AVG, artikel 48.</p></Disclosure></> }];
