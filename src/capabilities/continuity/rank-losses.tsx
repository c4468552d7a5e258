/** Everybody who can fall away, ranked by what falls with them (engine.md §7, blast radius). */
import { z } from 'zod';
import type { Blast } from '../../core/continuity/rank.ts';
import { defineOperation } from '../../platform/operation.ts';
import { currentLandscape } from '../landscape/public.ts';
import { rankingIn, settingFor } from './ground.ts';
import { byName, columnOf, isFound, pageOf } from './list.ts';
import { RankingPage } from './pages/ranking-page.tsx';
import { rankedName } from './pages/ranking-table.tsx';
import { type RankingColumn, type RankingInput, rankingInput, type RankingShown } from './shown.ts';
import type { Speaker } from './spoken.ts';
import { words } from './words.ts';

/** From high to low by breaches is the ranking itself, with its own order among equals. */
function sorted(ranking: readonly Blast[], sort: RankingInput['sort'], name: (blast: Blast) => string): readonly Blast[] {
  const { column, sign } = columnOf<RankingColumn>(sort);
  if (column === 'name') return ranking.toSorted((a, b) => sign * byName(name(a), name(b)));
  return ranking.toSorted((a, b) => sign * (a[column] - b[column]));
}

export const rankLosses = defineOperation({
  name: 'continuity.rank-losses',
  title: (locale) => words(locale).ranking.title,
  permission: 'landscape:read',
  input: rankingInput,
  output: z.custom<RankingShown>().meta({ description: 'items: id, breaches (by tested hours), essential, services and systems that fail when it falls away alone; unknown: systems that could make each number higher.' }),
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/simulation-rankings' },
  handle: async (at, { of, reading: asked, q = '', sort, page }) => {
    const { landscape } = await currentLandscape(at);
    const { ranking, unknown } = rankingIn(settingFor(landscape, asked), of);
    const names = Object.fromEntries(landscape.providers.map(({ id, name }) => [id, name]));
    const speaker: Speaker = at;
    const name = ({ id }: Blast): string => rankedName(speaker, of, id, names);
    const shown = pageOf(sorted(ranking.filter((blast) => isFound(q, name(blast), blast.id)), sort, name), page);
    return { ...shown, all: ranking.length, unknown: unknown.length, names: of === 'countries' ? {} : Object.fromEntries(shown.items.map(({ id }) => [id, names[id] ?? id])) };
  },
  web: { kind: 'page', path: '/simulation/ranking', render: (view) => <RankingPage view={view} /> },
});
