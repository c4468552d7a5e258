/**
 * Slanted lines clipped to a rectangle, as SVG path data. What is unknown is hatched everywhere; drawn as lines and not
 * as a pattern, so that it needs no id, prints without backgrounds and keeps its colour in forced colours.
 */
export function hatch(x: number, y: number, width: number, height: number, gap = 6): string {
  const lines: string[] = [];
  for (let from = gap / 2; from < width + height; from += gap) {
    const start = from <= height ? [x, y + from] : [x + from - height, y + height];
    const end = from <= width ? [x + from, y] : [x + width, y + from - width];
    lines.push(`M${start.map(rounded).join(' ')}L${end.map(rounded).join(' ')}`);
  }
  return lines.join('');
}

export const rounded = (value: number): number => Math.round(value * 100) / 100;
