/** Every provider as a row of the list, once per landscape and reading. */
import { z } from 'zod';
import type { Landscape } from '../../core/landscape/document.ts';
import type { Library, Reading } from '../../core/library/library.ts';
import { foreignReachOf } from './foreign.ts';
import { namedIn, rankingOf, rememberedWith, settingFor, workOf } from './ground.ts';
import { mayHaveUnknownController, ultimateControllers } from './provider-control.ts';
import { foreignReach, named } from './shapes.ts';

export const providerRow = z.strictObject({
  ...named.shape,
  country: z.string(),
  /** Who decides over it in the end. */
  controllers: z.array(named),
  /** Nobody we know of decides, and not all owners are recorded. */
  ownerUnknown: z.boolean(),
  foreign: z.array(foreignReach),
  /** Systems of which it operates a layer, as sub-processor too. */
  systems: z.number(),
  /** When it alone falls away: services that stay away longer than promised, services that stop. */
  breaches: z.number(),
  services: z.number(),
});
export type ProviderRow = z.output<typeof providerRow>;

const rowsOf = (landscape: Landscape, library: Library, reading: Reading): readonly ProviderRow[] => {
  const setting = settingFor(landscape, reading);
  const home = { country: landscape.organisation.country, library };
  const work = workOf(landscape);
  const { blasts } = rankingOf(landscape);
  return landscape.providers.map(({ id, name, country }) => ({
    id,
    name,
    country,
    controllers: ultimateControllers(setting, id).map((controller) => namedIn(landscape, 'provider', controller)),
    ownerUnknown: mayHaveUnknownController(setting, id),
    foreign: foreignReachOf(home, setting.reaches.get(id) ?? []),
    systems: new Set((work.get(id) ?? []).map(({ system }) => system)).size,
    breaches: blasts.get(id)?.breaches ?? 0,
    services: blasts.get(id)?.services ?? 0,
  }));
};

const rowsUnder: Readonly<Record<Reading, (landscape: Landscape, library: Library) => readonly ProviderRow[]>> = {
  wide: rememberedWith((landscape, library) => rowsOf(landscape, library, 'wide')),
  narrow: rememberedWith((landscape, library) => rowsOf(landscape, library, 'narrow')),
};
export const providerRows = (landscape: Landscape, library: Library, reading: Reading): readonly ProviderRow[] => rowsUnder[reading](landscape, library);
