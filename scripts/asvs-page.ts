/** `docs/asvs.md`, made from `tests/asvs/asvs.json`. Run by `npm run docs:asvs`; a test holds the page to it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Held, requirements } from '../tests/asvs/map.ts';

const chapters = [
  'Encoding', 'Validation and logic', 'The browser', 'Interfaces', 'Files', 'Coming in', 'Sessions', 'Rights', 'Tokens that speak for themselves', 'OAuth and OpenID Connect',
  'Cryptography', 'Connections', 'Settings', 'Data', 'How it is built', 'Logging and errors', 'WebRTC',
] as const;
const chapterOf = ({ id }: Held): number => Number(id.split('.')[0]);

const anchorOf = (heading: string): string => heading.toLowerCase().replaceAll(/[^a-z0-9 -]/g, '').replaceAll(' ', '-');
function heldBy({ test, document, notApplicable, gap }: Held): string {
  if (test) return `test: “${test.name}” in [\`${test.file}\`](../${test.file})`;
  if (document) return `document: [${document.heading}](../${document.file}#${anchorOf(document.heading)})`;
  return notApplicable ? `not applicable: ${notApplicable}` : `**gap**: ${gap}`;
}

const count = (is: (held: Held) => unknown): number => requirements.filter(is).length;

const head = (): string => `# OWASP ASVS 5.0, level 2

Every requirement of levels 1 and 2 of the [Application Security Verification Standard 5.0](https://github.com/OWASP/ASVS/tree/master/5.0), and what holds it here. The numbers are OWASP's; the subjects are a few words of ours to find them by: read the requirement itself there.

${requirements.length} requirements: ${count(({ test }) => test)} held by a test, ${count(({ document }) => document)} by a document, ${count(({ notApplicable }) => notApplicable)} not applicable, **${count(({ gap }) => gap)} gaps**. We judged this ourselves; nobody outside has. That a test and a heading exist is a test; that they say enough is our judgement.

This page is made from \`tests/asvs/asvs.json\` by \`npm run docs:asvs\`.
`;

const section = (title: string, nth: number): string => `## V${nth + 1} ${title}

| | level | subject | held by |
| --- | --- | --- | --- |
${requirements.filter((held) => chapterOf(held) === nth + 1).map((held) => `| ${held.id} | ${held.level} | ${held.subject} | ${heldBy(held)} |`).join('\n')}
`;

export const asvsPage = (): string => [head(), ...chapters.map(section)].join('\n');

if (import.meta.main) writeFileSync(join(import.meta.dirname, '../docs/asvs.md'), asvsPage());
