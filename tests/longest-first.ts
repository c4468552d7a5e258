/** Two workers are done at the same time only if the longest files do not come last. Nothing is remembered between runs, so the rooms say. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** From long to short. */
const rooms = [/\/journeys\/(?:phone|wide)/, /\/journeys\//, /\/faults\//, /\/faces\/(?:rights|isolation)/, /\/ui\//, /\/(?:faces|isolation|hostile|models|api-design-rules)\//, /\/capabilities\//];
const rank = ({ moduleId }: TestSpecification): number => {
  const found = rooms.findIndex((room) => room.test(moduleId));
  return found < 0 ? rooms.length : found;
};

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
