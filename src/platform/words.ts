/**
 * What a person reads, in every language we speak. A slice keeps its texts in `words/nl.ts` and
 * `words/en.ts` and binds them with `wordsOf`; a language that misses a text does not compile.
 */
export const locales = ['nl', 'en'] as const;
export type Locale = (typeof locales)[number];

/** A short text that stands where it is used. */
export type Text = Readonly<Record<Locale, string>>;
/** A text, or a function to it where it lives among the words of a slice. */
export type Saying = Text | ((locale: Locale) => string);

export const say = (saying: Saying, locale: Locale): string => (typeof saying === 'function' ? saying(locale) : saying[locale]);

/** The shape another language must have: the same keys, texts for texts, functions for functions of the same arguments. */
export type Translation<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends (...args: infer Args) => string ? (...args: Args) => string : Words[Key] extends string ? string : Translation<Words[Key]>;
};

/** `const words = wordsOf({ nl, en })`, then `words(locale).title`. */
export const wordsOf =
  <Words>(languages: { readonly nl: Words; readonly en: Translation<Words> }) =>
  (locale: Locale): Translation<Words> =>
    locale === 'nl' ? (languages.nl as Translation<Words>) : languages.en;

/** A text of a slice in every language, as a refusal or a label asks it: `both(words, (text) => text.history.overtaken)`. */
export const both = <Spoken>(words: (locale: Locale) => Spoken, pick: (spoken: Spoken) => string): Text => ({ nl: pick(words('nl')), en: pick(words('en')) });

export const isLocale = (value: string): value is Locale => (locales as readonly string[]).includes(value);
