import { ButtonLink } from '../button/component.tsx';
import type { Example } from '../testing/example.ts';
import { HeadingGroup } from './component.tsx';

export const examples: readonly Example[] = [
  { name: 'with kicker, lead and actions', node: <HeadingGroup level={2} kicker="Systeem" title="Zaaksysteem" lead="Hier lopen alle aanvragen van inwoners doorheen. Het draait bij een leverancier met een Amerikaanse eigenaar." actions={<ButtonLink href="/systemen/zaak/bewerken">Bewerken</ButtonLink>} /> },
];
