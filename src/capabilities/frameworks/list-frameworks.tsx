/** Which frameworks there are, and where the organisation stands against each, in plain words. */
import { z } from 'zod';
import type { Framework } from '../../core/frameworks/framework.ts';
import type { Standing } from '../../core/frameworks/standing.ts';
import { defineOperation } from '../../platform/operation.ts';
import { askedOf, isOpen } from './asked.ts';
import { frameworksListed, type Listed } from './listed-frameworks.ts';
import { FrameworksPage } from './pages/frameworks-page.tsx';
import { frameworkName, frameworkWord, type Speaker } from './spoken.ts';
import { answerAt, type Desk, deskOf, frameworksInUse, hearOf, matterKey, partsOf, self } from './standings.ts';
import { words } from './words.ts';

const kindOf = ({ counts, level }: Standing, scale: Framework['scale']): 'inOrder' | 'lacking' | 'unknown' => {
  if (scale === 'levels') return level?.lower === 4 ? 'inOrder' : (level?.upper ?? 0) < 2 ? 'lacking' : 'unknown';
  return counts.unmet > 0 ? 'lacking' : counts.unknown > 0 ? 'unknown' : 'inOrder';
};

function figures(desk: Desk, framework: Framework): Pick<Listed, 'inOrder' | 'lacking' | 'unknown'> {
  const parts = partsOf(desk, framework);
  const [only] = parts;
  if (framework.about === 'organisation' && only) return { inOrder: only.standing.counts.met, lacking: only.standing.counts.unmet, unknown: only.standing.counts.unknown };
  const count = (kind: string): number => parts.filter(({ standing }) => kindOf(standing, framework.scale) === kind).length;
  return { inOrder: count('inOrder'), lacking: count('lacking'), unknown: count('unknown') };
}

/** A shared question about this very thing that neither the landscape nor anybody answers. */
const sharedOpen = (desk: Desk, { about, criteria }: Framework, subject: string): boolean =>
  criteria.some(({ reads, when }) => when.every((read) => hearOf(desk, about, subject)(read, true).said === 'yes') && reads.some((read) => read.kind === 'matter' && desk.library.matters.get(read.id)?.about === about && hearOf(desk, about, subject)(read).said === 'unknown' && answerAt(desk, matterKey(read.id), about, subject) === undefined));

const asksOf = (speaker: Speaker, desk: Desk, framework: Framework): number => {
  if (framework.about !== 'organisation') return partsOf(desk, framework).filter(({ id, standing }) => standing.counts.open > 0 || sharedOpen(desk, framework, id)).length;
  const keys = framework.groups.flatMap(({ id }) => askedOf({ speaker, desk, framework, about: 'organisation', subject: self }, id, '').questions.filter(isOpen).map(({ key }) => key));
  return new Set(keys).size;
};

function newerOf(speaker: Speaker, { library }: Desk, id: string): Pick<Listed, 'newer'> {
  const newer = [...library.frameworks.values()].find(({ replaces }) => replaces === id);
  return newer ? { newer: { id: newer.id, name: frameworkName(speaker, newer.id), status: library.shown.get(newer.id)?.status ?? '' } } : {};
}

export const listFrameworks = defineOperation({
  name: 'frameworks.list-frameworks',
  title: (locale) => words(locale).title,
  permission: 'framework:read',
  input: z.strictObject({}),
  output: frameworksListed,
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/frameworks' },
  handle: async (at) => {
    const desk = await deskOf(at);
    return { frameworks: frameworksInUse(desk).map((framework) => {
      const shown = desk.library.shown.get(framework.id)!;
      return { id: framework.id, name: frameworkName(at, framework.id), what: frameworkWord(at, framework.id, 'what') ?? '', nature: shown.nature, about: framework.about, status: shown.status, ...figures(desk, framework), asks: asksOf(at, desk, framework), ...newerOf(at, desk, framework.id) };
    }) };
  },
  web: { kind: 'page', path: '/frameworks', nav: { order: 530, label: (locale) => words(locale).nav }, render: (view) => <FrameworksPage view={view} /> },
});
