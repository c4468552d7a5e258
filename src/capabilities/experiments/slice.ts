import type { DaysFor, Slice } from '../../platform/slice.ts';
import { fillExample } from './example.ts';
import { experimentTables } from './exported-tables.ts';
import { experimentOperations } from './operations.tsx';
import { stateOf } from './state.ts';
import { experimentsOf, forgetPerson } from './store.ts';

/** For who proposed it and who backs it. */
const days: DaysFor = async ({ db, organisation, person, today }) =>
  (await experimentsOf(db, organisation.id)).flatMap((one) =>
    one.until === null || ![one.proposer_id, one.sponsor_id].includes(person.id) || stateOf(one, today) === 'told'
      ? []
      : [{ id: `experiment-${one.id}`, day: one.until, title: { nl: `Experiment loopt af: ${one.title}`, en: `Experiment ends: ${one.title}` }, why: { nl: 'Vertel daarna wat ervan gekomen is.', en: 'Tell afterwards what came of it.' }, path: `/experiments/${one.id}` as const }]);

export const experiments: Slice = {
  name: 'experiments',
  title: { nl: 'Experimenten', en: 'Experiments' },
  operations: experimentOperations,
  objects: { experiment: { nl: 'Experiment', en: 'Experiment' } },
  permissions: { 'experiment:mandate': { nl: 'Ruimte geven voor een experiment', en: 'Give room to an experiment' } },
  tables: experimentTables,
  days,
  forget: forgetPerson,
  example: fillExample,
};
