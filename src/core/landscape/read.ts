/** Reads a landscape document: every fault at once, or a landscape that keeps its promises (document.ts). */
import type { Read } from '../fault.ts';
import type { Vocabulary } from '../library/vocabulary.ts';
import { line, newId } from '../reading/characters.ts';
import { date } from '../reading/date.ts';
import { header, otherFormat } from '../reading/header.ts';
import { object, optional, required } from '../reading/members.ts';
import { startReading } from '../reading/spot.ts';
import { list } from '../reading/values.ts';
import type { DateText, Landscape, Organisation } from './document.ts';
import type { LandscapeFaultCode } from './fault-codes.ts';
import { contract, evidence } from './read-contracts.ts';
import { type Context, contextOf, country, type LandscapeReader } from './read-context.ts';
import { ambition, measuresByLayer } from './read-layers.ts';
import { provider } from './read-providers.ts';
import { dataset, service, system } from './read-systems.ts';
import { checkRunsOn } from './runs-on.ts';

export const landscapeFormat = 'landscape/1';

const organisation = (context: Context): LandscapeReader<Organisation> =>
  object<Organisation, LandscapeFaultCode>({
    id: required(newId),
    name: required(line),
    country: required(country(context)),
    layers: optional(measuresByLayer(context)),
    ambition: optional(ambition),
  });

type Document = Partial<Omit<Landscape, 'organisation'>> & Pick<Landscape, 'organisation'> & { readonly regiekompas: string };

const document = (context: Context): LandscapeReader<Document> =>
  object<Document, LandscapeFaultCode>({
    regiekompas: required(header(landscapeFormat)),
    organisation: required(organisation(context)),
    asOf: optional(date),
    providers: optional(list(provider(context))),
    datasets: optional(list(dataset(context))),
    systems: optional(list(system(context))),
    services: optional(list(service(context))),
    contracts: optional(list(contract(context))),
    evidence: optional(list(evidence(context))),
  });

const canonical = (parts: Document, asOf: DateText): Landscape => ({
  organisation: parts.organisation,
  asOf: parts.asOf ?? asOf,
  providers: parts.providers ?? [],
  datasets: parts.datasets ?? [],
  systems: parts.systems ?? [],
  services: parts.services ?? [],
  contracts: parts.contracts ?? [],
  evidence: parts.evidence ?? [],
});

/**
 * @param value what a YAML or JSON file holds; anything at all.
 * @param today the day to read dates against where the document names none.
 * @returns the landscape in canonical form, or all its faults in the order of the format.
 */
export function readLandscape(value: unknown, vocabulary: Vocabulary, today: DateText): Read<Landscape, LandscapeFaultCode> {
  const { root, faults } = startReading<LandscapeFaultCode>();
  if (otherFormat(value, landscapeFormat, root)) return { ok: false, faults };
  const read = document(contextOf(value, vocabulary))(value, root);
  checkRunsOn(value, root);
  return read === undefined || faults.length > 0 ? { ok: false, faults } : { ok: true, value: canonical(read, today) };
}
