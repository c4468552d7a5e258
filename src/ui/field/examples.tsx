import type { Example } from '../testing/example.ts';
import { describedBy, Field } from './component.tsx';

const share = { id: 'ex-field-share', label: 'Aandeel', hint: 'Tussen 0 en 1.', optional: 'niet verplicht' };
export const examples: readonly Example[] = [
  { name: 'around a control of your own', node: <Field {...share}><input class="regie-input regie-input--short" type="number" step="0.01" min="0" max="1" id={share.id} name="share" aria-describedby={describedBy(share)} /></Field> },
];
