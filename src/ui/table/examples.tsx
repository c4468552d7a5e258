import type { Example } from '../testing/example.ts';
import { Link, NamedLink } from '../link/component.tsx';
import { Tag } from '../tag/component.tsx';
import { Table } from './component.tsx';

export const examples: readonly Example[] = [
  {
    name: 'sortable, becomes cards on a phone',
    node: (
      <Table
        caption="Systemen" captionHidden
        columns={[{ text: 'Systeem', sort: { href: '?sort=-name', state: 'ascending' } }, { text: 'Leverancier', sort: { href: '?sort=provider', state: 'none' } }, { text: 'Oordeel' }, { text: 'Diensten', numeric: true, sort: { href: '?sort=services', state: 'none' } }]}
        rows={[
          { cells: [<NamedLink href="/systemen/zaak" text="Zaaksysteem" />, 'Skyline Ireland Ltd', <Tag tone="caution">Onder voorwaarden</Tag>, 9] },
          { cells: [<NamedLink href="/systemen/brp" text="Burgerzaken" />, 'Waterlijn Hosting', <Tag tone="good">Toegestaan</Tag>, 4] },
          { cells: [<NamedLink href="/systemen/chat" text="Chatvenster" />, <Tag tone="unknown">Onbekend</Tag>, <Tag tone="unknown">Nog niet te zeggen</Tag>, 1], highlighted: true },
        ]}
      />
    ),
  },
  {
    name: 'figures, scroll in their own region on a phone',
    node: (
      <Table
        caption="Uren tot herstel, per dienst" narrow="scroll"
        columns={[{ text: 'Dienst' }, { text: 'Toegestaan', numeric: true }, { text: 'Beloofd', numeric: true }, { text: 'Getest', numeric: true }, { text: 'Laatste oefening', numeric: true }]}
        rows={[{ cells: [<Link href="/diensten/uitkering">Uitkering aanvragen</Link>, '24', '72', 'nooit', '–'] }, { cells: [<Link href="/diensten/paspoort">Paspoort aanvragen</Link>, '48', '24', '30', '12-05-2026'] }]}
      />
    ),
  },
];
