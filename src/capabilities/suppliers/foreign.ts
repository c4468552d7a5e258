/** Which of the countries that reach a provider are foreign to us, and by which instruments. */
import type { Reach } from '../../core/control/reach.ts';
import type { CountryCode } from '../../core/landscape/document.ts';
import type { Library } from '../../core/library/library.ts';
import type { ForeignReach } from './shapes.ts';

export type Home = { readonly country: CountryCode; readonly library: Library };

/** The EEA and the organisation's own country are not foreign (engine.md §4). */
export const isForeign = ({ country: home, library }: Home, country: CountryCode): boolean => country !== home && !library.eea.has(country);

export const instrumentsOf = ({ library }: Home, country: CountryCode): string[] =>
  library.instruments.filter((each) => each.extraterritorial && each.country === country).map(({ id }) => id);

/** Countries with an instrument first. */
export function foreignReachOf(home: Home, reach: readonly Reach[]): ForeignReach[] {
  const countries = new Set(reach.map(({ country }) => country).filter((country) => isForeign(home, country)));
  return [...countries].map((country) => ({ country, instruments: instrumentsOf(home, country) })).sort((a, b) => Math.sign(b.instruments.length) - Math.sign(a.instruments.length));
}
