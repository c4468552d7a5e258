/**
 * The organisation's landscape as it stands, read against today. Kept in memory per revision: a page asks the
 * database only which revision is current (decision 0002).
 */
import type { Landscape } from '../../core/landscape/document.ts';
import type { Context } from '../../platform/context.ts';
import { readRevision, readStored } from './store.ts';

export type Current = { readonly revision: number; readonly landscape: Landscape };

/** Organisations kept at once; the one asked for longest ago leaves first. */
const keptAtMost = 20;
const kept = new Map<string, Current>();

function keep(organisationId: string, current: Current): Current {
  kept.delete(organisationId);
  kept.set(organisationId, current);
  for (const oldest of kept.keys()) {
    if (kept.size <= keptAtMost) break;
    kept.delete(oldest);
  }
  return current;
}

/** A landscape without anything in it, so that an organisation can start empty. The country is asked for later. */
const emptyLandscape = (name: string, today: string): Landscape => ({
  organisation: { id: 'organisation', name, country: 'NL' }, asOf: today, providers: [], datasets: [], systems: [], services: [], contracts: [], evidence: [],
});

/**
 * One query when nothing changed since the last call, three when something did.
 * INVARIANT: not asked after a change in the same transaction: what is rolled back must not be kept.
 */
export async function currentLandscape(at: Context): Promise<Current> {
  const organisationId = at.organisation.id;
  const revision = await readRevision(at.db, organisationId);
  const known = kept.get(organisationId);
  if (known?.revision === revision && known.landscape.asOf === at.today) return keep(organisationId, known);
  const stored = await readStored(at.db, organisationId);
  if (stored === null) return { revision: 0, landscape: emptyLandscape(at.organisation.name, at.today) };
  return keep(organisationId, { revision: stored.revision, landscape: { ...stored.document, asOf: at.today } });
}
