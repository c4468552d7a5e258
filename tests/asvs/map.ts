/** Which requirement of ASVS 5.0 (levels 1 and 2) is held by what. Subjects are in our own words; the sentences are OWASP's. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Held = {
  readonly id: string;
  readonly level: 1 | 2;
  readonly subject: string;
  readonly test?: { readonly file: string; /** Stands in that file. */ readonly name: string };
  readonly document?: { readonly file: string; readonly heading: string };
  readonly notApplicable?: string;
  readonly gap?: string;
};

export const requirements = JSON.parse(readFileSync(join(import.meta.dirname, 'asvs.json'), 'utf8')) as readonly Held[];
