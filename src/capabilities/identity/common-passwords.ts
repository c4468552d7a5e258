/**
 * Whether a password is one that guessers try early. Lists of leaked passwords hardly hold any of fifteen characters,
 * so the words and patterns they are made of are taken away here; too little left is too easy. The list is our own:
 * the words Dutch and English leaks are full of, the keyboard's rows, and the names this organisation is known by.
 */
const words = `
welkom welcome wachtwoord password passwort motdepasse geheim secret qwerty azerty asdfgh zxcvbn admin administrator beheer beheerder login inloggen toegang access letmein
zomer summer winter herfst autumn lente spring januari februari maart april juni juli augustus september oktober november december january february march june july october
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday thursday friday saturday sunday
gemeente provincie waterschap ministerie overheid rijk nederland holland amsterdam rotterdam utrecht eindhoven groningen denhaag ajax feyenoord psv oranje
iloveyou ikhouvanjou liefde love schatje lieverd princess prinses dragon monkey football voetbal baseball superman batman sunshine shadow master michael jessica daniel
test testing demo default changeme verander nieuw new tijdelijk temp hallo hello computer internet microsoft windows google apple samsung office account user gebruiker regiekompas kompas
correcthorsebatterystaple abcdefghijklmnopqrstuvwxyz
`.trim().split(/\s+/);

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1234567890', 'azertyuiop', 'abcdefghijklmnopqrstuvwxyz'];
const swapped: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', '$': 's', '!': 'i' };

const plain = (text: string): string => text.normalize('NFKD').toLowerCase().replaceAll(/[\u0300-\u036f]/g, '');
const lettersOf = (text: string): string => plain(text).replaceAll(/[013457@$!]/g, (sign) => swapped[sign] ?? sign).replaceAll(/[^a-z]/g, '');

/** Four or more in a row of the keyboard or the alphabet, either way. */
const walks = rows.flatMap((row) => [row, [...row].toReversed().join('')]).flatMap((row) => Array.from({ length: row.length - 3 }, (_, at) => row.slice(at, at + 4)));

const without = (text: string, parts: readonly string[]): string => parts.filter((part) => part.length > 2).toSorted((a, b) => b.length - a.length).reduce((left, part) => left.replaceAll(part, ''), text);

/** Pairs of neighbours that differ: the same few signs over and over count once. */
const distinct = (text: string): number => new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))).size;

/** What must be left beside words everybody uses. */
const leastLeft = 6;

/** @param names of the person, their address and their organisation. */
export function isCommonPassword(password: string, names: readonly string[] = []): boolean {
  const own = names.flatMap((name) => plain(name).split(/[^a-z0-9]+/)).map(lettersOf);
  const known = [...words, ...own];
  const letters = lettersOf(password);
  const asTyped = without(without(plain(password).replaceAll(/\s/g, ''), known), walks).replaceAll(/(?:19|20)\d\d/g, '');
  // Read with figures as letters only where letters are most of it: other scripts have none.
  const readings = letters.length * 3 >= password.length * 2 ? [asTyped, without(without(letters, known), walks)] : [asTyped];
  return Math.min(...readings.map(distinct)) < leastLeft;
}
