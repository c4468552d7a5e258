/**
 * The example organisation half-way: it answered some of what its laws ask, does not know everything, filled in a
 * part of the European framework in its first edition, and has a demand of its own.
 */
import type { FillExample } from '../../platform/slice.ts';
import type { Text } from '../../platform/words.ts';
import { matterKey, self } from './standings.ts';
import { addOwnCriterion, keepAnswers, keepEdition, type StoredAnswer } from './store.ts';

type Told = Pick<StoredAnswer, 'question' | 'about' | 'subject'> & { readonly value: number | 'nobody-knows' | 'not-applicable'; readonly reason?: Text; readonly evidence?: Text };
const organisation = { about: 'organisation', subject: self } as const;
const ours = (matter: string, value: Told['value'], reason?: Text, evidence?: Text): Told => ({ ...organisation, question: matterKey(matter), value, ...(reason && { reason }), ...(evidence && { evidence }) });
const duty = (question: string, value: Told['value'], reason?: Text): Told => ({ ...organisation, question, value, ...(reason && { reason }) });
const factor = (question: string, subject: string, value: Told['value'], reason?: Text): Told => ({ about: 'system', subject, question: `eu-csf-2025/${question}`, value, ...(reason && { reason }) });

const told: readonly Told[] = [
  ours('security-policy-by-board', 1, undefined, { nl: 'Collegebesluit van 14 april 2026', en: 'Decision of the municipal executive, 14 April 2026' }),
  ours('security-roles', 1),
  ours('incident-report-clock', 1, undefined, { nl: 'Oefening van 3 september 2026, verslag bij de CISO', en: 'Exercise of 3 September 2026, report with the CISO' }),
  ours('incident-handling', 1),
  ours('continuity-tested-yearly', 0, { nl: 'De laatste oefening was in 2023.', en: 'The last exercise was in 2023.' }),
  ours('restore-tested-yearly', 'nobody-knows'),
  ours('security-training', 1),
  ours('patching-in-time', 'nobody-knows', { nl: 'Van de systemen bij leveranciers weten wij het niet.', en: 'Of the systems at suppliers we do not know.' }),
  ours('cloud-policy-adopted', 1),
  ours('processing-record', 1),
  ours('dpia-where-needed', 1),
  ours('breach-72-hours', 1),
  ours('retention-schedule', 1),
  ours('destroyed-in-time', 0, { nl: 'Alleen van papier. Digitaal vernietigen wij nog niets.', en: 'Only of paper. Digitally we destroy nothing yet.' }),
  ours('ai-in-use', 1),
  ours('ai-high-risk', 'nobody-knows', { nl: 'Het algoritme bij de bijstand is nog niet beoordeeld.', en: 'The algorithm for social assistance was not assessed yet.' }),
  ours('websites-and-apps', 1),
  duty('woo-duties/in-time', 0, { nl: 'Vier op de tien besluiten kwamen te laat.', en: 'Four in ten decisions came too late.' }),
  duty('woo-duties/requests', 1),
  duty('gdpr-duties/officer', 1),
  duty('gdpr-duties/automated-decisions', 'nobody-knows'),
  duty('accessibility-duties/statement', 1),
  duty('accessibility-duties/apps', 'not-applicable', { nl: 'Wij hebben geen apps.', en: 'We have no apps.' }),
  factor('financing', 'wmo-suite', 2), factor('talent-pool', 'wmo-suite', 3), factor('migration-ease', 'wmo-suite', 2), factor('visibility-and-erasure', 'wmo-suite', 1, { nl: 'Wissen bevestigt de leverancier alleen per brief.', en: 'The provider confirms erasure by letter only.' }),
  factor('intellectual-property', 'wmo-suite', 'nobody-knows'), factor('know-how', 'wmo-suite', 2), factor('high-performance', 'wmo-suite', 'not-applicable', { nl: 'Er is geen zware rekenkracht nodig.', en: 'No heavy computing power is needed.' }),
  factor('cryptographic-control', 'jeugd-suite', 4), factor('talent-pool', 'jeugd-suite', 3),
  { about: 'provider', subject: 'koppelhuis', question: matterKey('support-from-eu'), value: 1 },
  { about: 'provider', subject: 'koppelhuis', question: matterKey('security-certified'), value: 1, evidence: { nl: 'ISO 27001, geldig tot mei 2028', en: 'ISO 27001, valid until May 2028' } },
];

const steps = (value: Told['value']): Pick<StoredAnswer, 'kind' | 'lowest' | 'highest'> => (typeof value === 'number' ? { kind: 'said', lowest: value, highest: value } : { kind: value, lowest: null, highest: null });

export const fillFrameworks: FillExample = async (at) => {
  await keepAnswers(at, told.map(({ question, about, subject, value, reason, evidence }) => ({ question, about, subject, ...steps(value), reason: reason?.[at.locale] ?? '', evidence: evidence?.[at.locale] ?? '', carriedFrom: null, answeredOn: at.today })));
  await keepEdition(at, 'eu-csf', 'eu-csf-2025', at.today);
  const name = { nl: 'Besluiten staan binnen een week op onze site', en: 'Decisions stand on our site within a week' }[at.locale];
  await addOwnCriterion(at, { id: at.ids.next(), framework: 'woo-duties', name, question: { nl: 'Staan besluiten van het college binnen een week op onze site?', en: 'Do decisions of the executive stand on our site within a week?' }[at.locale], measure: '' }, at.today);
};
