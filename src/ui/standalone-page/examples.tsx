import { failure } from '../failure-picture/examples.tsx';
import { FailurePicture } from '../failure-picture/component.tsx';
import { HeadingGroup } from '../heading-group/component.tsx';
import { Notice } from '../notice/component.tsx';
import { Section } from '../section/component.tsx';
import { Table } from '../table/component.tsx';
import type { PageExample } from '../testing/example.ts';
import { StandalonePage } from './component.tsx';

export const pages: readonly PageExample[] = [
  {
    name: 'standalone page',
    page: (
      <StandalonePage lang="nl" title="Als Skyline wegvalt">
        <HeadingGroup kicker="Gemeente Waterlinde" title="Als Skyline wegvalt" lead="Dan vallen 8 van de 63 systemen uit." />
        <Notice kind="error" title="Er breken 2 beloften."><p>Een belofte is het aantal uren dat een dienst mag stilliggen.</p></Notice>
        <Section title="Wat er gebeurt"><FailurePicture label="Als Skyline wegvalt" columns={failure} /></Section>
        <Section title="Alles wat uitvalt"><Table caption="Alles wat uitvalt" captionHidden columns={[{ text: 'Dienst' }, { text: 'Waarom' }]} rows={[{ cells: ['Uitkering aanvragen', 'draait op Gemeentelijk platform'] }]} /></Section>
      </StandalonePage>
    ),
  },
];
