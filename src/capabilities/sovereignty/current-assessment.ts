/**
 * The organisation's landscape, assessed against its policy as of today. Kept in memory: a page that shows one
 * system and a page that counts ten thousand ask the database the same two questions (decision 0002).
 */
import { assessSurvey, type Assessment } from '../../core/assess.ts';
import type { Landscape } from '../../core/landscape/document.ts';
import type { Reading } from '../../core/library/library.ts';
import type { CompiledPolicy } from '../../core/policy/compile.ts';
import { survey as surveyOf, type Survey } from '../../core/survey.ts';
import type { Context } from '../../platform/context.ts';
import { currentLandscape } from '../landscape/public.ts';
import { libraryOf } from '../library/public.ts';
import { currentPolicy } from '../policy/public.ts';

/** `revision` 0: the organisation has no landscape yet, and the assessment is of an empty one. */
export type Assessed = {
  readonly revision: number;
  readonly reading: Reading;
  readonly landscape: Landscape;
  readonly survey: Survey;
  readonly assessment: Assessment;
  readonly policy: CompiledPolicy;
};

/** Assessments kept at once; the one asked for longest ago leaves first. */
const keptAtMost = 10;
const kept = new Map<string, Assessed>();

function keep(key: string, assessed: Assessed): Assessed {
  kept.delete(key);
  kept.set(key, assessed);
  for (const oldest of kept.keys()) {
    if (kept.size <= keptAtMost) break;
    kept.delete(oldest);
  }
  return assessed;
}

const assessNow = (landscape: Landscape, at: Context, reading: Reading, policy: CompiledPolicy): Omit<Assessed, 'revision'> => {
  const survey = surveyOf(landscape, libraryOf(at.knowledge), reading);
  return { reading, landscape, survey, assessment: assessSurvey(survey, policy), policy };
};

/**
 * Two queries when nothing changed since the last call, four when the landscape did.
 * INVARIANT: what is kept is used again only for the very same landscape and policy, so that a change that was
 * rolled back, another day or another edition of the library never leaves an answer behind.
 */
export async function assessmentOf(at: Context, reading: Reading = 'wide'): Promise<Assessed> {
  const { revision, landscape } = await currentLandscape(at);
  const policy = await currentPolicy(at);
  const key = [at.organisation.id, revision, at.today, policy.policy.id, reading].join('\n');
  const known = kept.get(key);
  if (known?.landscape === landscape && known.policy === policy) return keep(key, known);
  return keep(key, { revision, ...assessNow(landscape, at, reading, policy) });
}
