/** Who takes what along, as a table. */
import type { Target } from '../../../core/continuity/alone.ts';
import type { Blast } from '../../../core/continuity/rank.ts';
import type { Id } from '../../../core/landscape/document.ts';
import type { Reading } from '../../../core/library/library.ts';
import { NamedLink } from '../../../ui/link/component.tsx';
import { Table, type TableColumn } from '../../../ui/table/component.tsx';
import { countryOf, type Speaker } from '../spoken.ts';
import { simulationHref } from '../simulation-href.ts';
import { words } from '../words.ts';

const removalKinds = { providers: 'provider', groups: 'group', countries: 'country', systems: 'system' } as const;
export const removalOf = (of: Target, id: Id): string => `${removalKinds[of]}:${id}`;

export const rankedName = (speaker: Speaker, of: Target, id: Id, names: Readonly<Record<Id, string>>): string =>
  of === 'countries' ? countryOf(speaker, id) : Object.hasOwn(names, id) ? (names[id] ?? id) : id;

type RankingTableProps = {
  readonly speaker: Speaker;
  readonly of: Target;
  readonly blasts: readonly Blast[];
  readonly names: Readonly<Record<Id, string>>;
  /** Systems that count nowhere: every number may be higher. */
  readonly unknown: number;
  readonly reading?: Reading | undefined;
  readonly linked: boolean;
  readonly sorts?: ((column: 'name' | 'breaches' | 'essential' | 'services' | 'systems') => TableColumn['sort']) | undefined;
};

const figures = ['breaches', 'essential', 'services', 'systems'] as const;

export const RankingTable = ({ speaker, of, blasts, names, unknown, reading, linked, sorts }: RankingTableProps) => {
  const text = words(speaker.locale);
  // INVARIANT: a number that could be higher is not shown as if it were known.
  const number = (value: number): string => (unknown > 0 ? text.count.atLeast(String(value)) : String(value));
  const columns = (['name', ...figures] as const).map((column): TableColumn => ({ text: text.ranking.columns[column], numeric: column !== 'name', sort: sorts?.(column) }));
  return (
    <>
      {unknown > 0 && <p class="regie-quiet">{text.ranking.unknown(text.count.systems(String(unknown)))}</p>}
      <Table
        caption={text.ranking.of[of as 'providers']} captionHidden columns={columns}
        rows={blasts.map((blast) => ({ cells: [<NamedLink href={linked ? simulationHref([removalOf(of, blast.id)], reading) : undefined} text={rankedName(speaker, of, blast.id, names)} />, ...figures.map((figure) => number(blast[figure]))] }))}
      />
    </>
  );
};
