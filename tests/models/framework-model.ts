/** The smallest thing that says what a framework comes to: every possible way to fill in what is unknown, tried one by one. */
import type { Framework } from '../../src/core/frameworks/framework.ts';
import type { Provider } from '../../src/core/landscape/document.ts';

/** Per criterion the steps it may have; an empty list: does not apply. */
export type Possible = Readonly<Record<string, readonly number[]>>;

type Filled = Readonly<Record<string, number>>;
function* fillings(entries: readonly (readonly [string, readonly number[]])[]): Generator<Filled> {
  const [first, ...rest] = entries;
  if (first === undefined) return yield {};
  for (const filled of fillings(rest)) for (const step of first[1]) yield { ...filled, [first[0]]: step };
}

const levelOf = ({ criteria }: Framework, filled: Filled): number => Math.min(...criteria.filter(({ id }) => id in filled).map(({ id, levels }) => levels[filled[id] ?? 0] ?? 0));

function scoreOf({ groups, criteria }: Framework, filled: Filled): number {
  let score = 0;
  let weights = 0;
  for (const group of groups) {
    const own = criteria.filter(({ id, group: of }) => of === group.id && id in filled);
    if (own.length === 0) continue;
    const points = own.reduce((sum, one) => sum + (one.points * (filled[one.id] ?? 0)) / (one.levels.length - 1), 0);
    score += (group.weight * points) / own.reduce((sum, one) => sum + one.points, 0);
    weights += group.weight;
  }
  return (100 * score) / weights;
}

export function modelStanding(framework: Framework, possible: Possible) {
  const all = [...fillings(Object.entries(possible).filter(([, steps]) => steps.length > 0))];
  const applies = Object.values(possible).some((steps) => steps.length > 0);
  const levels = all.map((filled) => levelOf(framework, filled));
  const scores = all.map((filled) => scoreOf(framework, filled));
  const between = (figures: readonly number[]) => (applies ? { lower: Math.min(...figures), upper: Math.max(...figures) } : null);
  return { level: between(levels), score: between(scores) };
}

/** Shares from outside, by walking every chain up from the provider; without loops. `cut`: a chain ends at the first holder from outside. */
export function modelForeignShares(providers: readonly Provider[], start: string, isInside: (country: string) => boolean, cut: boolean): Readonly<Record<string, number>> {
  const byId = new Map(providers.map((one) => [one.id, one]));
  const found: Record<string, number> = {};
  const walk = (id: string, share: number): void => {
    for (const owner of byId.get(id)?.owners ?? []) {
      const part = share * (owner.share ?? 0);
      const isForeign = !isInside(byId.get(owner.provider)?.country ?? '');
      if (isForeign) found[owner.provider] = (found[owner.provider] ?? 0) + part;
      if (!(cut && isForeign)) walk(owner.provider, part);
    }
  };
  walk(start, 1);
  return found;
}
