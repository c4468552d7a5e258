/** What may be answered to an open question. */
import type { Id, Landscape } from '../../core/landscape/document.ts';
import type { OpenQuestion } from './open-questions.ts';

const fixed: Readonly<Partial<Record<OpenQuestion['kind'], readonly string[]>>> = {
  delivery: ['on-premises', 'hosted', 'iaas', 'paas', 'saas'],
  deployment: ['own', 'private', 'community', 'public'],
  personalData: ['none', 'ordinary', 'special', 'criminal'],
  measure: ['yes', 'no'],
  clause: ['yes', 'no'],
  recovery: ['tested', 'declared', 'none'],
};

/** Undefined where the answer is a number of hours, or a country, of which the reader of the landscape knows all. */
export const answersTo = ({ kind }: OpenQuestion, { providers }: Landscape): readonly Id[] | undefined =>
  kind === 'operator' ? ['self', ...providers.map(({ id }) => id)] : fixed[kind];

export const isHours = ({ kind }: OpenQuestion): boolean => kind === 'recoveryTestedHours' || kind === 'recoveryDeclaredHours';
export const takesHours = ({ kind }: OpenQuestion, answer: string): boolean => kind === 'recovery' && answer !== 'none';
export const takesTestDate = ({ kind }: OpenQuestion, answer: string): boolean => kind === 'recovery' && answer === 'tested';
