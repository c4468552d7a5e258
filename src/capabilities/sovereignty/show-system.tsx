/** One system: its verdict and why, layer by layer, who can reach it, what to ask and what to do. */
import { z } from 'zod';
import { reading } from '../../core/library/library.ts';
import { defineOperation } from '../../platform/operation.ts';
import { notFound } from '../../platform/refusal.ts';
import { itemOf } from '../landscape/public.ts';
import { libraryOf } from '../library/public.ts';
import { assessmentOf } from './current-assessment.ts';
import { SystemPage } from './pages/system-page.tsx';
import { type SystemView, systemView } from './system-view.ts';
import { words } from './words.ts';

export const showSystem = defineOperation({
  name: 'sovereignty.show-system',
  title: (locale) => words(locale).system.kicker,
  permission: 'landscape:read',
  input: z.strictObject({ id: z.string().max(200), reading: z.enum(reading).optional() }),
  output: z.custom<SystemView>().meta({ description: 'A system with its verdict and the rows that decide, its layer plate, exposures with their chains, open questions, the cheapest ways to a better verdict, contracts, needs and contradictions.' }),
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/systems/{id}' },
  handle: async (at, { id, reading: asked }) => {
    const current = await assessmentOf(at, asked);
    const system = itemOf(current.landscape, 'systems', id);
    return system === undefined ? notFound : systemView(current, system, libraryOf(at.knowledge));
  },
  web: { kind: 'page', path: '/systems/{id}', title: ({ output }) => output.system.name, render: (view) => <SystemPage view={view} /> },
});
