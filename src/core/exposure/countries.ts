/** For which countries exposure is computed: one list for all systems (engine.md §4). */
import type { CountryCode, Landscape } from '../landscape/document.ts';
import type { Plates } from '../landscape/plates.ts';
import type { Library } from '../library/library.ts';
import { byCodePoint } from '../order.ts';

export type ForeignCountry = { readonly country: CountryCode; readonly instruments: readonly string[] };

/** The countries with an instrument that reaches beyond their borders, by code point. */
export const instrumentCountries = ({ instruments }: Library): readonly CountryCode[] =>
  [...new Set(instruments.filter(({ extraterritorial }) => extraterritorial).map(({ country }) => country))].sort(byCodePoint);

/** Outside the EEA and not the organisation's own: those with an instrument, and those where a layer 1 lies. */
export const foreignCountries = ({ organisation }: Landscape, plates: Plates, library: Library): readonly ForeignCountry[] => {
  const located = Iterator.from(plates.values()).flatMap(({ places }) => (places[0]?.country === undefined ? [] : [places[0].country]));
  return [...new Set([...instrumentCountries(library), ...located])]
    .filter((country) => country !== organisation.country && !library.eea.has(country))
    .sort(byCodePoint)
    .map((country) => ({ country, instruments: instrumentsOf(library, country) }));
};

const instrumentsOf = ({ instruments }: Library, country: CountryCode): readonly string[] =>
  instruments.filter((each) => each.extraterritorial && each.country === country).map(({ id }) => id).sort(byCodePoint);
