/** Who has control where, layer by layer, over all systems: the figures behind the layered picture. */
import type { CountryCode, Id, TechnicalLayer } from './landscape/document.ts';
import { technicalLayers } from './landscape/document.ts';
import { byCodePoint } from './order.ts';
import type { Survey } from './survey.ts';

/** Numbers of systems, most first and then by code point. `unknown…`: the systems of which nobody says it. */
export type LayerPicture = {
  readonly operators: readonly { readonly operator: Id | 'self'; readonly systems: number }[];
  readonly unknownOperator: number;
  readonly countries: readonly { readonly country: CountryCode; readonly systems: number }[];
  readonly unknownCountry: number;
};

export const layerPictures = ({ systems }: Survey): Readonly<Record<TechnicalLayer, LayerPicture>> => {
  const tallies = technicalLayers.map((layer) => ({ layer, operators: emptyTally(), countries: emptyTally() }));
  for (const { places } of systems.values()) {
    for (const { layer, operators, countries } of tallies) {
      count(operators, places[layer - 1]?.operator);
      count(countries, places[layer - 1]?.country);
    }
  }
  return Object.fromEntries(tallies.map(({ layer, operators, countries }): [TechnicalLayer, LayerPicture] => [layer, {
    operators: mostFirst(operators).map(([operator, many]) => ({ operator, systems: many })),
    unknownOperator: operators.unknown,
    countries: mostFirst(countries).map(([country, many]) => ({ country, systems: many })),
    unknownCountry: countries.unknown,
  }])) as Record<TechnicalLayer, LayerPicture>;
};

type Tally = { readonly known: Map<string, { many: number }>; unknown: number };
const emptyTally = (): Tally => ({ known: new Map(), unknown: 0 });

const count = (tally: Tally, value: string | undefined): void => {
  if (value === undefined) {
    tally.unknown += 1;
    return;
  }
  const known = tally.known.get(value);
  if (known) known.many += 1;
  else tally.known.set(value, { many: 1 });
};

const mostFirst = ({ known }: Tally): readonly (readonly [string, number])[] =>
  Array.from(known, ([value, { many }]) => [value, many] as const).sort(([a, many], [b, more]) => more - many || byCodePoint(a, b));
