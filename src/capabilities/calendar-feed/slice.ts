import type { Slice } from '../../platform/slice.ts';
import { calendarTables } from './exported-tables.ts';
import { calendarOperations } from './operations.tsx';

export const calendar: Slice = {
  name: 'calendar',
  title: { nl: 'Agenda', en: 'Calendar' },
  operations: calendarOperations,
  objects: {
    'calendar-feed': { nl: 'Agenda-adres', en: 'Calendar address' },
  },
  tables: calendarTables,
};
