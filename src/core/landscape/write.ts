/** The landscape document as it is written: one order of members, whatever order they were read in. */
import { byCodePoint } from '../order.ts';
import type { Claim, Claims, Landscape } from './document.ts';
import { landscapeFormat } from './read.ts';

type Plain = Readonly<Record<string, unknown>>;

/** `landscape` as the file format, ready for a YAML or JSON writer. `readLandscape` of it gives `landscape` back. */
export function landscapeDocument(landscape: Landscape): Plain {
  return {
    regiekompas: landscapeFormat,
    organisation: members(landscape.organisation, ['id', 'name', 'country', 'layers', 'ambition']),
    asOf: landscape.asOf,
    providers: landscape.providers.map((item) => members(item, ['id', 'name', 'country', 'establishedIn', 'owners', 'subprocessors', 'layers'])),
    datasets: landscape.datasets.map((item) => members(item, ['id', 'name', 'classification', 'personalData'])),
    systems: landscape.systems.map((item) => members(item, ['id', 'name', 'delivery', 'deployment', 'runsOn', 'datasets', 'layers', 'needs', 'recovery'])),
    services: landscape.services.map((item) => members(item, ['id', 'name', 'criticality', 'maxDowntimeHours', 'needs'])),
    contracts: landscape.contracts.map((item) => members(item, ['id', 'provider', 'systems', 'start', 'end', 'noticeDays', 'clauses'])),
    evidence: landscape.evidence.map((item) => members(item, ['id', 'kind', 'source', 'on', 'validUntil', 'says'])),
  };
}

/** Members that have a writer of their own; the rest goes out with its keys in the order given here. */
const writers: Readonly<Record<string, (value: never) => unknown>> = {
  layers: (value: Plain) => inOrder(value, (entry) => members(entry as Plain, ['operator', 'country', 'responsible', 'measures'])),
  ambition: (value: Plain) => inOrder(value, (levels) => members(levels as Plain, ['technical', 'legal', 'operational'])),
  measures: (value: Claims) => claims(value),
  clauses: (value: Claims) => claims(value),
  owners: (value: readonly Plain[]) => value.map((row) => members(row, ['provider', 'share', 'control'])),
  subprocessors: (value: readonly Plain[]) => value.map((row) => ({ ...row })),
  recovery: (value: string | Plain) => (typeof value === 'string' ? value : members(value, ['declaredHours', 'testedHours', 'testedOn'])),
  says: (value: Plain) => members(value, ['system', 'provider', 'organisation', 'contract', 'layer', 'measure', 'clause', 'state']),
};

function members(from: object, keys: readonly string[]): Plain {
  const out: Record<string, unknown> = {};
  for (const key of keys) {
    const value = (from as Plain)[key];
    if (value === undefined) continue;
    out[key] = (writers[key] as ((value: unknown) => unknown) | undefined)?.(value) ?? value;
  }
  return out;
}

const inOrder = (value: Plain, write: (member: unknown) => unknown): Plain =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined).sort(([a], [b]) => byCodePoint(a, b)).map(([key, member]) => [key, write(member)]));

const claims = (value: Claims): Plain => inOrder(value, (claim) => (typeof claim === 'string' ? claim : members(claim as Exclude<Claim, string>, ['state', 'reason', 'evidence'])));
