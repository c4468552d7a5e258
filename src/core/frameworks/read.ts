/** From an entry of the library, validated by its schema, to a framework; and what a schema cannot see is wrong in it. */
import type { Id } from '../landscape/document.ts';
import { stepsOf, type Covers, type Criterion, type Framework, type Group, type Read, type ReadKind, type Span, type Subject } from './framework.ts';

type Pair = readonly [number, number];
type ReadEntry = Readonly<Partial<Record<ReadKind, Id>>> & { readonly is?: readonly string[]; readonly yes?: Pair; readonly no?: Pair };
type CriterionEntry = {
  readonly id: Id; readonly group: Id; readonly code?: string; readonly levels?: readonly number[]; readonly points?: number; readonly covers: Covers;
  readonly reads: readonly ReadEntry[]; readonly when?: readonly ReadEntry[]; readonly appliesFrom?: string;
};
export type FrameworkEntry = {
  readonly id: Id; readonly family: Id; readonly replaces?: Id; readonly about: Subject; readonly scale: Framework['scale'];
  readonly groups: readonly { readonly id: Id; readonly code?: string; readonly weight?: number }[];
  readonly criteria: readonly CriterionEntry[];
};

const readKinds = ['measure', 'clause', 'fact', 'matter'] as const satisfies readonly ReadKind[];
const spanOf = ([lowest, highest]: Pair): Span => ({ lowest, highest });

function readOf(entry: ReadEntry): Read {
  const kind = readKinds.find((one) => entry[one] !== undefined) ?? 'matter';
  return { kind, id: entry[kind] ?? '', ...(entry.is && { is: entry.is }), ...(entry.yes && { yes: spanOf(entry.yes) }), ...(entry.no && { no: spanOf(entry.no) }) };
}

const metOrNot = [0, 1];

const criterionOf = ({ id, group, code, levels = metOrNot, points = 1, covers, reads, when = [], appliesFrom }: CriterionEntry): Criterion => ({
  id, group, levels, points, covers, reads: reads.map(readOf), when: when.map(readOf), ...(code && { code }), ...(appliesFrom && { appliesFrom }),
});

const groupOf = ({ id, code, weight = 1 }: FrameworkEntry['groups'][number]): Group => ({ id, weight, ...(code && { code }) });

export const frameworkOf = ({ id, family, replaces, about, scale, groups, criteria }: FrameworkEntry): Framework => ({
  id, family, about, scale, groups: groups.map(groupOf), criteria: criteria.map(criterionOf), ...(replaces && { replaces }),
});

const twice = (ids: readonly Id[]): readonly Id[] => ids.filter((id, at) => ids.indexOf(id) < at);

function faultsOf(criterion: Criterion): readonly string[] {
  const { highest: top } = stepsOf(criterion);
  const spans = criterion.reads.flatMap(({ yes, no }) => [yes, no].filter((span) => span !== undefined));
  return [
    ...(criterion.levels.some((level, at) => level < (criterion.levels[at - 1] ?? 0)) ? ['a better step guarantees a lower level'] : []),
    ...(spans.some(({ lowest, highest }) => lowest > highest || highest > top) ? ['a step that is not there'] : []),
    ...(criterion.covers === 'none' && criterion.reads.length > 0 ? ['reads something but covers none'] : []),
    ...(criterion.covers !== 'none' && criterion.reads.length === 0 ? ['covers something but reads nothing'] : []),
  ];
}

/** What is wrong in itself: `<where>: <what>`. */
export function checkFramework({ groups, criteria }: Framework): readonly string[] {
  const known = new Set(groups.map(({ id }) => id));
  return [
    ...twice(groups.map(({ id }) => id)).map((id) => `${id}: stands twice among the groups`),
    ...twice(criteria.map(({ id }) => id)).map((id) => `${id}: stands twice among the criteria`),
    ...criteria.filter(({ group }) => !known.has(group)).map(({ id, group }) => `${id}: there is no group ${group}`),
    ...groups.filter(({ id }) => !criteria.some(({ group }) => group === id)).map(({ id }) => `${id}: a group without criteria`),
    ...criteria.flatMap((criterion) => faultsOf(criterion).map((what) => `${criterion.id}: ${what}`)),
  ];
}
