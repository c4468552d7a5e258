/** Every service with its promise, and whether the promise survives the loss of any one thing. */
import type { Target } from '../../core/continuity/alone.ts';
import { type Breakers, breakersOf } from '../../core/continuity/breakers.ts';
import { type Loss, servicesOn } from '../../core/continuity/promises.ts';
import type { Setting } from '../../core/continuity/setting.ts';
import type { Criticality, Id, Service } from '../../core/landscape/document.ts';
import { lossesIn, rankingIn } from './ground.ts';

/**
 * By tested hours something breaks it: `breaks` where a test or even the paper shows so, `unproven` where nobody
 * tested and the paper says it holds. `unknown`: nothing known breaks it, but not all is known; `none`: no promise.
 */
export const promiseVerdicts = ['breaks', 'unproven', 'unknown', 'holds', 'none'] as const;
export type PromiseVerdict = (typeof promiseVerdicts)[number];

/** A supplier counts with all it controls: who owns it, decides over it. */
export const losers = ['systems', 'groups', 'countries'] as const satisfies readonly Target[];
export type Loser = (typeof losers)[number];

export type ServiceRow = {
  readonly id: Id;
  readonly name: string;
  readonly criticality: Criticality;
  readonly maxDowntimeHours: number | null;
  readonly verdict: PromiseVerdict;
  /** How many of each break the promise alone, by tested hours. */
  readonly by: Readonly<Record<Loser, number>>;
  /** Something it stands on has an unknown operator or country: `by` could be more. */
  readonly isUnknown: boolean;
};

/** Where an organisation's own country falls away, nobody asks after its promises. */
const isHome = (setting: Setting, of: Target, id: Id): boolean => of === 'countries' && id === setting.landscape.organisation.country;

/** One thing that falls away alone, by both figures. Whatever stops a service by the one stops it by the other. */
export type FigureLoss = { readonly of: Loser; readonly id: Id; readonly declared: Loss; readonly tested: Loss };

export function lossesTo(setting: Setting, service: Id, of: Loser): readonly FigureLoss[] {
  const onPaper = new Map((lossesIn(setting, of, 'declared').get(service) ?? []).map((loss) => [loss.id, loss]));
  return (lossesIn(setting, of, 'tested').get(service) ?? []).flatMap((tested) => {
    const declared = onPaper.get(tested.id);
    return declared === undefined || isHome(setting, of, tested.id) ? [] : [{ of, id: tested.id, declared, tested }];
  });
}

/** A test showed it, or even the paper says so; otherwise it is only that nobody tested. */
export const isProven = ({ declared, tested }: Pick<FigureLoss, 'declared' | 'tested'>): boolean => tested.breaks && (Number.isFinite(tested.hours) || declared.breaks);

function verdictOn(service: Service, breakers: readonly (Breakers | undefined)[], isUnknown: boolean): PromiseVerdict {
  if (service.maxDowntimeHours === undefined) return 'none';
  if (breakers.some((each) => each !== undefined && each.count > 0)) return breakers.some((each) => each?.proven) ? 'breaks' : 'unproven';
  return isUnknown || service.needs.length === 0 ? 'unknown' : 'holds';
}

/** Every service of the setting, in its order. */
function rowsOf(setting: Setting): readonly ServiceRow[] {
  const home = new Set([setting.landscape.organisation.country]);
  const nobody = new Set<Id>();
  const breakers = { systems: breakersOf(setting, 'systems', nobody), groups: breakersOf(setting, 'groups', nobody), countries: breakersOf(setting, 'countries', home) };
  const unknown = servicesOn(setting.dependencies, rankingIn(setting, 'countries').unknown);
  return setting.landscape.services.map((service) => {
    const { id, name, criticality, maxDowntimeHours = null } = service;
    const count = (of: Loser): number => breakers[of].get(id)?.count ?? 0;
    const by = { systems: count('systems'), groups: count('groups'), countries: count('countries') };
    const isUnknown = unknown.has(id);
    return { id, name, criticality, maxDowntimeHours, verdict: verdictOn(service, losers.map((of) => breakers[of].get(id)), isUnknown), by, isUnknown };
  });
}

const known = new WeakMap<Setting, readonly ServiceRow[]>();

export function serviceRows(setting: Setting): readonly ServiceRow[] {
  const rows = known.get(setting) ?? rowsOf(setting);
  known.set(setting, rows);
  return rows;
}
