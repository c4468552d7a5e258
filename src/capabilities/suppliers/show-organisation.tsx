/** The organisation itself: what its board strives for, and what it says once for all its systems. */
import { z } from 'zod';
import { dimensions, technicalLayers } from '../../core/landscape/document.ts';
import { defineOperation } from '../../platform/operation.ts';
import { currentLandscape } from '../landscape/public.ts';
import { libraryOf } from '../library/public.ts';
import { shownOrganisation } from './answers.ts';
import { OrganisationPage } from './pages/organisation-page.tsx';
import { saidLayersOf } from './said-measures.ts';
import { words } from './words.ts';

export const showOrganisation = defineOperation({
  name: 'suppliers.show-organisation',
  title: (locale) => words(locale).organisation.kicker,
  permission: 'landscape:read',
  input: z.strictObject({}),
  output: shownOrganisation,
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/organisation' },
  handle: async (at) => {
    const { revision, landscape } = await currentLandscape(at);
    const { id, name, country, ambition } = landscape.organisation;
    return {
      id,
      name,
      country,
      begun: revision > 0,
      ambition: technicalLayers.toReversed().map((layer) => {
        const [technical, legal, operational] = dimensions.map((dimension) => ambition?.[layer]?.[dimension] ?? null);
        return { layer, technical: technical ?? null, legal: legal ?? null, operational: operational ?? null };
      }),
      layers: saidLayersOf(landscape, libraryOf(at.knowledge), { kind: 'organisation', id }),
    };
  },
  web: { kind: 'page', path: '/organisation', nav: { order: 800, label: (locale) => words(locale).organisation.kicker }, render: (view) => <OrganisationPage view={view} /> },
});
