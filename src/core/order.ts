/**
 * Code-point order, the order of every list in the output (engine.md, preamble). JavaScript's own `<`
 * compares UTF-16 units, which puts U+E000–U+FFFF after the supplementary planes.
 */
export const byCodePoint = (a: string, b: string): number => {
  const end = Math.min(a.length, b.length);
  for (let at = 0; at < end; at += 1) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return planeRank(left) - planeRank(right) || left - right;
  }
  return a.length - b.length;
};

/** The list itself where it is in order already, as most short lists are: sorting costs more than looking. */
export const inCodePointOrder = (texts: readonly string[]): readonly string[] =>
  texts.every((text, at) => at === 0 || byCodePoint(texts[at - 1]!, text) <= 0) ? texts : texts.toSorted(byCodePoint);

/** A surrogate stands for a supplementary code point, above every unit of the basic plane. */
const planeRank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? 1 : 0);
