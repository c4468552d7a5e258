/** Says who the organisation is and what its board strives for. Also how an organisation starts empty. */
import { z } from 'zod';
import { defineOperation } from '../../platform/operation.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { changeLandscape } from './change-landscape.ts';
import { faultsAt, overtaken, seenOf } from './change-item.ts';
import { currentLandscape } from './current-landscape.ts';
import { ItemForm } from './forms/form-parts.tsx';
import { organisationInput } from './forms/inputs.ts';
import { OrganisationFields, organisationValues } from './forms/organisation-fields.tsx';
import { toOrganisation } from './forms/to-document.ts';
import { words } from './words.ts';

export const saveOrganisation = defineOperation({
  name: 'landscape.save-organisation',
  title: (locale) => words(locale).organisationTitle,
  permission: 'ambition:change',
  input: organisationInput,
  output: z.strictObject({ revision: z.number() }),
  effect: { kind: 'change', trace: (_, { revision }) => ({ object: 'organisation/ambition', detail: { revision } }) },
  rest: { method: 'PUT', path: '/organisation' },
  handle: async (at, given) => {
    const answer = await changeLandscape(at, 'form', (landscape) => {
      if (given.seen !== undefined && given.seen !== seenOf(landscape.organisation)) return overtaken;
      return { ...landscape, organisation: toOrganisation(given, landscape.organisation) };
    });
    return isRefusal(answer) ? faultsAt(answer, 'organisation') : { revision: answer.revision };
  },
  web: {
    kind: 'form',
    path: '/organisation/edit',
    load: async (at) => {
      const { landscape } = await currentLandscape(at);
      return { values: organisationValues(landscape.organisation), extra: { landscape, seen: seenOf(landscape.organisation) } };
    },
    render: (view) => <ItemForm view={view} title={words(view.locale).organisationTitle} lead={words(view.locale).organisationLead} seen={view.extra.seen} back="/"><OrganisationFields view={view} /></ItemForm>,
    done: (_, { name }) => ({ to: '/', notice: (locale) => words(locale).saved(name) }),
  },
});
