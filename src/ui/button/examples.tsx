import type { Example } from '../testing/example.ts';
import { Button, ButtonLink, ButtonRow, CopyButton, PrintButton } from './component.tsx';

export const examples: readonly Example[] = [
  { name: 'print', node: <PrintButton>Druk af</PrintButton> },
  { name: 'kinds', node: <ButtonRow><Button>Opslaan</Button><Button kind="secondary">Voorbeeld bekijken</Button><Button kind="danger" label="Verwijderen: Zaaksysteem">Verwijderen</Button><Button kind="link">Annuleren</Button></ButtonRow> },
  { name: 'links that look like buttons', node: <ButtonRow><ButtonLink kind="primary" href="/gesprek">Begin een gesprek</ButtonLink><ButtonLink href="/systemen/nieuw">Systeem toevoegen</ButtonLink></ButtonRow> },
  { name: 'copy, only with script', node: <CopyButton text="bin/regie assess landschap.yaml" doneText="Gekopieerd">Kopieer de opdracht</CopyButton> },
];
