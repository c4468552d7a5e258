/** The landscape's table of contents. */
import type { Operation } from '../../platform/operation.ts';
import type { Gathered } from '../../platform/slice.ts';
import { exportOperations } from './export-document.ts';
import { showHistory, undoChange } from './history.tsx';
import { applyImport, readImportedDocument, showImport } from './import-document.tsx';
import { itemOperations } from './item-operations.tsx';
import { openExample } from './open-example.tsx';
import { removeItem } from './remove-item.tsx';
import { saveLayer } from './save-layer.tsx';
import { saveOrganisation } from './save-organisation.tsx';

export const landscapeOperations = ({ examples }: Pick<Gathered, 'examples'>): readonly Operation[] => [
  ...itemOperations,
  saveLayer,
  saveOrganisation,
  removeItem,
  readImportedDocument,
  showImport,
  applyImport,
  ...exportOperations,
  showHistory,
  undoChange,
  openExample(examples),
];
