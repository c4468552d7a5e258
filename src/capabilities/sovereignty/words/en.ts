/** English texts of the verdicts: systems, datasets, evidence. Plain language (B1). */
import { dataEn } from './data.en.ts';
import { systemsEn } from './systems.en.ts';
import type { Translation } from '../../../platform/words.ts';
import type { nl } from './nl.ts';

export const en: Translation<typeof nl> = {
  ...systemsEn,
  ...dataEn,
  verdict: { forbidden: 'Forbidden', discouraged: 'Discouraged', conditional: 'Allowed on conditions', permitted: 'Allowed', undetermined: 'Cannot tell yet', gap: 'Policy is silent' },
  verdictMeaning: {
    forbidden: 'Under the policy this may not be done like this.',
    discouraged: 'The policy advises against this.',
    conditional: 'Under the policy this is allowed, provided the conditions are met.',
    permitted: 'Under the policy this is allowed.',
    undetermined: 'Too little is known to say whether this is allowed.',
    gap: 'No rule of the policy is about this case.',
  },
  exposure: {
    disclosure: { none: 'Cannot read along', mitigated: 'Can demand it, but gets nothing readable', possible: 'May be able to read along', exposed: 'Can demand the data' },
    cutOff: { none: 'Cannot stop the service', mitigated: 'Cannot stop the service', possible: 'May be able to have the service stopped', exposed: 'Can have the service stopped' },
  },
  readingAsked: 'How far does foreign law reach?', readingHint: 'Without a choice the wide reading counts.',
  reading: {
    wide: { name: 'Wide reading', meaning: 'A country also reaches a supplier that merely has an establishment there.' },
    narrow: { name: 'Narrow reading', meaning: 'An establishment alone is not enough: a country reaches who is incorporated there, or has an owner who is.' },
  },
  layerTitle: (layer: number, name: string) => `Layer ${layer} · ${name}`,
  clauseFact: (clause: string) => `Clause: ${clause}`,
  clauseQuestion: (clause: string) => `Is “${clause}” in every running contract for this system?`,
  interval: {
    from: (low: string) => `${low} or more`,
    above: (low: string) => `more than ${low}`,
    below: (high: string) => `less than ${high}`,
    upTo: (high: string) => `at most ${high}`,
    both: (lower: string, upper: string) => `${lower}, but ${upper}`,
  },
  state: { yes: 'yes', no: 'no', 'not-applicable': 'not applicable', unknown: 'unknown' },
  or: 'or',
  policyTooLarge: {
    outcomes: 'A policy has at most 30 outcomes. Merge some.',
    rules: 'This table is too large to work out exactly. Use fewer rows or fewer facts, or split the policy.',
  },
  assess: {
    landscape: 'Landscape document', landscapeHint: 'A file in YAML or JSON, as you can export it here. It is not kept.', policyAsked: 'Policy to hold it against', policyHint: 'Without a file the default of the library counts.',
    title: 'Assess a landscape document',
    summary: 'assess a landscape: who has control, which law reaches it, what the policy allows',
    policy: 'policy to judge by (without it: the starting point of the library)',
    reading: 'how far foreign law reaches; wide is the default',
  },
  report: {
    title: 'verdict on the landscape',
    lead: (systems: number, policy: string, date: string) => `This page says of ${systems === 1 ? '1 system' : `${systems} systems`} whether “${policy}” allows it, and which foreign law can reach it. As of ${date}.`,
    heads: { system: 'System', verdict: 'Verdict', because: 'Why, or what still has to be asked', reach: 'Countries that can reach it' },
    systems: 'Systems, the gravest verdict first',
    policy: 'Policy',
    ask: 'ask',
    contradictions: 'Contradictions',
    noContradictions: 'No evidence contradicts what was said.',
    unproven: 'Without proof',
    unprovenCount: (count: number) => (count === 1 ? 'One statement has no valid evidence yet.' : `${count} statements have no valid evidence yet.`),
    gaps: 'Cases on which the policy is silent',
    nobody: 'No country outside the EEA',
    reach: { data: 'data', stop: 'stop' },
    legend: 'data = can demand readable data, (data) = gets nothing readable, stop = can have the service stopped, ? = perhaps',
    row: (rule: string, dataset: string | undefined) => (dataset === undefined ? `Rule ${rule}.` : `Rule ${rule} (${dataset}).`),
    contradictionRule: 'Evidence contradicts what was said.',
    contradicted: (place: string, topic: string, claimed: string, state: string, evidence: string) => `${place} says “${claimed}” on “${topic}”, but evidence ${evidence} says “${state}”. The evidence counts.`,
  },
};
