import { describe, expect, it } from 'vitest';
import { knowledge } from './read.ts';
import { languages, type Words } from '../../src/platform/knowledge/knowledge.ts';

const texts = (word: string | Words, at: string): readonly (readonly [string, string])[] =>
  typeof word === 'string' ? [[at, word]] : Object.entries(word).flatMap(([name, inner]) => texts(inner, `${at}/${name}`));

const all = languages.flatMap((language) => texts(knowledge.words[language] as unknown as Words, language));
const mostWordsInASentence = 32;
const longSentences = (text: string): readonly string[] => text.split(/(?<=[.!?])\s+/u).filter((sentence) => sentence.split(/\s+/u).length > mostWordsInASentence);

describe('the words of the library', () => {
  it('stay short enough to read in one breath; texts for a contract may be longer', () => {
    expect(all.filter(([at]) => !at.endsWith('/requirement')).flatMap(([at, text]) => longSentences(text).map((sentence) => `${at}: ${sentence}`))).toEqual([]);
  });

  it('begin with a capital or a figure, and carry no loose space; phrases stand within a sentence', () => {
    const loose = all.filter(([at]) => !at.includes('/phrases/')).filter(([, text]) => text !== text.trim() || / {2}/u.test(text) || !/^["“]?(\p{Lu}|\d|eIDAS|eHerkenning)/u.test(text));
    expect(loose.map(([at, text]) => `${at}: ${text}`)).toEqual([]);
  });
});
