import type { Child } from 'hono/jsx';
import { ranking } from '../bar-chart/examples.tsx';
import { Breadcrumb } from '../breadcrumb/component.tsx';
import { Button, ButtonLink, ButtonRow } from '../button/component.tsx';
import { Card, CardGrid } from '../card/component.tsx';
import { ChoiceGroup } from '../choice-group/component.tsx';
import { CompassRose } from '../compass/component.tsx';
import { ErrorSummary } from '../error-summary/component.tsx';
import type { PageExample } from './example.ts';
import { chain } from '../exposure-chain/examples.tsx';
import { ExposureChain } from '../exposure-chain/component.tsx';
import { failure } from '../failure-picture/examples.tsx';
import { FailurePicture } from '../failure-picture/component.tsx';
import { Form } from '../form/component.tsx';
import { HeadingGroup } from '../heading-group/component.tsx';
import { LayerPlate } from '../layer-plate/component.tsx';
import { plateRows, plateTexts } from '../layer-plate/examples.tsx';
import { Glance } from '../layers-at-a-glance/examples.tsx';
import { Notice } from '../notice/component.tsx';
import { Account, PageShell } from '../page-shell/component.tsx';
import { Columns, Prose, Section } from '../section/component.tsx';
import { verdicts } from '../share-bar/examples.tsx';
import { Stat, StatRow } from '../stat/component.tsx';
import { Tabs } from '../tabs/component.tsx';
import { Tag } from '../tag/component.tsx';
import { TextArea } from '../text-area/component.tsx';
import { TextInput } from '../text-input/component.tsx';
import { Timeline } from '../timeline/component.tsx';
import { mock } from './mock-shell.ts';

/** Pages put together as the application does it, to look at the parts in company. */
const account = <Account><span>R. de Vries</span><form action="/uit" method="post"><Button kind="link">Uitloggen</Button></form></Account>;
const Page = ({ title, trail = [], children }: { readonly title: string; readonly trail?: readonly string[]; readonly children?: Child }) => (
  <PageShell {...mock} title={`${title} – Regiekompas`} account={account} breadcrumb={trail.length > 0 && <Breadcrumb label="Kruimelpad" items={trail.map((text) => ({ href: '/', text }))} current={title} />} footer={<><p>Regiekompas is open broncode onder EUPL-1.2.</p><p>Wat onbekend is, blijft hier onbekend.</p></>}>
    {children}
  </PageShell>
);

const cockpit = (
  <Page title="Kompas">
    <HeadingGroup kicker="23 november 2026" title="Waar staat Waterlinde?" lead="U hebt 25 diensten, gedragen door 63 systemen van 30 leveranciers. Van elk ziet u wie erover gaat, en wat u nog niet weet." actions={<ButtonLink href="/rapport">Rapport voor het bestuur</ButtonLink>} />
    <Glance level={2} />
    <Columns>
      <Section title="Wat het beleid zegt" lead="Oordeel over 63 systemen volgens Cloudbeleid 3.">{verdicts}</Section>
      <Section title="Wat besluit vraagt"><Timeline label="Besluiten" moments={[{ dateTime: '2026-11-26', when: 'donderdag', title: 'Uitkeringen: zelf sleutels beheren of overstappen?', tone: 'caution' }, { dateTime: '2026-12-31', when: '31 december', title: 'Laatste dag om Zaakwerk op te zeggen', tone: 'caution' }, { dateTime: '2027-01-15', when: '15 januari', title: 'Ambitie op laag 6 herijken' }]} /></Section>
    </Columns>
    <Section title="Wat u nog niet weet" lead="Deze antwoorden maken het verschil.">
      <StatRow><Stat figure="19" tone="unknown" label="systemen zonder oordeel" href="/systemen" note="6 antwoorden maken er 14 zeker" /><Stat figure="11" tone="unknown" label="lagen zonder beheerder" href="/lagen" /><Stat figure="4" tone="bad" label="beweringen die bewijs tegenspreekt" href="/tegenspraak" /></StatRow>
    </Section>
    <Section title="Van wie hangt u het meest af?">{ranking}</Section>
  </Page>
);

