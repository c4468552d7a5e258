/** What if? The page on which people take things away and see what falls. Its address carries the scenario. */
import { z } from 'zod';
import { removalText } from '../../core/continuity/scenario.ts';
import type { Setting } from '../../core/continuity/setting.ts';
import { defineOperation } from '../../platform/operation.ts';
import { currentLandscape } from '../landscape/public.ts';
import { concentrationIn, rankingIn, settingFor } from './ground.ts';
import { SimulationPage, simulationTitle } from './pages/simulation-page.tsx';
import { readRemovals } from './read-scenario.ts';
import { type Overview, type Ranked, type Simulated, type SimulationInput, simulationInput } from './shown.ts';
import { tellSimulation } from './telling.ts';
import { whatCanFall } from './what-can-fall.ts';
import { words } from './words.ts';

const shownInRanking = 10;

function overviewOf(setting: Setting): Overview {
  const { landscape } = setting;
  const top = (of: 'providers' | 'countries'): Ranked => {
    const { ranking, unknown } = rankingIn(setting, of);
    return { blasts: ranking.filter(({ services, systems }) => services + systems > 0).slice(0, shownInRanking), unknown: unknown.length };
  };
  return { providers: top('providers'), countries: top('countries'), concentration: concentrationIn(setting), names: Object.fromEntries(landscape.providers.map(({ id, name }) => [id, name])) };
}

/** A layer without a system, or the other way round, is a form half filled in. */
const textsOf = ({ without = [], layerOf, layer }: SimulationInput): string[] =>
  [...new Set([...without, ...(layerOf !== undefined && layer !== undefined ? [`layer:${layerOf}/${layer}`] : [])])];

export const showSimulation = defineOperation({
  name: 'continuity.show-simulation',
  title: (locale) => words(locale).simulation.title,
  permission: 'landscape:read',
  input: simulationInput,
  output: z.custom<Simulated>().meta({ description: 'What the page of the simulation shows. For the answer alone: continuity.simulate-scenario.' }),
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/simulation-page' },
  handle: async (at, asked) => {
    const { landscape } = await currentLandscape(at);
    const setting = settingFor(landscape, asked.reading);
    const { scenario, faults } = readRemovals(textsOf(asked), { landscape, knowledge: at.knowledge });
    return {
      isEmpty: landscape.systems.length === 0,
      reading: asked.reading,
      removals: scenario.map(removalText),
      faults,
      offer: whatCanFall(setting, asked.find),
      told: scenario.length === 0 ? null : tellSimulation(setting, scenario),
      overview: scenario.length === 0 && landscape.systems.length > 0 ? overviewOf(setting) : null,
      systems: landscape.systems.length,
    };
  },
  web: { kind: 'page', path: '/simulation', nav: { order: 510, label: (locale) => words(locale).simulation.nav }, title: simulationTitle, render: (view) => <SimulationPage view={view} /> },
});
