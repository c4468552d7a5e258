/** Where to begin: who takes most along, and in how few hands each layer lies. */
import type { Rankable } from '../../../core/continuity/alone.ts';
import { BarChart } from '../../../ui/bar-chart/component.tsx';
import { Link } from '../../../ui/link/component.tsx';
import { Columns, Section } from '../../../ui/section/component.tsx';
import { readingWord } from '../../sovereignty/public.ts';
import type { Overview as OverviewData } from '../shown.ts';
import { simulationHref } from '../simulation-href.ts';
import { words } from '../words.ts';
import { ConcentrationTable } from './concentration-table.tsx';
import { rankedName, removalOf } from './ranking-table.tsx';
import type { SimulationView } from './simulation-form.tsx';

type OverviewProps = { readonly view: SimulationView; readonly overview: OverviewData };

const Chart = ({ view, overview, of }: OverviewProps & { readonly of: Rankable }) => {
  const text = words(view.locale);
  const { blasts, unknown } = overview[of];
  const number = (value: number): string => (unknown > 0 ? text.count.atLeast(String(value)) : String(value));
  const bars = blasts.map(({ id, breaches, services }) => ({
    text: rankedName(view, of, id, overview.names),
    href: simulationHref([removalOf(of, id)], view.output.reading),
    value: breaches,
    valueText: text.count.promises(number(breaches)),
    note: text.count.services(number(services)),
  }));
  return (
    <div class="regie-stack">
      {bars.length === 0 ? <p>{text.ranking.nothing}</p> : <BarChart caption={text.ranking.chart[of]} texts={{ name: text.ranking.short[of], value: text.ranking.value }} bars={bars} />}
      <p><Link href={`/simulation/ranking?${new URLSearchParams({ of, ...(view.output.reading === 'narrow' && { reading: 'narrow' }) })}`}>{text.ranking.all[of]}</Link></p>
    </div>
  );
};

export const Overview = ({ view, overview, systems }: OverviewProps & { readonly systems: number }) => {
  const text = words(view.locale).ranking;
  const unknown = overview.countries.unknown;
  return (
    <>
      <Section title={text.single} lead={<p>{text.singleLead} {unknown > 0 && text.unknown(words(view.locale).count.systems(String(unknown)))} {readingWord(view.locale, view.output.reading)}.</p>}>
        <Columns><Chart view={view} overview={overview} of="providers" /><Chart view={view} overview={overview} of="countries" /></Columns>
      </Section>
      <ConcentrationTable speaker={view} layers={overview.concentration} names={overview.names} total={systems} level={2} />
    </>
  );
};
