import type { Example } from '../testing/example.ts';
import { Link } from '../link/component.tsx';
import { Legend, Picture } from '../picture/component.tsx';
import { type GlanceCell, type GlanceRow, LayersAtAGlance } from './component.tsx';

const percent = (value: number) => Math.round(value * 100);
function cell(lower: number, upper: number, ambition: number): GlanceCell {
  const text = lower === upper ? `${percent(lower)} %` : `${percent(lower)} tot ${percent(upper)} %`;
  if (lower >= ambition) return { lower, upper, ambition, text, verdict: { tone: 'good', text: 'ambitie gehaald' } };
  return upper < ambition ? { lower, upper, ambition, text, verdict: { tone: 'bad', text: 'onder de ambitie' } } : { lower, upper, ambition, text, verdict: { tone: 'unknown', text: 'nog niet te zeggen' } };
}
const rows: readonly GlanceRow[] = [
  { layer: 7, name: 'Toepassing', what: 'Wat mensen gebruiken', href: '/lagen/7', cells: [cell(0.62, 0.7, 0.6), cell(0.41, 0.63, 0.6), cell(0.5, 0.5, 0.6)] },
  { layer: 6, name: 'Presentatie', what: 'Versleuteling en vorm', href: '/lagen/6', cells: [cell(0.3, 0.55, 0.8), cell(0.2, 0.85, 0.8), cell(0.6, 0.72, 0.5)] },
  { layer: 5, name: 'Sessie', what: 'Wie er binnen mag', href: '/lagen/5', cells: [cell(0.9, 0.95, 0.8), cell(0.8, 0.9, 0.8), cell(0.7, 1, 0.8)] },
  { layer: 4, name: 'Transport', what: 'Betrouwbaar heen en weer', href: '/lagen/4', cells: [cell(1, 1, 0.7), cell(0.6, 0.6, 0.5), cell(0.75, 0.8, 0.5)] },
  { layer: 3, name: 'Netwerk', what: 'De route van gegevens', href: '/lagen/3', cells: [cell(0.2, 0.9, 0.5), cell(0.1, 0.8, 0.5), cell(0.35, 0.6, 0.5)] },
  { layer: 2, name: 'Verbinding', what: 'Verkeer tussen machines', href: '/lagen/2', cells: [cell(0, 1, 0.5), null, cell(0, 1, 0.5)] },
  { layer: 1, name: 'Fysiek', what: 'Gebouwen, kabels, machines', href: '/lagen/1', cells: [cell(0.55, 0.75, 0.7), cell(0.45, 0.5, 0.7), cell(0.6, 0.8, 0.7)] },
];
const legend = <Legend items={[{ sample: 'met', text: 'zeker op orde' }, { sample: 'unknown', text: 'onbekend' }, { sample: 'unmet', text: 'zeker niet op orde' }, { sample: 'ambition', text: 'ambitie van het bestuur' }]} />;
const conduct = <><p><strong>3</strong> gesprekken gevoerd dit kwartaal</p><p><strong>2</strong> <Link href="/dilemmas">dilemma’s open</Link></p><p>Alle zorgen op tijd beantwoord</p></>;

export const Glance = ({ level }: { readonly level?: 2 | 3 }) => (
  <Picture level={level} title="Acht lagen in één oogopslag" reading="Hoe ver een laag gevuld is, zo veel hebt u zeker in eigen hand. Gearceerd is onbekend: daar kan het nog twee kanten op." legend={legend}>
    <LayersAtAGlance caption="Acht lagen tegen de ambitie van het bestuur" texts={{ layer: 'Laag', nothing: 'Geen maatregelen op deze laag' }} dimensions={['Technisch', 'Juridisch', 'Operationeel']} rows={rows} conduct={{ layer: 8, name: 'Mens', what: 'Gedrag, geen score', href: '/lagen/8', children: conduct }} />
  </Picture>
);
export const examples: readonly Example[] = [{ name: 'the cockpit picture', node: <Glance /> }];
