/** Reads a cloud policy as its author wrote it (engine.md §5): every fault at once, or a policy. */
import type { Read } from '../fault.ts';
import type { PolicyVocabulary } from '../library/vocabulary.ts';
import { line, newId, short, wrongType } from '../reading/characters.ts';
import { header, otherFormat } from '../reading/header.ts';
import { givenIds, knownIds } from '../reading/ids.ts';
import { object, optional, required } from '../reading/members.ts';
import { nearest } from '../reading/nearest.ts';
import { inside, report, startReading } from '../reading/spot.ts';
import { distinct, list, unlessEmpty } from '../reading/values.ts';
import type { PolicyFaultCode } from './fault-codes.ts';
import { defaultOutcomes, gap, type Ground, type Policy, type Rule, undetermined } from './policy.ts';
import { conditions, type PolicyReader } from './read-conditions.ts';

export const policyFormat = 'policy/1';

/** Worst first, each named once, and none that the engine gives itself. */
const outcomes: PolicyReader<readonly string[]> = (value, spot) => {
  const given = givenIds();
  const one: PolicyReader<string> = (item, at) => {
    const outcome = newId(item, at);
    if (outcome === undefined) return undefined;
    given.claim(outcome, at, at);
    return outcome === gap || outcome === undetermined ? report(at, 'outcome-reserved', { outcome }) : outcome;
  };
  return list<string, PolicyFaultCode>(one, 1)(value, spot);
};

/** The outcomes rows may name: as written, faults or not, so that one mistake is not reported on every row. */
function outcomesOf(value: unknown): readonly string[] {
  const said = typeof value === 'object' && value !== null ? (value as { readonly outcomes?: unknown }).outcomes : undefined;
  return Array.isArray(said) ? said.filter((outcome) => typeof outcome === 'string') : defaultOutcomes;
}

const outcome =
  (known: readonly string[]): PolicyReader<string> =>
  (value, spot) => {
    if (typeof value !== 'string') return wrongType(value, spot, 'text');
    return known.includes(value) ? value : report(spot, 'unknown-outcome', { outcome: short(value), nearest: nearest(value, known), allowed: known.join(', ') });
  };

function conditionId(vocabulary: PolicyVocabulary): PolicyReader<string> {
  const known = knownIds([...vocabulary.measures.keys(), ...vocabulary.clauses.keys()]);
  return (value, spot) => {
    if (typeof value !== 'string') return wrongType(value, spot, 'text');
    return known.has(value) ? value : report(spot, 'unknown-condition', known.details(value));
  };
}

function law(laws: ReadonlySet<string> | undefined): PolicyReader<string> {
  if (laws === undefined) return line;
  const known = knownIds(laws);
  return (value, spot) => {
    const id = line(value, spot);
    return id === undefined || known.has(id) ? id : report(spot, 'unknown-law', known.details(id));
  };
}

function rule(vocabulary: PolicyVocabulary, outcomes: readonly string[]): PolicyReader<Rule> {
  const given = givenIds();
  const id: PolicyReader<string> = (value, spot) => {
    const read = newId(value, spot);
    if (read !== undefined) given.claim(read, spot);
    return read;
  };
  const ground = object<Ground, PolicyFaultCode>({ law: required(law(vocabulary.laws)), article: optional(line) });
  return object<Rule, PolicyFaultCode>(
    {
      id: required(id),
      when: required(conditions(vocabulary)),
      then: required(outcome(outcomes)),
      conditions: optional(unlessEmpty(distinct<string, PolicyFaultCode>(conditionId(vocabulary)))),
      because: optional(unlessEmpty(list(ground))),
    },
    (read, spot) => {
      if (read.conditions !== undefined && read.then !== undefined && read.then !== 'conditional') {
        report(inside(spot, 'conditions'), 'conditions-without-conditional', { outcome: read.then });
      }
    },
  );
}

type Document = Omit<Policy, 'outcomes'> & { readonly regiekompas: string; readonly outcomes?: readonly string[] };

const document = (vocabulary: PolicyVocabulary, known: readonly string[]): PolicyReader<Document> =>
  object<Document, PolicyFaultCode>({
    regiekompas: required(header(policyFormat)),
    id: required(newId),
    name: required(object<Policy['name'], PolicyFaultCode>({ nl: required(line), en: required(line) })),
    outcomes: optional(outcomes),
    rules: required(list(rule(vocabulary, known))),
  });

export function readPolicy(value: unknown, vocabulary: PolicyVocabulary): Read<Policy, PolicyFaultCode> {
  const { root, faults } = startReading<PolicyFaultCode>();
  if (otherFormat(value, policyFormat, root)) return { ok: false, faults };
  const read = document(vocabulary, outcomesOf(value))(value, root);
  if (read === undefined || faults.length > 0) return { ok: false, faults };
  return { ok: true, value: { id: read.id, name: read.name, outcomes: read.outcomes ?? defaultOutcomes, rules: read.rules } };
}

/** The policy as the file format; `readPolicy` of it gives it back. */
export const policyDocument = ({ id, name, outcomes, rules }: Policy): Readonly<Record<string, unknown>> => ({
  regiekompas: policyFormat,
  id,
  name: { nl: name.nl, en: name.en },
  ...(outcomes.join('\n') === defaultOutcomes.join('\n') ? {} : { outcomes }),
  rules: rules.map(({ id, when, then, conditions, because }) => ({ id, when, then, ...(conditions ? { conditions } : {}), ...(because ? { because } : {}) })),
});
