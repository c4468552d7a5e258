/** The providers that take most promises with them. */
import type { PageView } from '../../../platform/screen.ts';
import { NamedLink } from '../../../ui/link/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import type { Cockpit } from '../cockpit.ts';
import { words } from '../words.ts';

export const FallsAway = ({ view }: { readonly view: PageView<object, Cockpit> }) => {
  const { fall } = words(view.locale);
  const rows = view.output.falls.map(({ id, name, breaches, services }) => ({
    cells: [<NamedLink href={`/simulation?without=provider:${id}`} text={name} />, String(breaches), String(services)],
  }));
  if (rows.length === 0) return null;
  return (
    <Section title={fall.title} lead={<p>{fall.lead} <NamedLink href="/simulation" text={fall.try} /></p>}>
      <Table caption={fall.caption} captionHidden columns={[{ text: fall.provider }, { text: fall.breaches, numeric: true }, { text: fall.services, numeric: true }]} rows={rows} narrow="scroll" />
    </Section>
  );
};
