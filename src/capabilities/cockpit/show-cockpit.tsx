/** The board's page (product.md K): everything in it comes from the landscape, its assessment and the policy. */
import { z } from 'zod';
import type { Blast } from '../../core/continuity/rank.ts';
import type { Landscape } from '../../core/landscape/document.ts';
import type { Outcome } from '../../core/policy/policy.ts';
import type { Context } from '../../platform/context.ts';
import { defineOperation } from '../../platform/operation.ts';
import { rankingOf } from '../continuity/public.ts';
import { libraryOf } from '../library/public.ts';
import { assessmentOf } from '../sovereignty/public.ts';
import type { Cockpit, Fall } from './cockpit.ts';
import { CockpitPage } from './pages/cockpit-page.tsx';
import { conduct, contractMoments, forbiddenSystems, missedLayers, openQuestions, verdictCounts } from './summary.ts';
import { words } from './words.ts';

/** Enough to see who matters; the simulation has them all. */
const fallsShown = 3;

function fallsOf(ranking: readonly Blast[], { providers }: Landscape): Fall[] {
  const names = new Map(providers.map(({ id, name }) => [id, name]));
  return ranking.filter(({ breaches }) => breaches > 0).slice(0, fallsShown).map(({ id, breaches, services }) => ({ id, name: names.get(id) ?? id, breaches, services }));
}

async function readCockpit(at: Context): Promise<Cockpit> {
  const { landscape, assessment, policy } = await assessmentOf(at);
  const { outcomes, name } = policy.policy;
  const worst = outcomes[0] as Outcome;
  return {
    organisation: landscape.organisation.name,
    asOf: landscape.asOf,
    systems: landscape.systems.length,
    assurance: assessment.assurance,
    outcomes,
    worst,
    reading: assessment.reading,
    policyName: name,
    counts: verdictCounts(assessment, outcomes),
    forbidden: forbiddenSystems(landscape, assessment, worst),
    questions: openQuestions(landscape, assessment),
    moments: contractMoments(landscape, at.today),
    contradictions: assessment.contradictions.length,
    missed: missedLayers(assessment),
    conduct: conduct(landscape, libraryOf(at.knowledge)),
    hasAmbition: landscape.organisation.ambition !== undefined,
    falls: landscape.systems.length === 0 ? [] : fallsOf((await rankingOf(at, 'providers')).ranking, landscape),
  };
}

export const showCockpit = defineOperation({
  name: 'cockpit.show-cockpit',
  title: (locale) => words(locale).title,
  permission: 'landscape:read',
  input: z.strictObject({}),
  output: z.custom<Cockpit>(),
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/cockpit' },
  handle: readCockpit,
  web: { kind: 'page', path: '/', nav: { order: 0, label: (locale) => words(locale).nav }, render: (view) => <CockpitPage view={view} /> },
});
