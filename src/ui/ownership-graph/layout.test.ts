import { expect, it } from 'vitest';
import { boxHeight, boxWidth, layOut, toDot } from './layout.ts';
import { linesOf } from './component.tsx';

it('places owners above what they own, boxes apart, everything inside the drawing', async () => {
  const { nodes, width, height, edges } = await layOut(4, [{ from: 0, to: 1, labelLength: 5 }, { from: 1, to: 2, labelLength: 5 }, { from: 1, to: 3, labelLength: 0 }]);
  const [owner, subject, left, right] = nodes;
  expect(owner!.y).toBeLessThan(subject!.y);
  expect(subject!.y).toBeLessThan(left!.y);
  expect(Math.abs(left!.x - right!.x)).toBeGreaterThan(boxWidth);
  for (const { x, y } of nodes) expect(x - boxWidth / 2 >= 0 && x + boxWidth / 2 <= width && y - boxHeight / 2 >= 0 && y + boxHeight / 2 <= height).toBe(true);
  expect(edges).toHaveLength(3);
});

it('takes cycles, self-ownership and two lines between the same boxes', async () => {
  const { edges } = await layOut(2, [{ from: 0, to: 1, labelLength: 3 }, { from: 1, to: 0, labelLength: 3 }, { from: 0, to: 1, labelLength: 3 }, { from: 1, to: 1, labelLength: 3 }]);
  expect(edges).toHaveLength(4);
  expect(edges.every(({ path }) => /^M[-\d. C L]+$/.test(path) && !path.includes('NaN'))).toBe(true);
});

it('tells Graphviz nothing but numbers and the length of labels', () => {
  expect(toDot(1, [{ from: 0, to: 0, labelLength: 3 }])).toContain('n0->n0[label="xxxxxx"]');
});

it('breaks a long name in two lines at most', () => {
  expect(linesOf('Skyline Inc.')).toEqual(['Skyline Inc.']);
  expect(linesOf('Zaakwerk Groep Holding Nederland en omstreken')).toEqual(['Zaakwerk Groep Holding', 'Nederland en omstreken']);
  expect(linesOf('x'.repeat(80))[0]).toHaveLength(23);
});
