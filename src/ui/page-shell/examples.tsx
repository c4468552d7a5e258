import { Breadcrumb } from '../breadcrumb/component.tsx';
import { Button } from '../button/component.tsx';
import type { PageExample } from '../testing/example.ts';
import { HeadingGroup } from '../heading-group/component.tsx';
import { mock } from '../testing/mock-shell.ts';
import { Account, PageShell } from './component.tsx';

export const pages: readonly PageExample[] = [
  {
    name: 'page shell',
    page: (
      <PageShell {...mock} account={<Account><span>R. de Vries</span><form action="/uit" method="post"><Button kind="link">Uitloggen</Button></form></Account>} title="Systemen – Regiekompas" breadcrumb={<Breadcrumb label="Kruimelpad" items={[{ href: '/', text: 'Kompas' }]} current="Systemen" />} footer={<p>Open broncode onder EUPL-1.2</p>}>
        <HeadingGroup title="Systemen" lead="Alles waar uw diensten op draaien." />
      </PageShell>
    ),
  },
];
