import type { Reading } from '../../core/library/library.ts';

/** Where a scenario is shown. The address carries all of it, so that it can be shared. */
export function simulationHref(removals: readonly string[], reading: Reading | undefined): string {
  const query = new URLSearchParams(removals.map((removal) => ['without', removal]));
  // Wide is what a page shows without being asked.
  if (reading === 'narrow') query.set('reading', reading);
  return `/simulation?${query}`;
}
