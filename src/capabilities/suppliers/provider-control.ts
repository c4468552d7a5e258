/** Who decides over a provider and through which holdings, in the order in which one tells it. */
import { z } from 'zod';
import { controlChain } from '../../core/control/controllers.ts';
import type { Holding } from '../../core/control/ownership.ts';
import { stakesIn, uncovered } from '../../core/control/stakes.ts';
import type { Setting } from '../../core/continuity/setting.ts';
import type { Id } from '../../core/landscape/document.ts';
import { named } from './shapes.ts';

const holding = z.strictObject({ owner: named, share: z.number(), control: z.boolean() });
/** The holdings that together give control over `owned`. */
const step = z.strictObject({ owned: named, holdings: z.array(holding) });
export const controllerShape = z.strictObject({
  ...named.shape,
  country: z.string(),
  /** Nobody we know of decides over this one in turn. */
  ultimate: z.boolean(),
  /** From the controller down to the provider. */
  chain: z.array(step),
});
export type Controller = z.output<typeof controllerShape>;
export type ControlStep = z.output<typeof step>;

const nameIn = (setting: Setting, id: Id) => ({ id, name: setting.ownership.providers.get(id)?.name ?? id });

/** Those who decide in the end; where they all decide over each other, all of them. */
export function ultimateControllers({ controllers }: Setting, id: Id): readonly Id[] {
  const all = controllers.get(id) ?? [];
  const last = all.filter((controller) => (controllers.get(controller) ?? []).length === 0);
  return last.length === 0 ? all : last;
}

const stepsOf = (setting: Setting, chain: readonly Holding[]): ControlStep[] =>
  [...Map.groupBy(chain, ({ owned }) => owned)].map(([owned, holdings]) => ({
    owned: nameIn(setting, owned),
    holdings: holdings.map(({ owner, share, control }) => ({ owner: nameIn(setting, owner), share, control })),
  }));

/** Ultimate ones first. */
export function controllersOf(setting: Setting, id: Id): Controller[] {
  const ultimate = new Set(ultimateControllers(setting, id));
  return (setting.controllers.get(id) ?? [])
    .map((controller) => ({
      ...nameIn(setting, controller),
      country: setting.ownership.providers.get(controller)?.country ?? '',
      ultimate: ultimate.has(controller),
      chain: stepsOf(setting, controlChain(setting.ownership, controller, id) ?? []),
    }))
    .sort((a, b) => Number(b.ultimate) - Number(a.ultimate));
}

/** True where somebody we do not know of may decide: nobody we know does, and part of the shares is unaccounted for. */
export const mayHaveUnknownController = ({ controllers, ownership }: Setting, id: Id): boolean =>
  (controllers.get(id) ?? []).length === 0 && uncovered(ownership, id) > 0;

/** A share is null where a loop of entities owns itself whole, so that no figure means anything. */
const stake = z.strictObject({ ...named.shape, share: z.number().nullable() });
export const stakesShape = z.strictObject({ stakes: z.array(stake), /** By the entity of which no owner is recorded for that part. */ unknown: z.array(stake) });

const bySize = (a: { share: number | null }, b: { share: number | null }): number => (b.share ?? 2) - (a.share ?? 2);

export function stakesOf(setting: Setting, id: Id): z.output<typeof stakesShape> {
  const { stakes, unknown } = stakesIn(setting.ownership, id);
  return {
    stakes: stakes.map(({ holder, share }) => ({ ...nameIn(setting, holder), share })).sort(bySize),
    unknown: unknown.map(({ at, share }) => ({ ...nameIn(setting, at), share })).sort(bySize),
  };
}