const system = (
  <Page title="Zaaksysteem" trail={['Kompas', 'Systemen']}>
    <HeadingGroup kicker="Systeem" title="Zaaksysteem" lead="Alle aanvragen van inwoners lopen hier doorheen. Negen diensten kunnen niet zonder." actions={<><Tag tone="bad">Niet toegestaan</Tag><ButtonLink href="/bewerken">Bewerken</ButtonLink></>} />
    <Tabs label="Zaaksysteem" items={[{ href: '?t=1', text: 'Lagen', current: true }, { href: '?t=2', text: 'Oordeel' }, { href: '?t=3', text: 'Blootstelling', count: 2 }, { href: '?t=4', text: 'Herstel' }]} />
    <Notice kind="warning" title="Een scan spreekt een verklaring tegen"><p>Op laag 6 zegt de leverancier dat gegevens versleuteld zijn. De scan van 12 mei zag dat niet.</p></Notice>
    <Section title="Laag voor laag" lead="Wat met een pijl begint, is elders gezegd en geldt ook hier."><LayerPlate caption="Zaaksysteem, laag voor laag" texts={plateTexts} rows={plateRows} /></Section>
    <Section title="Hoe een vreemde wet erbij kan" lead="Verenigde Staten, ruime lezing."><ExposureChain label="De keten naar de Verenigde Staten" steps={chain} /></Section>
  </Page>
);

const simulation = (
  <Page title="Als Skyline Inc. wegvalt" trail={['Kompas', 'Wat als']}>
    <HeadingGroup kicker="Wat als" title="Als Skyline Inc. wegvalt" lead="Met alle dochters. Twee beloften aan inwoners breken; één dienst komt niet vanzelf terug." />
    <Section title="Wat er gebeurt"><FailurePicture label="Als Skyline wegvalt" columns={failure} /></Section>
  </Page>
);

const form = (
  <Page title="Systeem toevoegen" trail={['Kompas', 'Systemen']}>
    <HeadingGroup title="Systeem toevoegen" lead="Vul in wat u weet. Wat u openlaat, tonen we als onbekend." />
    <Columns shape="wide-first">
      <div class="regie-stack">
        <ErrorSummary title="Eén antwoord klopt nog niet" faults={[{ name: 'hours', message: 'Hersteltijd: vul een getal in, bijvoorbeeld 8.' }]} />
        <Form action="/systemen" guard hidden={{ token: 't' }}>
          <TextInput id="name" name="name" label="Naam van het systeem" value="Zaaksysteem" required />
          <TextInput id="hours" name="hours" label="Hersteltijd in uren" hint="De tijd die u bij de laatste oefening nodig had." value="drie" error="Vul een getal in, bijvoorbeeld 8." width="short" inputMode="decimal" />
          <ChoiceGroup id="delivery" kind="radio" name="delivery" label="Hoe wordt het geleverd?" choices={[{ value: 'own', text: 'In eigen huis' }, { value: 'saas', text: 'Als dienst', hint: 'De leverancier beheert alles; u gebruikt het.' }, { value: '', text: 'Weet ik niet' }]} chosen={['saas']} />
          <TextArea id="note" name="note" label="Toelichting" optional="niet verplicht" />
          <ButtonRow><Button>Opslaan</Button><ButtonLink kind="link" href="/systemen">Annuleren</ButtonLink></ButtonRow>
        </Form>
      </div>
      <Prose><h2>Zeg het één keer</h2><p>Staat iets al bij het platform waarop dit systeem draait? Dan hoeft u het hier niet te herhalen.</p></Prose>
    </Columns>
  </Page>
);

const welcome = (
  <Page title="Welkom">
    <HeadingGroup title="Van afhankelijkheid naar regie" lead="Zie laag voor laag wie over uw digitale dienstverlening gaat. Begin waar u wilt; u hebt nog niets nodig." emblem={<CompassRose />} />
    <CardGrid>
      <Card level={2} title="Begin een gesprek" href="/gesprek"><p>Zestien vragen over acht lagen. Zonder account, ook op papier.</p></Card>
      <Card level={2} title="Bekijk de voorbeeldgemeente" href="/voorbeeld"><p>Een verzonnen landschap om van te leren.</p></Card>
      <Card level={2} title="Lees een document in" href="/inlezen"><p>U ziet eerst wat er verandert.</p></Card>
      <Card level={2} title="Begin leeg" href="/leeg"><p>Eén dienst is genoeg om te beginnen.</p></Card>
    </CardGrid>
  </Page>
);

export const composedPages: readonly PageExample[] = [
  { name: 'cockpit', page: cockpit }, { name: 'system', page: system }, { name: 'simulation', page: simulation }, { name: 'form', page: form }, { name: 'welcome', page: welcome },
];
