import { wordsOf } from '../../platform/words.ts';
import { en } from './words/en.ts';
import { nl } from './words/nl.ts';

export const words = wordsOf({ nl, en });
