/** The organisation's own landscape without this and that: the document `simulation/1`, for programs. */
import { z } from 'zod';
import { simulationDocument } from '../../core/continuity/document.ts';
import { simulate } from '../../core/continuity/simulate.ts';
import { reading } from '../../core/library/library.ts';
import { defineOperation } from '../../platform/operation.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { currentLandscape } from '../landscape/public.ts';
import { readingMember } from '../sovereignty/public.ts';
import { settingFor } from './ground.ts';
import { removalsAtMost, scenarioOf } from './read-scenario.ts';
import { withoutMember } from './simulate-document.ts';
import type { SimulationAnswer } from './telling.ts';

export const simulateScenario = defineOperation({
  name: 'continuity.simulate-scenario',
  title: { nl: 'Doorrekenen wat er in uw landschap uitvalt', en: 'Work out what fails in your landscape' },
  permission: 'landscape:read',
  input: z.strictObject({
    without: z.array(z.string().max(400)).min(1).max(removalsAtMost).meta(withoutMember),
    reading: z.enum(reading).default('wide').meta(readingMember),
  }),
  output: z.custom<SimulationAnswer>().meta({ description: 'A document simulation/1; its schema is library/schemas/simulation-1.schema.json.' }),
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/simulations' },
  handle: async (at, asked) => {
    const { landscape } = await currentLandscape(at);
    const scenario = scenarioOf(asked.without, { landscape, knowledge: at.knowledge });
    return isRefusal(scenario) ? scenario : simulationDocument(simulate(settingFor(landscape, asked.reading), scenario));
  },
});
