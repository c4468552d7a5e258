import type { Example } from '../testing/example.ts';
import { NeedsTree } from './component.tsx';

export const examples: readonly Example[] = [
  {
    name: 'a chain with a choice',
    node: (
      <NeedsTree
        label="Wat Uitkering aanvragen nodig heeft"
        nodes={[
          { kind: 'thing', name: 'Uitkeringssysteem', href: '/systemen/uitkering', note: 'op papier 24 uur, nooit getest', needs: [{ kind: 'thing', name: 'Gemeentelijk platform', href: '/systemen/platform', how: 'draait op', note: 'op papier 72 uur, getest 120 uur', needs: [] }] },
          { kind: 'one-of', label: 'één van deze', needs: [{ kind: 'thing', name: 'Post A', href: '/systemen/a', needs: [] }, { kind: 'thing', name: 'Post B', href: '/systemen/b', needs: [{ kind: 'thing', name: 'Gemeentelijk platform', note: 'staat hierboven al', needs: [] }] }] },
        ]}
      />
    ),
  },
];
