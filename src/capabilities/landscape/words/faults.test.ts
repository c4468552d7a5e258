import { expect, it } from 'vitest';
import { smallLibrary } from '../../../../tests/models/small-library.ts';
import { readLandscapeFile } from '../../../formats/landscape-document/read.ts';
import { faultsEn } from './faults.en.ts';
import { faultsNl } from './faults.nl.ts';
import { sentence } from './faults.ts';

const bad = `regiekompas: landscape/1
organisation: { id: o, name: O, country: NLD }
provider: []
systems:
  - { id: mail, name: Mail, delivery: sas, runsOn: mial }
  - { id: b, nam: B, name: B, recovery: { testedOn: 2026-02-30 }, needs: [ 3 ] }
`;

it('says what is wrong and how to mend it, in both languages, with the line', () => {
  const read = readLandscapeFile(new TextEncoder().encode(bad), 'bad.yaml', smallLibrary, '2026-11-01');
  const faults = read.ok ? [] : read.faults;
  expect(faults.map((fault) => `${fault.line}: ${sentence('en', fault)}`)).toEqual([
    '2: There is no country code “NLD”. Did you mean “NL”?',
    '3: “provider” is not known here. Did you mean “providers”?',
    '5: “sas” is not possible here. Did you mean “saas”?',
    '5: There is no system “mial”. Did you mean “mail”?',
    '6: “nam” is not known here. Did you mean “name”?',
    '6: This should be text, but it is a number. Put the value in quotes.',
    '6: The day 2026-02-30 does not exist. Check the date.',
  ]);
  expect(faults.map((fault) => sentence('nl', fault)).at(-1)).toBe('De dag 2026-02-30 bestaat niet. Controleer de datum.');
});

it.each([['nl', faultsNl], ['en', faultsEn]] as const)('every sentence in %s ends, and shows each detail it is given', (_, sentences) => {
  for (const [code, say] of Object.entries(sentences)) {
    const given: Record<string, string> = {};
    const details = new Proxy(given, { get: (_, name) => (name === 'nearest' ? '' : `<${String(name)}>`) });
    expect(say(details), code).toMatch(/^[^]*[.?]$/);
    expect(say(details), code).not.toContain('undefined');
  }
});
