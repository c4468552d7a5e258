/** An answer of the engine with what is needed to tell it: the names of all it speaks of, and how sure its numbers are. */
import { rankingDocument, simulationDocument } from '../../core/continuity/document.ts';
import type { Rankable } from '../../core/continuity/alone.ts';
import type { Scenario } from '../../core/continuity/scenario.ts';
import type { Setting } from '../../core/continuity/setting.ts';
import { simulate, type Simulation } from '../../core/continuity/simulate.ts';
import type { Criticality, Id, Landscape, Recovery } from '../../core/landscape/document.ts';
import { concentrationIn, rankingIn } from './ground.ts';

export type SimulationAnswer = ReturnType<typeof simulationDocument>;
export type RankingAnswer = ReturnType<typeof rankingDocument>;

export type NamedSystem = { readonly name: string; readonly recovery?: Recovery };
export type NamedService = { readonly name: string; readonly criticality: Criticality; readonly maxDowntimeHours?: number };
/** By id; only what the answer speaks of. Systems and services share no id. */
export type Names = {
  readonly providers: Readonly<Record<Id, string>>;
  readonly systems: Readonly<Record<Id, NamedSystem>>;
  readonly services: Readonly<Record<Id, NamedService>>;
};

/** Counts if every system of which it is unknown were hit as well. */
export type AtMost = { readonly systems: number; readonly services: number; readonly breaches: number };

export type SimulationTold = {
  readonly answer: SimulationAnswer;
  readonly names: Names;
  readonly total: { readonly systems: number; readonly services: number };
  readonly atMost: AtMost;
};
export type RankingTold = { readonly answer: RankingAnswer; readonly names: Names; readonly total: { readonly systems: number; readonly services: number } };

const only = <Item extends { readonly id: Id }, Shown>(items: readonly Item[], ids: ReadonlySet<Id> | null, shown: (item: Item) => Shown): Readonly<Record<Id, Shown>> =>
  Object.fromEntries(items.flatMap((item) => (ids === null || ids.has(item.id) ? [[item.id, shown(item)]] : [])));

const namedSystem = ({ name, recovery }: Landscape['systems'][number]): NamedSystem => ({ name, ...(recovery !== undefined && { recovery }) });
const namedService = ({ name, criticality, maxDowntimeHours }: Landscape['services'][number]): NamedService => ({ name, criticality, ...(maxDowntimeHours !== undefined && { maxDowntimeHours }) });

/** Providers are few; of systems and services only what falls or might. */
const namesOf = (landscape: Landscape, systems: ReadonlySet<Id> | null, services: ReadonlySet<Id> | null): Names => ({
  providers: only(landscape.providers, null, ({ name }) => name),
  systems: only(landscape.systems, systems, namedSystem),
  services: only(landscape.services, services, namedService),
});

const totalOf = ({ systems, services }: Landscape) => ({ systems: systems.length, services: services.length });

const atMostOf = (setting: Setting, simulation: Simulation): AtMost => {
  const { systems, services } = simulation.failedIfUnknownHit;
  const counts = { systems: systems.length, services: services.length };
  if (simulation.unknown.size === 0) return { ...counts, breaches: simulation.restoration.tested.breaches.length };
  const worst = simulate(setting, [...simulation.scenario, ...[...simulation.unknown.keys()].map((id) => ({ kind: 'system' as const, id }))]);
  return { ...counts, breaches: worst.restoration.tested.breaches.length };
};

export function tellSimulation(setting: Setting, scenario: Scenario): SimulationTold {
  const simulation = simulate(setting, scenario);
  const { landscape } = setting;
  const named = scenario.flatMap((removal) => (removal.kind === 'system' || removal.kind === 'layer' ? [removal.id] : []));
  return {
    answer: simulationDocument(simulation),
    names: namesOf(landscape, new Set([...named, ...simulation.failed.systems, ...simulation.unknown.keys()]), new Set(simulation.failed.services)),
    total: totalOf(landscape),
    atMost: atMostOf(setting, simulation),
  };
}

export const tellRanking = (setting: Setting, of: Rankable): RankingTold => ({
  answer: rankingDocument(rankingIn(setting, of), setting.reading, concentrationIn(setting)),
  names: namesOf(setting.landscape, new Set(), new Set()),
  total: totalOf(setting.landscape),
});
