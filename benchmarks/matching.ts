/** Pairs, and the audit of groups: against other solvers where they can hold the problem, with its proof checked. */
import highsLoader from 'highs';
import { munkres } from 'munkres';
import { randomFrom } from '../src/core/chance/random.ts';
import { pointsAtSomeone } from '../src/core/divergence/audit.ts';
import { checkOneSide, checkTwoSides } from '../src/core/matching/certificate.ts';
import { matchOneSide } from '../src/core/matching/one-sided.ts';
import type { Pair, Problem } from '../src/core/matching/problem.ts';
import { matchTwoSides } from '../src/core/matching/two-sided.ts';
import { civilService } from './civil-service.ts';

const seed = 'matching 77310042';
let missed = false;
const bar = (what: string, seconds: number, most: number): void => {
  if (seconds > most) missed = true;
  console.log(`${what}: ${seconds.toFixed(2)} s (bar ${most} s)${seconds > most ? '  MISSED' : ''}`);
};
function timed<Outcome>(doing: () => Outcome): readonly [Outcome, number] {
  const before = performance.now();
  const outcome = doing();
  return [outcome, (performance.now() - before) / 1000];
}
const proven = ({ gap, faults }: ReturnType<typeof checkTwoSides>): void => { if (gap !== 0n || faults.length > 0) { missed = true; console.log(`NOT PROVEN: gap ${gap}, ${faults.join('; ')}`); } };

/** `each` candidates by lot for everybody, scores 1…1,000. */
function byLot(size: number, each: number): Problem {
  const random = randomFrom(`${seed} ${size}`);
  const pairs: Pair[] = [];
  for (let a = 0; a < size; a += 1) {
    const others = new Set<number>();
    while (others.size < each) others.add(Math.floor(random() * size));
    for (const b of others) pairs.push({ a: `a${a}`, b: `b${b}`, score: 1 + Math.floor(random() * 1000) });
  }
  return { pairs, capacity: new Map() };
}

console.log(`Seed: ${seed}. Every answer is checked by a checker that shares nothing with the solver.\n`);
{
  const problem = civilService('large');
  matchTwoSides(civilService('small'));
  const [found, seconds] = timed(() => matchTwoSides(problem));
  proven(checkTwoSides(problem, found));
  const [covered, lowest, mentors, total] = found.objective;
  console.log(`Civil service, 500 × 500, three pairs each, ${problem.pairs.length} possible: ${covered} mentees with a match, lowest best ${lowest}, ${mentors} mentors, total ${total} (bar: 500, 22, 500, 34,048)`);
  if (covered !== 500 || lowest !== 22 || mentors !== 500 || total < 34_048) missed = true;
  bar('Civil service', seconds, 1);
}
{
  const problem = byLot(10_000, 50);
  const [found, seconds] = timed(() => matchTwoSides(problem));
  proven(checkTwoSides(problem, found));
  bar(`\n10,000 × 10,000 with 50 candidates each, total ${found.total}`, seconds, 2);
}
for (const size of [500, 1000]) {
  const problem = byLot(size, 50);
  const [found, ours] = timed(() => matchTwoSides(problem));
  const lowest = found.lowest ?? 0;
  const dense = Array.from({ length: size }, () => Array.from({ length: size }, () => 1_000_000));
  for (const { a, b, score } of problem.pairs) if (score >= lowest) (dense[Number(a.slice(1))] as number[])[Number(b.slice(1))] = -score;
  const [assigned, theirs] = timed(() => munkres(dense));
  const total = -assigned.reduce((sum, [i, j]) => sum + ((dense[i] as number[])[j] as number), 0);
  const rows = (side: 'a' | 'b'): string[] => [...Map.groupBy(problem.pairs.map((pair, at) => ({ id: pair[side], at })), ({ id }) => id).values()].map((list) => ` ${list.map(({ at }) => `x${at}`).join(' + ')} <= 1`);
  const programme = ['Maximize', ` obj: ${problem.pairs.map(({ score }, at) => `${score >= lowest ? score + 1_000_000 : 0} x${at}`).join(' + ')}`, 'Subject To', ...rows('a'), ...rows('b'), 'End'].join('\n');
  const highs = await (highsLoader as unknown as () => Promise<{ readonly solve: (text: string) => { readonly ObjectiveValue: number } }>)();
  const [solved, linear] = timed(() => highs.solve(programme));
  const agreed = total === found.total && Math.abs(solved.ObjectiveValue - 1_000_000 * size - found.total) < 0.5;
  if (!agreed) missed = true;
  console.log(`${size} × ${size}, 50 each: ours ${ours.toFixed(3)} s with floor, ties and proof; munkres ${theirs.toFixed(3)} s (${(theirs / ours).toFixed(1)} ×), highs ${linear.toFixed(3)} s (${(linear / ours).toFixed(1)} ×), both from our floor on; totals ${agreed ? 'agree' : 'DISAGREE'}`);
}
{
  const random = randomFrom(`${seed} circle`);
  const pairs = new Map<string, Pair>();
  while (pairs.size < 20_000) {
    const [i, j] = [Math.floor(random() * 2000), Math.floor(random() * 2000)];
    if (i !== j) pairs.set([Math.min(i, j), Math.max(i, j)].join(), { a: `p${Math.min(i, j)}`, b: `p${Math.max(i, j)}`, score: 1 + Math.floor(random() * 1000) });
  }
  const problem = { pairs: [...pairs.values()], capacity: new Map<string, number>() };
  const [found, seconds] = timed(() => matchOneSide(problem));
  proven(checkOneSide(problem, found));
  bar(`\n2,000 in one circle, 20,000 possible pairs, total ${found.total}`, seconds, 4);
}
{
  const random = randomFrom(`${seed} groups`);
  const people = Array.from({ length: 5000 }, (_, at) => `p${at}`);
  const groups = Array.from({ length: 200 }, (_, at) => ({ id: `g${at}`, people: people.filter(() => random() < 0.3) }));
  const [points, seconds] = timed(() => pointsAtSomeone(groups, 5));
  if (points) missed = true;
  bar(`\nAudit of 200 groups over 5,000 people`, seconds, 1);
}
process.exit(missed ? 1 : 0);
