/** One framework, for the organisation as a whole, a system or a provider: where it stands, what holds it back, what is asked still. */
import { z } from 'zod';
import type { Framework, Subject } from '../../core/frameworks/framework.ts';
import { type Bounds, type Part, weakestOf, wholeOf } from '../../core/frameworks/standing.ts';
import type { Context } from '../../platform/context.ts';
import { defineOperation } from '../../platform/operation.ts';
import { notFound, type Refusal } from '../../platform/refusal.ts';
import { askedOf, isOpen } from './asked.ts';
import { FrameworkPage } from './pages/framework-page.tsx';
import { shownFramework, type ShownFramework } from './shown-framework.ts';
import { shownStandingOf } from './shown.ts';
import { frameworkName } from './spoken.ts';
import { type Desk, deskOf, ownFramework, partsOf, self } from './standings.ts';
import { aboutOf, frameworkId, subjectInput } from './subject.ts';
import { words } from './words.ts';

/** More than these nobody reads in a list of the worst. */
const partsShown = 50;

const worst = (a: Bounds | null, b: Bounds | null): number => (a?.upper ?? 9) - (b?.upper ?? 9) || (a?.lower ?? 9) - (b?.lower ?? 9);

function partRows({ landscape }: Desk, framework: Framework, parts: readonly Part[]): ShownFramework['parts'] {
  const about = framework.about === 'provider' ? 'provider' as const : 'system' as const;
  const names = new Map((about === 'provider' ? landscape.providers : landscape.systems).map(({ id, name }) => [id, name]));
  const sorted = parts.toSorted((a, b) => worst(a.standing.level, b.standing.level) || b.standing.counts.unmet - a.standing.counts.unmet || (a.standing.score?.upper ?? 0) - (b.standing.score?.upper ?? 0));
  const levels = framework.scale === 'levels';
  return sorted.slice(0, partsShown).map(({ id, standing }) => ({ id, name: names.get(id) ?? id, about, level: levels ? standing.level : null, score: levels ? standing.score : null, counts: standing.counts }));
}

function asksOf(at: Context, desk: Desk, framework: Framework, about: Subject, subject: string): ShownFramework['asks'] {
  const own = ownFramework(desk, framework.id);
  return [...framework.groups, ...(own?.groups ?? [])].map(({ id }) => {
    const { groupName, questions } = askedOf({ speaker: at, desk, framework, about, subject }, id, '');
    return { group: id, name: groupName, open: questions.filter(isOpen).length, all: questions.length };
  }).filter(({ all }) => all > 0);
}

const newerOf = (at: Context, { library }: Desk, id: string): Pick<ShownFramework, 'newer'> => {
  const newer = [...library.frameworks.values()].find(({ replaces }) => replaces === id);
  return newer ? { newer: { id: newer.id, name: frameworkName(at, newer.id) } } : {};
};

async function show(at: Context, id: string, about: Subject, subject: string): Promise<ShownFramework | Refusal> {
  const desk = await deskOf(at);
  const framework = desk.library.frameworks.get(id);
  if (!framework) return notFound;
  const isWhole = about === 'organisation' && framework.about !== 'organisation';
  const parts = isWhole ? partsOf(desk, framework) : [];
  const shown = shownStandingOf(at, desk, framework, ownFramework(desk, id), about, subject, at.today, isWhole ? weakestOf(framework, parts.map(({ standing }) => standing)) : undefined);
  if (!shown) return notFound;
  const whole = isWhole && framework.scale === 'levels' ? wholeOf(parts) : undefined;
  return {
    ...shown, ...(whole && { level: whole.level, score: whole.score }),
    parts: partRows(desk, framework, parts), partCount: parts.length, lowestParts: whole?.lowest.length ?? 0, asks: asksOf(at, desk, framework, about, subject),
    ...(framework.replaces && { older: framework.replaces }), ...newerOf(at, desk, id),
  };
}

export const showFramework = defineOperation({
  name: 'frameworks.show-framework',
  title: { nl: 'Een kader bekijken', en: 'Look at a framework' },
  permission: 'framework:read',
  input: z.strictObject({ id: frameworkId }),
  output: shownFramework,
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/frameworks/{id}' },
  handle: (at, { id }) => show(at, id, 'organisation', self),
  web: { kind: 'page', path: '/frameworks/{id}', title: ({ output }) => output.name, render: (view) => <FrameworkPage view={view} /> },
});

export const showSubject = defineOperation({
  name: 'frameworks.show-subject',
  title: { nl: 'Een kader bij één systeem of leverancier', en: 'A framework for one system or provider' },
  permission: 'framework:read',
  input: subjectInput,
  output: shownFramework,
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/frameworks/{id}/{place}/{subject}' },
  handle: (at, { id, place, subject }) => (place === 'organisation' && subject !== self ? Promise.resolve(notFound) : show(at, id, aboutOf(place), subject)),
  web: { kind: 'page', path: '/frameworks/{id}/{place}/{subject}', title: ({ output, locale }) => words(locale).ofTitle(output.name, output.of.name), render: (view) => <FrameworkPage view={view} /> },
});

