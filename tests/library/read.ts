import { join } from 'node:path';
import { buildLibrary, groundIds, type LibraryEntries } from '../../src/core/library/build.ts';
import { faultText, type Knowledge } from '../../src/platform/knowledge/knowledge.ts';
import { loadKnowledge } from '../../src/platform/knowledge/load.ts';
import { readFolder } from '../../src/platform/knowledge/read-folder.ts';

export const libraryFolder = join(import.meta.dirname, '../../library');

/** The library as it stands in the repository; throws with every fault where it does not load. */
export const readLibraryFolder = (): Knowledge => {
  const loaded = loadKnowledge(readFolder(libraryFolder));
  if (!loaded.ok) throw new Error(loaded.faults.map(faultText).join('\n'));
  return loaded.knowledge;
};

export const knowledge = readLibraryFolder();
export const library = buildLibrary(knowledge.entries as unknown as LibraryEntries);
/** The library as the readers of policies want it. */
export const policyVocabulary = { ...library, laws: groundIds(knowledge.entries as unknown as Parameters<typeof groundIds>[0]) };
