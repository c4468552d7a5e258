import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { rounded } from '../picture/hatch.ts';

/**
 * Places boxes and lines. Graphviz decides where things go and never sees a word of the landscape: it gets numbers
 * for names and x's for labels, and answers with coordinates. So nothing has to be escaped, and no SVG of another
 * hand reaches the page; the component draws it itself.
 */
export type Edge = { readonly from: number; readonly to: number; /** Characters its label takes. */ readonly labelLength: number };
export type Point = { readonly x: number; readonly y: number };
export type Layout = {
  readonly width: number;
  readonly height: number;
  /** The middle of each box, in the order given. */
  readonly nodes: readonly Point[];
  readonly edges: readonly { readonly from: number; readonly to: number; /** SVG path data. */ readonly path: string; readonly arrow: { readonly at: Point; readonly angle: number }; readonly label?: Point }[];
};

/** In points; one point is drawn as one pixel. */
export const boxWidth = 208;
export const boxHeight = 88;
const margin = 4;

type DotAnswer = {
  readonly bb: string;
  readonly objects: readonly { readonly name: string; readonly pos: string }[];
  readonly edges?: readonly { readonly tail: number; readonly head: number; readonly pos: string; readonly lp?: string }[];
};

export const toDot = (nodeCount: number, edges: readonly Edge[]): string =>
  [
    'digraph{rankdir=TB;nodesep=0.4;ranksep=0.65;',
    `node[shape=box,fixedsize=true,width=${boxWidth / 72},height=${boxHeight / 72},label=""];edge[fontsize=14,arrowsize=0.8];`,
    ...Array.from({ length: nodeCount }, (_, at) => `n${at};`),
    ...edges.map(({ from, to, labelLength }) => `n${from}->n${to}[label="${'x'.repeat(labelLength + 3)}"];`),
    '}',
  ].join('');

const numbers = (text: string): number[] => text.split(/[ ,]/).map(Number).filter((value) => !Number.isNaN(value));

/** `e,` gives where the arrow's tip is; then a Bézier spline: a start and three points for each piece. */
function spline(pos: string, toPage: (x: number, y: number) => Point) {
  const [tip = '', ...rest] = pos.split(' ');
  const [tipX = 0, tipY = 0] = numbers(tip);
  const points = rest.map((pair) => numbers(pair)).map(([x = 0, y = 0]) => toPage(x, y));
  const at = toPage(tipX, tipY);
  const last = points.at(-1) ?? at;
  const angle = (Math.atan2(at.y - last.y, at.x - last.x) * 180) / Math.PI;
  const [start = at, ...curve] = points;
  const path = `M${start.x} ${start.y}C${curve.map(({ x, y }) => `${x} ${y}`).join(' ')}L${at.x} ${at.y}`;
  return { path, arrow: { at, angle: Math.round(angle) } };
}

let graphviz: Promise<Graphviz> | undefined;

/** @returns where everything goes; rejects when Graphviz cannot lay it out. */
export async function layOut(nodeCount: number, edges: readonly Edge[]): Promise<Layout> {
  graphviz ??= Graphviz.load();
  const answer = JSON.parse((await graphviz).layout(toDot(nodeCount, edges), 'json', 'dot')) as DotAnswer;
  const [, , right = 0, top = 0] = numbers(answer.bb);
  const toPage = (x: number, y: number): Point => ({ x: rounded(x + margin), y: rounded(top - y + margin) });
  const point = (text: string): Point => toPage(...(numbers(text) as [number, number]));
  return {
    width: Math.ceil(right + 2 * margin),
    height: Math.ceil(top + 2 * margin),
    nodes: answer.objects.map(({ pos }) => point(pos)),
    edges: (answer.edges ?? []).map(({ tail, head, pos, lp }) => ({ from: tail, to: head, ...spline(pos, toPage), ...(lp === undefined ? {} : { label: point(lp) }) })),
  };
}
