/**
 * What simulations and rankings of one landscape share, each worked out once. `currentLandscape` hands out one
 * and the same value per revision and day and keeps the organisations asked for last, so that what is kept here
 * lives exactly as long as the landscape it was found in. For ten thousand systems a ranking takes seconds.
 */
import type { Target } from '../../core/continuity/alone.ts';
import { concentration, type Concentration } from '../../core/continuity/concentration.ts';
import { lossesOf, type Loss } from '../../core/continuity/promises.ts';
import { rank, type Ranking } from '../../core/continuity/rank.ts';
import type { Figure } from '../../core/continuity/recovery.ts';
import { settingOf, type Setting } from '../../core/continuity/setting.ts';
import type { Id, Landscape } from '../../core/landscape/document.ts';
import { resolvePlates } from '../../core/landscape/plates.ts';
import type { Reading } from '../../core/library/library.ts';
import type { Context } from '../../platform/context.ts';
import { currentLandscape } from '../landscape/public.ts';

/** Found once per key, for as long as `owner` is in use by somebody. */
const remembered = <Key extends object, Found>(find: (owner: Key, name: string) => Found): ((owner: Key, name: string) => Found) => {
  const known = new WeakMap<Key, Map<string, Found>>();
  return (owner, name) => {
    const found = known.get(owner) ?? new Map<string, Found>();
    known.set(owner, found);
    if (!found.has(name)) found.set(name, find(owner, name));
    return found.get(name) as Found;
  };
};

const platesOf = remembered((landscape: Landscape) => resolvePlates(landscape));
const settings = remembered((landscape: Landscape, reading) => settingOf(landscape, platesOf(landscape, ''), reading as Reading));
export const settingFor = (landscape: Landscape, reading: Reading): Setting => settings(landscape, reading);

const rankings = remembered((setting: Setting, of) => rank(setting, of as Target));
export const rankingIn = <Of extends Target>(setting: Setting, of: Of): Ranking<Of> => rankings(setting, of) as Ranking<Of>;

export type Losses = ReadonlyMap<Id, readonly Loss[]>;
const losses = remembered((setting: Setting, name) => {
  const [of, figure] = name.split(' ') as [Target, Figure];
  return lossesOf(setting, of, figure);
});
export const lossesIn = (setting: Setting, of: Target, figure: Figure): Losses => losses(setting, `${of} ${figure}`);

const concentrations = remembered((setting: Setting) => concentration(setting));
export const concentrationIn = (setting: Setting): readonly Concentration[] => concentrations(setting, '');

/** What every provider, group or country of the organisation takes with it, falling away alone. One query when nothing changed. */
export async function rankingOf<Of extends Target>(at: Context, of: Of, reading: Reading = 'wide'): Promise<Ranking<Of>> {
  const { landscape } = await currentLandscape(at);
  return rankingIn(settingFor(landscape, reading), of);
}
