/** How the landscape answers what frameworks ask of a provider. A rule never guesses: what nobody wrote down is unknown. */
import type { ControlView } from '../control/control-view.ts';
import { uncovered } from '../control/stakes.ts';
import type { CountryCode, Id, Provider } from '../landscape/document.ts';
import { isAtMost, jointForeignStake, largestForeignStake, mostOfOne, mostTogether } from './foreign.ts';
import type { Said } from './step.ts';

export type RuleGround = {
  readonly providers: readonly Provider[];
  readonly control: ControlView;
  readonly isInUnion: (country: CountryCode) => boolean;
  /** Countries with a law that reaches beyond their borders. */
  readonly reachFar: ReadonlySet<CountryCode>;
};
type Rule = (ground: RuleGround, provider: Provider) => Said;

const of = (holds: boolean): Said => (holds ? 'yes' : 'no');
const weakest = (all: readonly Said[]): Said => (all.includes('no') ? 'no' : all.includes('unknown') ? 'unknown' : 'yes');

/** More than half in unknown hands. Of an owner of whom nothing more is written down, the chain ends there (decision 0240). */
const mayHideControl = ({ control: { ownership } }: RuleGround, provider: Id, id: Id): boolean =>
  (id === provider || (ownership.holdersOf.get(id) ?? []).length > 0) && uncovered(ownership, id) >= 0.5;

const controlledFromUnion: Rule = (ground, { id, country }) => {
  const others = ground.control.controllers.get(id) ?? [];
  const countries = [country, ...others.map((other) => ground.control.ownership.providers.get(other)?.country ?? '')];
  if (!countries.every(ground.isInUnion)) return 'no';
  return [id, ...others].some((one) => mayHideControl(ground, id, one)) ? 'unknown' : 'yes';
};

const decisiveFromOutside = ({ control, isInUnion }: RuleGround, { id }: Provider): boolean =>
  (control.controllers.get(id) ?? []).some((other) => !isInUnion(control.ownership.providers.get(other)?.country ?? ''));

/** Everybody that the provider calls in, transitively. */
function subcontractorsOf({ providers }: RuleGround, { id }: Provider): readonly Provider[] {
  const byId = new Map(providers.map((one) => [one.id, one]));
  const found = new Set<Id>([id]);
  for (const one of found) for (const { provider } of byId.get(one)?.subprocessors ?? []) found.add(provider);
  return [...found].flatMap((one) => (one === id ? [] : (byId.get(one) ?? [])));
}

const subcontractorsInUnion: Rule = (ground, provider) => weakest(subcontractorsOf(ground, provider).map((one) => controlledFromUnion(ground, one)));

const rules: Readonly<Record<string, Rule>> = {
  'incorporated-in-eu': ({ isInUnion }, { country }) => of(isInUnion(country)),
  'controlled-from-eu': controlledFromUnion,
  'foreign-stake-single': ({ control, isInUnion }, { id }) => isAtMost(largestForeignStake(control, id, isInUnion), mostOfOne),
  'foreign-stake-joint': ({ providers, isInUnion }, { id }) => isAtMost(jointForeignStake(providers, id, isInUnion), mostTogether),
  // A right to appoint can stand in papers that no owner row tells of: only a no is certain.
  'no-foreign-appointment': (ground, provider) => (decisiveFromOutside(ground, provider) ? 'no' : 'unknown'),
  // Without a subcontractor from outside there is nobody who could; with one, the technical question is open.
  'subcontractors-without-access': (ground, provider) => (subcontractorsInUnion(ground, provider) === 'yes' ? 'yes' : 'unknown'),
  'subcontractors-in-eu': subcontractorsInUnion,
  'outside-foreign-reach': (ground, { id }) => {
    if ((ground.control.reaches.get(id) ?? []).some(({ country }) => ground.reachFar.has(country))) return 'no';
    return [id, ...(ground.control.controllers.get(id) ?? [])].some((one) => mayHideControl(ground, id, one)) ? 'unknown' : 'yes';
  },
};

export const ruleNames: readonly string[] = Object.keys(rules);

/** Undefined: there is no such rule. */
export const ruleOf = (rule: string | undefined): Rule | undefined => (rule !== undefined && Object.hasOwn(rules, rule) ? rules[rule] : undefined);
