import { describe, expect, it } from 'vitest';
import { writeCsv } from './write.ts';

describe('a table as CSV', () => {
  it('quotes what would break a cell or a row', () => {
    expect(writeCsv({ columns: ['a', 'b'], rows: [['one; two', 'say "so"'], ['first\nsecond', 'plain']] }, ';')).toBe('\uFEFFa;b\r\n"one; two";"say ""so"""\r\n"first\nsecond";plain\r\n');
    expect(writeCsv({ columns: ['a'], rows: [['one; two'], ['one, two']] }, ',')).toBe('\uFEFFa\r\none; two\r\n"one, two"\r\n');
  });

  it.each(['=1+1', '+31', '-1', '@now', '\tx'])('lets no cell be run as a formula: %s', (cell) => {
    expect(writeCsv({ columns: ['a'], rows: [[cell]] }, ';')).toContain(`'${cell}`);
  });
});
