/** What is wrong with an input, in plain words with the mend, from what its schema says. */
import type { z } from 'zod';
import type { InputFault } from './refusal.ts';
import type { Text } from './words.ts';

type Issue = z.core.$ZodIssue;

const typeWords: Readonly<Record<string, Text>> = {
  string: { nl: 'een tekst', en: 'a text' },
  number: { nl: 'een getal', en: 'a number' },
  int: { nl: 'een heel getal', en: 'a whole number' },
  boolean: { nl: 'ja of nee', en: 'yes or no' },
  array: { nl: 'een lijst', en: 'a list' },
  object: { nl: 'een groep velden', en: 'a group of fields' },
  date: { nl: 'een datum', en: 'a date' },
};
const formatWords: Readonly<Record<string, Text>> = {
  email: { nl: 'een e-mailadres, zoals naam@gemeente.nl', en: 'an email address, such as name@city.eu' },
  url: { nl: 'een webadres, zoals https://www.gemeente.nl', en: 'a web address, such as https://www.city.eu' },
  date: { nl: 'een bestaande datum, zoals 2026-11-30', en: 'a date that exists, such as 2026-11-30' },
  uuid: { nl: 'een id van dit programma', en: 'an id of this program' },
};
const unknownFormat: Text = { nl: 'een andere schrijfwijze', en: 'another notation' };

const fillIn: Text = { nl: 'Vul dit in.', en: 'Fill this in.' };
const must = (what: Text): Text => ({ nl: `Dit moet ${what.nl} zijn.`, en: `This must be ${what.en}.` });

function tooSmall({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): Text {
  if (origin === 'string') return { nl: `Gebruik minstens ${minimum} tekens.`, en: `Use at least ${minimum} characters.` };
  if (origin === 'array' || origin === 'set') return { nl: `Kies er minstens ${minimum}.`, en: `Choose at least ${minimum}.` };
  return inclusive === false ? must({ nl: `meer dan ${minimum}`, en: `more than ${minimum}` }) : must({ nl: `${minimum} of meer`, en: `${minimum} or more` });
}

function tooBig({ origin, maximum, inclusive }: z.core.$ZodIssueTooBig): Text {
  if (origin === 'string') return { nl: `Gebruik hoogstens ${maximum} tekens.`, en: `Use at most ${maximum} characters.` };
  if (origin === 'array' || origin === 'set') return { nl: `Kies er hoogstens ${maximum}.`, en: `Choose at most ${maximum}.` };
  return inclusive === false ? must({ nl: `minder dan ${maximum}`, en: `less than ${maximum}` }) : must({ nl: `${maximum} of minder`, en: `${maximum} or less` });
}

const list = (values: readonly unknown[]): string => values.map(String).join(', ');

/** A refinement speaks both languages through `params: { text }`; without it, it can only be said that it does not fit. */
function customText(issue: z.core.$ZodIssueCustom): Text {
  const given = issue.params?.['text'] as Text | undefined;
  return given ?? { nl: 'Deze waarde past niet. Kijk haar na.', en: 'This value does not fit. Check it.' };
}

function textOf(issue: Issue): Text {
  switch (issue.code) {
    case 'invalid_type': return must(typeWords[issue.expected] ?? unknownFormat);
    case 'too_small': return tooSmall(issue);
    case 'too_big': return tooBig(issue);
    case 'invalid_format': return must(formatWords[issue.format] ?? unknownFormat);
    case 'invalid_value': return must({ nl: `een van deze: ${list(issue.values)}`, en: `one of these: ${list(issue.values)}` });
    case 'unrecognized_keys': return { nl: `Onbekend: ${list(issue.keys)}. Laat het weg.`, en: `Unknown: ${list(issue.keys)}. Leave it out.` };
    case 'not_multiple_of': return must({ nl: `een veelvoud van ${issue.divisor}`, en: `a multiple of ${issue.divisor}` });
    case 'custom': return customText(issue);
    default: return { nl: 'Deze waarde past niet. Kijk haar na.', en: 'This value does not fit. Check it.' };
  }
}

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, step) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined), input);

/** Absent, or left empty: then every other sentence would be beside the point. */
const isMissing = (issue: Issue, input: unknown): boolean => {
  const value = valueAt(input, issue.path);
  return issue.code !== 'unrecognized_keys' && issue.code !== 'custom' && (value === undefined || value === '');
};

/** One fault for each place; the first sentence about a place is the one that helps. */
export function inputFaults(issues: readonly Issue[], input: unknown): InputFault[] {
  const faults = issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: isMissing(issue, input) ? fillIn : textOf(issue) }));
  return [...new Map(faults.toReversed().map((fault) => [fault.path, fault])).values()].toReversed();
}
