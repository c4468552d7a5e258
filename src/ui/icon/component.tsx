/** What a mark says by its form; the colour only repeats it, and words stand beside it (WCAG 1.4.1). */
export type Tone = 'good' | 'shielded' | 'caution' | 'bad' | 'unknown' | 'gap' | 'neutral' | 'info';

const toneShapes: Record<Tone, { readonly body: string; readonly cut: string; readonly outline?: true }> = {
  good: { body: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Z', cut: 'm7.5 12.2 3.2 3.2 5.8-6.4' },
  shielded: { body: 'M12 1.8 3.5 5v6.6c0 5 3.4 8.6 8.5 10.6 5.1-2 8.5-5.6 8.5-10.6V5Z', cut: 'M8 12h8M12 8v8' },
  caution: { body: 'M12 2.4 22.6 21H1.4Z', cut: 'M12 9.2v5.2m0 2.6v.6' },
  bad: { body: 'M7.9 2h8.2L22 7.9v8.2L16.1 22H7.9L2 16.1V7.9Z', cut: 'm8.3 8.3 7.4 7.4m0-7.4-7.4 7.4' },
  unknown: { body: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z', cut: 'M9.4 9.6A2.7 2.7 0 1 1 12 12.6v1.2m0 2.6v.5', outline: true },
  gap: { body: 'M3 3h18v18H3Z', cut: 'M8 12h8', outline: true },
  neutral: { body: 'M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14Z', cut: '' },
  info: { body: 'M3 3h18v18H3Z', cut: 'M12 7v.8m0 3.4V17' },
};

export function ToneMark({ tone }: { readonly tone: Tone }) {
  const { body, cut, outline } = toneShapes[tone];
  return (
    <svg class={`regie-mark${outline ? ' regie-mark--outline' : ''}`} viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" focusable="false">
      <path class="regie-mark__body" d={body} />
      <path class="regie-mark__cut" d={cut} />
    </svg>
  );
}

const glyphs = {
  menu: 'M3 6h18M3 12h18M3 18h18',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm4.8 11.3L21 21',
  previous: 'M15 5 8 12l7 7',
  next: 'm9 5 7 7-7 7',
  down: 'm5 9 7 7 7-7',
  up: 'm5 15 7-7 7 7',
  'up-down': 'm7 9 5-5 5 5M7 15l5 5 5-5',
  added: 'M12 5v14M5 12h14',
  removed: 'M5 12h14',
  changed: 'M4 8h13m-4-4 4 4-4 4M20 16H7m4-4-4 4 4 4',
  inherited: 'M5 3v9a4 4 0 0 0 4 4h10m-5-5 5 5-5 5',
  done: 'm5 12.5 4.5 4.5L19 7',
  broken: 'M13 2 6 13h5l-2 9 8-12h-5Z',
} as const;
export type GlyphName = keyof typeof glyphs;

export function Glyph({ name }: { readonly name: GlyphName }) {
  return (
    <svg class="regie-glyph" viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" focusable="false">
      <path d={glyphs[name]} />
    </svg>
  );
}
