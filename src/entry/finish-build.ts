/** A step of the build that needs our own code: the library is checked and kept as one file, the mark drawn for the browser's tab. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { favicon } from '../ui/compass/component.tsx';
import { keepLibrary } from './knowledge.ts';
import { places } from './places.ts';

keepLibrary();
mkdirSync(places.assets, { recursive: true });
writeFileSync(join(places.assets, 'favicon.svg'), favicon());
