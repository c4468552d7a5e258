/** Tells who restores what the database lacks of what somebody saw before (EXIT-3). */
import type { Since } from '../audit/missing-since.ts';
import type { Text } from '../words.ts';

type Missing = Extract<Since, { kind: 'missing' }>;

const missing = (origin: string, { from, until, lastAt }: Missing): Text[] => [
  {
    nl: `Er ontbreken ${until - from} regels in het logboek ${origin}: nummer ${from} tot en met ${until - 1} (geteld vanaf 0). Wat er nog is, loopt tot ${lastAt?.toISOString() ?? '–'}.`,
    en: `${until - from} entries are missing from the log ${origin}: number ${from} up to and including ${until - 1} (counted from 0). What is still there goes up to ${lastAt?.toISOString() ?? '–'}.`,
  },
  {
    nl: 'LET OP: dit is een oudere stand dan er al getoond is. Wat in die regels stond, is ook in de gegevens niet gebeurd: een recht dat was ingetrokken, kan weer gelden. Neem een nieuwere back-up, of begin een ander logboek met `regie audit succeed --reason …` en herstel wat ontbreekt.',
    en: 'WARNING: this is an older state than one that was shown before. What those entries tell did not happen in the data either: a right that was withdrawn may hold again. Take a newer backup, or begin another log with `regie audit succeed --reason …` and redo what is missing.',
  },
];

/** Lines, in order. */
export function sayMissing(origin: string, since: Since): readonly Text[] {
  switch (since.kind) {
    case 'missing':
      return missing(origin, since);
    case 'nothing-missing':
      return [{ nl: `Er ontbreekt niets van wat het logboek ${origin} toen had.`, en: `Nothing is missing of what the log ${origin} had then.` }];
    case 'another-past':
      return [{ nl: `LET OP: het logboek ${origin} is niet hetzelfde als toen. Er is iets gewijzigd. Gebruik deze back-up niet voordat duidelijk is wat.`, en: `WARNING: the log ${origin} is not what it was then. Something was changed. Do not use this backup before it is clear what.` }];
    case 'unknown-log':
      return [{ nl: `LET OP: deze back-up heeft het logboek ${origin} niet. Alles wat erin stond, ontbreekt.`, en: `WARNING: this backup does not have the log ${origin}. Everything that was in it is missing.` }];
  }
}
