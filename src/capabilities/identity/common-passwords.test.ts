import { describe, expect, it } from 'vitest';
import { isCommonPassword } from './common-passwords.ts';

describe('a password that guessers try early (ASVS 6.2.4, 6.2.11, 6.2.12)', () => {
  it.each(['Welkom2026Welkom', 'W3lk0m01W3lk0m01', 'password123456789', 'qwertyuiopasdfghjkl', 'aaaaaaaaaaaaaaaaaa', 'abababababababab', 'GemeenteUtrecht2026!', '1234567890123456', 'Zomer2026!Zomer2026!', 'correct horse battery staple', 'wachtwoordwachtwoord'])('%s is one', (password) => {
    expect(isCommonPassword(password)).toBe(true);
  });

  it.each(['a sentence that is long enough', 'mijn kat eet graag haring op vrijdag', 'vK3!pQ9#zL2@xW7', '839201749284756', 'ζωή και θάνατος μαζί', 'De nieuwe lente begint met regen.'])('%s is none', (password) => {
    expect(isCommonPassword(password)).toBe(false);
  });

  it('one made of the names around it is', () => {
    expect(isCommonPassword('waterlinde-anna-2026', [])).toBe(false);
    expect(isCommonPassword('waterlinde-anna-2026', ['Anna', 'anna@example.nl', 'Waterlinde'])).toBe(true);
  });
});
