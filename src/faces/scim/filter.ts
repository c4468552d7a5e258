/** A SCIM filter (RFC 7644 §3.4.2.2): what directories ask in practice is `eq`, joined by `and`. Anything else is refused, and said so. */
import { ScimFault } from './fault.ts';

const term = /^\s*(?:urn:[\w:.]+:)?([\w$-]+(?:\[[^\]]*\])?(?:\.[\w$-]+)?)\s+eq\s+("(?:[^"\\]|\\.)*"|true|false)\s*(?:\band\b|$)/i;

const valueOf = (text: string): string => {
  try {
    return String(JSON.parse(text));
  } catch {
    throw new ScimFault('invalidFilter', 'A value stands between double quotes, as in JSON.');
  }
};

/** `emails[type eq "work"].value` and `emails` ask the same: one address is kept. */
const plain = (path: string): string => path.replace(/\[[^\]]*\]/, '').replace(/\.value$/i, '').toLowerCase();

/** @param known the members by what they are called in lower case. @throws ScimFault */
export function filterOf(source: string, known: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const asked: Record<string, string> = {};
  for (let rest = source; rest.trim() !== ''; ) {
    const found = term.exec(rest);
    if (!found) throw new ScimFault('invalidFilter', 'Only “attribute eq "value"” is known, joined by “and”.');
    const [whole, path = '', value = ''] = found;
    const member = known[plain(path)];
    if (member === undefined) throw new ScimFault('invalidFilter', `There is no filter on ${path}. There is on: ${Object.keys(known).join(', ')}.`);
    if (asked[member] !== undefined && asked[member] !== valueOf(value)) throw new ScimFault('invalidFilter', `${path} cannot be two things at once.`);
    asked[member] = valueOf(value);
    rest = rest.slice(whole.length);
  }
  return asked;
}
