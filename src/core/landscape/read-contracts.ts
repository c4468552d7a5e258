/** Contracts and evidence (engine.md §2). */
import { prose, wrongType } from '../reading/characters.ts';
import { date } from '../reading/date.ts';
import { type Fields, fields, object, optional, required } from '../reading/members.ts';
import { report } from '../reading/spot.ts';
import { distinct, number, oneOf } from '../reading/values.ts';
import { type Contract, type Evidence, type EvidenceStatement, type Layer, layers } from './document.ts';
import type { LandscapeFaultCode } from './fault-codes.ts';
import { type Context, itemId, type LandscapeReader, providerButNotSelf, reference } from './read-context.ts';
import { clauseClaims, state } from './read-layers.ts';

export const evidenceKinds = ['scan', 'contract-clause', 'document', 'declaration'] as const;

export const contract = (context: Context): LandscapeReader<Contract> =>
  object<Contract, LandscapeFaultCode>(
    {
      id: required(itemId(context.given.contracts)),
      provider: required(providerButNotSelf(context, 'self-as-provider')),
      systems: required(distinct(reference(context.known.systems, 'unknown-system'))),
      start: required(date),
      end: optional(date),
      noticeDays: optional(number({ least: 0, whole: true })),
      clauses: optional(clauseClaims(context)),
    },
  );

const layer: LandscapeReader<Layer> = (value, spot) => {
  if (typeof value !== 'number') return wrongType(value, spot, 'number');
  return layers.find((known) => known === value) ?? report(spot, 'not-a-layer', { key: value, allowed: '1–8' });
};

const truth: LandscapeReader<true> = (value, spot) => (value === true ? true : report(spot, 'organisation-not-true'));

type About<Member extends string> = Extract<EvidenceStatement, Readonly<Record<Member, unknown>>>;

function statements(context: Context): Readonly<Record<string, LandscapeReader<EvidenceStatement>>> {
  const claim = { layer: required(layer), measure: required(reference(context.known.measures, 'unknown-measure')), state: required(state) };
  const clause = required(reference(context.known.clauses, 'unknown-clause'));
  return {
    system: object<About<'system'>, LandscapeFaultCode>({ system: required(reference(context.known.systems, 'unknown-system')), ...claim }),
    provider: object<About<'provider'>, LandscapeFaultCode>({ provider: required(providerButNotSelf(context, 'self-as-provider')), ...claim }),
    organisation: object<About<'organisation'>, LandscapeFaultCode>({ organisation: required(truth), ...claim }),
    contract: object<About<'contract'>, LandscapeFaultCode>({ contract: required(reference(context.known.contracts, 'unknown-contract')), clause, state: required(state) }),
  };
}

/** Evidence speaks of exactly one system, provider, contract or the organisation. */
function says(context: Context): LandscapeReader<EvidenceStatement> {
  const readers = statements(context);
  const about = Object.keys(readers);
  const subjectsOf = (given: Fields): string[] => about.filter((member) => Object.hasOwn(given, member));
  return (value, spot) => {
    const given = fields(value, spot);
    if (given === undefined) return undefined;
    const [subject, ...others] = subjectsOf(given);
    if (subject === undefined) return report(spot, 'says-about-nothing');
    if (others.length > 0) return report(spot, 'says-about-several', { subjects: [subject, ...others].join(', ') });
    return readers[subject]?.(given, spot);
  };
}

export const evidence = (context: Context): LandscapeReader<Evidence> =>
  object<Evidence, LandscapeFaultCode>(
    {
      id: required(itemId(context.given.evidence)),
      kind: required(oneOf(evidenceKinds)),
      source: optional(prose),
      on: required(date),
      validUntil: optional(date),
      says: required(says(context)),
    },
  );
