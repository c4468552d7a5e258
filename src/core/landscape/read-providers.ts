/** Providers with their owners and sub-processors (engine.md §2 and §3). Cycles are allowed in both. */
import { line, wrongType } from '../reading/characters.ts';
import { type Fields, object, optional, required } from '../reading/members.ts';
import { inside, report, type Spot } from '../reading/spot.ts';
import { distinct, list, unlessEmpty, yesOrNo } from '../reading/values.ts';
import { type Owner, type Provider, type SubProcessor, type TechnicalLayer, technicalLayers } from './document.ts';
import type { LandscapeFaultCode } from './fault-codes.ts';
import { type Context, country, itemId, type LandscapeReader, providerButNotSelf } from './read-context.ts';
import { measuresByLayer } from './read-layers.ts';

/** The tolerance of engine.md §2: what three thirds may add up to. */
const tolerance = 1e-9;

const share: LandscapeReader<number> = (value, spot) => {
  if (typeof value !== 'number') return wrongType(value, spot, 'number');
  return value > 0 && value <= 1 ? value : report(spot, 'share-out-of-range', { share: value });
};

function owner(context: Context): LandscapeReader<Owner> {
  const row = object<Owner, LandscapeFaultCode>(
    { provider: required(providerButNotSelf(context, 'self-as-owner')), share: optional(share), control: optional(yesOrNo) },
    (read, spot, given) => {
      if (!Object.hasOwn(given, 'share') && (!Object.hasOwn(given, 'control') || read.control === false)) report(spot, 'owner-without-share-or-control');
    },
  );
  return (value, spot) => {
    const read = row(value, spot);
    if (read?.control !== false) return read;
    const { control: _, ...rest } = read;
    return rest;
  };
}

const layer: LandscapeReader<TechnicalLayer> = (value, spot) => {
  if (typeof value !== 'number') return wrongType(value, spot, 'number');
  return technicalLayers.find((known) => known === value) ?? report(spot, 'not-a-layer', { key: value, allowed: '1–7' });
};

const subprocessor = (context: Context): LandscapeReader<SubProcessor> =>
  object<SubProcessor, LandscapeFaultCode>({
    provider: required(providerButNotSelf(context, 'self-as-sub-processor')),
    layers: optional(distinct(layer, 1)),
  });

const rowsOf = (given: Fields): readonly Fields[] => (Array.isArray(given['owners']) ? given['owners'] : []).map((row: unknown) => (typeof row === 'object' && row !== null ? (row as Fields) : {}));

/** Shares of one entity, over all rows, add up to 1 at most: those it holds in itself too. */
function checkOwners(_: unknown, spot: Spot<LandscapeFaultCode>, given: Fields): void {
  const owners = inside(spot, 'owners');
  const rows = rowsOf(given);
  const total = rows.reduce((sum, row) => sum + (typeof row['share'] === 'number' && row['share'] > 0 ? row['share'] : 0), 0);
  if (total > 1 + tolerance) report(owners, 'shares-over-one', { total: Math.round(total * 1e6) / 1e6 });
}

export const provider = (context: Context): LandscapeReader<Provider> =>
  object<Provider, LandscapeFaultCode>(
    {
      id: required(itemId(context.given.providers)),
      name: required(line),
      country: required(country(context)),
      establishedIn: optional(unlessEmpty(distinct(country(context)))),
      owners: optional(unlessEmpty(list(owner(context)))),
      subprocessors: optional(unlessEmpty(list(subprocessor(context)))),
      layers: optional(measuresByLayer(context)),
    },
    checkOwners,
  );
