/** Can the organisation leave, and get back on its feet (engine.md §5)? */
import { monthsBefore } from '../calendar.ts';
import { no, unknown, yes, type Truth } from '../kleene.ts';
import type { Recovery } from '../landscape/document.ts';
import { clauseTruth } from './clause-facts.ts';
import type { Answer, Setting, SystemSubject } from './subject.ts';

/** A test proves a plan for so long. */
const testedForMonths = 24;

export const exitPlan = ({ system: { recovery }, setting, contracts }: SystemSubject): Answer => {
  if (isTested(recovery, setting)) return 'tested';
  if (hasHours(recovery)) return 'declared';
  const clause = clauseTruth('exit-strategy', contracts) ?? no;
  return recovery === 'none' ? withoutRecovery[clause] : recoveryUnknown[clause];
};

const withoutRecovery: Readonly<Record<Truth, Answer>> = { [yes]: 'declared', [unknown]: ['declared', 'none'], [no]: 'none' };
const recoveryUnknown: Readonly<Record<Truth, Answer>> = { [yes]: ['tested', 'declared'], [unknown]: undefined, [no]: undefined };

const hasHours = (recovery: Recovery | undefined): boolean =>
  typeof recovery === 'object' && (recovery.declaredHours !== undefined || recovery.testedHours !== undefined);

const isTested = (recovery: Recovery | undefined, { asOf }: Setting): boolean => {
  if (typeof recovery !== 'object' || recovery.testedHours === undefined || recovery.testedOn === undefined) return false;
  return monthsBefore(asOf, testedForMonths) <= recovery.testedOn && recovery.testedOn <= asOf;
};

/** Hours; Infinity where there is no way to restore. */
export const recoveryHours = (recovery: Recovery | undefined, figure: 'testedHours' | 'declaredHours'): Answer =>
  recovery === 'none' ? Infinity : recovery?.[figure];
