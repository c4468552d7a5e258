/** The member of an input that says how far foreign law reaches, as a form asks it. */
import { type Reading, reading } from '../../core/library/library.ts';
import { both, type Text } from '../../platform/words.ts';
import { words } from './words.ts';

const choices = Object.fromEntries(reading.map((one) => [one, both(words, (text) => `${text.reading[one].name}: ${text.reading[one].meaning}`)])) as Readonly<Record<Reading, Text>>;

export const readingMember = { label: both(words, (text) => text.readingAsked), hint: both(words, (text) => text.readingHint), choices };
