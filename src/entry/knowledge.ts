/**
 * The library, read whole or not at all: a fault in it stops the program before anybody relies on it. The build
 * checks it and keeps the outcome as one file, so that a command need not read hundreds.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { deepFreeze, faultText, type Knowledge } from '../platform/knowledge/knowledge.ts';
import { loadKnowledge } from '../platform/knowledge/load.ts';
import { readFolder } from '../platform/knowledge/read-folder.ts';
import { places } from './places.ts';

/** @throws when the library has faults; all of them stand in the message. */
export function readLibrary(): Knowledge {
  const loaded = loadKnowledge(readFolder(places.library));
  if (!loaded.ok) throw new Error(`The library has faults:\n${loaded.faults.map(faultText).join('\n')}`);
  return loaded.knowledge;
}

export const keepLibrary = (): void => writeFileSync(places.checkedLibrary, JSON.stringify(readLibrary()));

/** What the build kept, or the files themselves while developing. */
export const loadLibrary = (): Knowledge => (existsSync(places.checkedLibrary) && places.isBuilt ? deepFreeze(JSON.parse(readFileSync(places.checkedLibrary, 'utf8')) as Knowledge) : readLibrary());
