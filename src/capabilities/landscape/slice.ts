import type { Slice } from '../../platform/slice.ts';
import { landscapeAsDocument, landscapeTables } from './exported-tables.ts';
import { landscapeOperations } from './operations.ts';

export const landscape: Slice = {
  name: 'landscape',
  title: { nl: 'Landschap', en: 'Landscape' },
  operations: landscapeOperations,
  objects: {
    landscape: { nl: 'Landschap', en: 'Landscape' },
    'landscape-change': { nl: 'Wijziging van het landschap', en: 'Change of the landscape' },
    'landscape-import': { nl: 'Ingelezen document', en: 'Document that was read in' },
    system: { nl: 'Systeem', en: 'System' },
    systems: { nl: 'Systeem', en: 'System' },
    service: { nl: 'Dienst', en: 'Service' },
    services: { nl: 'Dienst', en: 'Service' },
    dataset: { nl: 'Gegevensverzameling', en: 'Dataset' },
    datasets: { nl: 'Gegevensverzameling', en: 'Dataset' },
    provider: { nl: 'Leverancier', en: 'Provider' },
    providers: { nl: 'Leverancier', en: 'Provider' },
    contract: { nl: 'Contract', en: 'Contract' },
    contracts: { nl: 'Contract', en: 'Contract' },
    evidence: { nl: 'Bewijs', en: 'Evidence' },
  },
  permissions: {
    'landscape:read': { nl: 'Het landschap lezen', en: 'Read the landscape' },
    'landscape:change': { nl: 'Het landschap wijzigen', en: 'Change the landscape' },
    'contract:read': { nl: 'Contracten lezen', en: 'Read contracts' },
    'contract:change': { nl: 'Contracten wijzigen', en: 'Change contracts' },
    'ambition:change': { nl: 'De ambitie wijzigen', en: 'Change the ambition' },
  },
  tables: landscapeTables,
  documents: [landscapeAsDocument],
};
