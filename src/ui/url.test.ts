import { describe, expect, it } from 'vitest';
import { isolated, safeHref } from './url.ts';

describe('safeHref', () => {
  it.each(['/systemen', '/systemen?sort=naam&page=2', '?page=2', '#laag-6', 'vergunningen', '../x', 'https://example.org/a', 'HTTP://example.org', 'mailto:info@example.org', 'tel:+31201234567'])(
    'lets %s lead somewhere',
    (href) => expect(safeHref(href)).toBe(href),
  );

  it.each([
    'javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', '\u0001javascript:alert(1)', 'java\nscript:alert(1)', 'java\tscript:alert(1)',
    'data:text/html,<script>', 'vbscript:x', 'blob:https://example.org/1', 'file:///etc/passwd', '//example.org', '\\\\example.org', '/\\example.org', '\t//example.org', 'https://', 'https:// x',
  ])('refuses %j', (href) => expect(safeHref(href)).toBeUndefined());
});

describe('isolated', () => {
  it('keeps direction marks of the text from leaking out', () => {
    expect(isolated('abc\u202eevil\u2069')).toBe('\u2068abcevil\u2069');
  });
});
