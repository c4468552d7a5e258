/** Where an idea or a concern stands: a duty to answer, with days (rules R15, R16). Pure. */
import { daysBefore, monthsBefore } from '../../core/calendar.ts';

export const kinds = ['idea', 'concern'] as const;
export type Kind = (typeof kinds)[number];
export const answers = ['yes', 'not-now', 'no'] as const;
export type AnswerKind = (typeof answers)[number];

export type Days = {
  readonly broughtOn: string;
  readonly acknowledgedOn: string | null;
  readonly answerBy: string;
  readonly answer: AnswerKind | null;
  readonly returnOn: string | null;
};

export const states = ['new', 'being-answered', 'yes', 'not-now', 'no', 'back'] as const;
export type State = (typeof states)[number];

/** "Not now" ends by itself: on its day the question is open again. */
export function stateOf({ acknowledgedOn, answer, returnOn }: Days, today: string): State {
  if (answer === 'not-now') return returnOn !== null && returnOn <= today ? 'back' : 'not-now';
  if (answer !== null) return answer;
  return acknowledgedOn === null ? 'new' : 'being-answered';
}

const acknowledgedWithin = 7;
const answeredWithin = 30;
const longestMonths = 3;

export const acknowledgeBy = ({ broughtOn }: Pick<Days, 'broughtOn'>): string => daysBefore(broughtOn, -acknowledgedWithin);
export const usualAnswerBy = (broughtOn: string): string => daysBefore(broughtOn, -answeredWithin);
/** No answer may be promised later: the law's limit for reports, which we keep for everything. */
export const latestAnswerBy = (broughtOn: string): string => monthsBefore(broughtOn, -longestMonths);

/** The next day on which something must have been said; null where nothing is owed. */
export function owedBy(days: Days, today: string): string | null {
  const state = stateOf(days, today);
  if (state === 'new') return acknowledgeBy(days);
  if (state === 'being-answered') return days.answerBy;
  return state === 'back' ? daysBefore(days.returnOn ?? today, -acknowledgedWithin) : null;
}

export const isLate = (days: Days, today: string): boolean => (owedBy(days, today) ?? today) < today;
