import type { DaysFor, Slice } from '../../platform/slice.ts';
import { fillExample } from './example.ts';
import { participationTables } from './exported-tables.ts';
import { participationOperations } from './operations.ts';
import { owedBy } from './state.ts';
import { daysOwnedBy, forgetAuthor, sealedColumns } from './store.ts';

/** For who is to answer. INVARIANT: a calendar says that, not what: others may see it there. */
const days: DaysFor = async (at) =>
  (await daysOwnedBy(at, at.person.id)).flatMap((idea) => {
    const day = owedBy(idea, at.today);
    return day === null ? [] : [{ id: `idea-${idea.id}`, day, title: { nl: 'Antwoord op een idee of een zorg', en: 'Answer an idea or a concern' }, why: { nl: 'Op deze dag is antwoord beloofd.', en: 'An answer was promised by this day.' }, path: `/ideas/${idea.id}/handle` as const }];
  });

export const participation: Slice = {
  name: 'participation',
  title: { nl: 'Ideeën en zorgen', en: 'Ideas and concerns' },
  operations: participationOperations,
  objects: {
    idea: { nl: 'Idee of zorg', en: 'Idea or concern' },
    'idea-entrance': { nl: 'Adres voor wie zonder naam spreekt', en: 'Address for who speaks without a name' },
    'legal-channel': { nl: 'Waar men een misstand meldt', en: 'Where wrongdoing is reported' },
  },
  permissions: { 'participation:change': { nl: 'Ideeën en zorgen behandelen', en: 'Handle ideas and concerns' } },
  tables: participationTables,
  sealed: sealedColumns,
  days,
  forget: forgetAuthor,
  example: fillExample,
};
