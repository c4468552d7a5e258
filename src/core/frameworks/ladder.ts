/** What a criterion's ladder does to the level, whatever the answer: worth knowing before anybody starts to answer. */
import type { Criterion, Framework } from './framework.ts';

const cliffFrom = 1;
const cliffTo = 4;

/** From a low level to the top in one step: nothing in between is rewarded. `atTop`: only the best step is enough. */
export type Cliff = { readonly id: string; readonly step: number; readonly atTop: boolean };

const cliffOf = ({ id, levels }: Criterion): Cliff | undefined => {
  const step = levels.findIndex((level, at) => level === cliffTo && (levels[at - 1] ?? cliffTo) <= cliffFrom);
  return step < 0 ? undefined : { id, step, atTop: step === levels.length - 1 };
};

export const cliffsOf = ({ criteria }: Framework): readonly Cliff[] => criteria.flatMap((criterion) => cliffOf(criterion) ?? []);

/** Every step guarantees the top level: it brings points, and can never lower the level. */
export const neverLower = ({ criteria }: Framework): readonly string[] => {
  const top = Math.max(...criteria.flatMap(({ levels }) => levels));
  return criteria.filter(({ levels }) => levels.every((level) => level === top)).map(({ id }) => id);
};

/** The criteria of which only the best step is enough for this level. */
export const needTopFor = ({ criteria }: Framework, level: number): readonly string[] =>
  criteria.filter(({ levels }) => (levels.at(-1) ?? 0) >= level && (levels.at(-2) ?? 0) < level).map(({ id }) => id);
