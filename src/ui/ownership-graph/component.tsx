import type { Child } from 'hono/jsx';
import { Picture } from '../picture/component.tsx';
import { Table } from '../table/component.tsx';
import { NamedLink } from '../link/component.tsx';
import { isolated, safeHref } from '../url.ts';
import { boxHeight, boxWidth, layOut, type Layout } from './layout.ts';

export type GraphNode = {
  readonly id: string;
  readonly name: string;
  readonly country?: string | undefined;
  /** Nobody we know: drawn as a gap. */
  readonly unknown?: boolean | undefined;
  /** The provider the page is about stands out. */
  readonly subject?: boolean | undefined;
  /** A law from outside reaches the subject through this entity; the words say which. */
  readonly reached?: string | undefined;
  readonly href?: string | undefined;
};
/** From the upper to the lower: owner → owned, or provider → sub-processor. */
export type GraphEdge = { readonly from: string; readonly to: string; readonly kind: 'owns' | 'processes'; /** On the line: "100 %", "layers 1, 3". */ readonly label: string; /** In the table: "owns 100 % of". */ readonly sentence: string };

export type OwnershipGraphProps = {
  readonly title: string;
  readonly level?: 2 | 3 | 4 | undefined;
  readonly reading?: Child;
  /** What the drawing shows, in a sentence, for who does not see it. */
  readonly description: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly legend?: Child;
  readonly texts: { readonly table: string; readonly from: string; readonly relation: string; readonly to: string; readonly country: string };
};

/** INVARIANT: more than this many boxes are not drawn but listed; nobody reads such a drawing, and laying it out takes long. */
const mostBoxes = 60;
const charactersPerLine = 23;

const shorten = (text: string): string => (text.length <= charactersPerLine ? text : `${[...text].slice(0, charactersPerLine - 1).join('')}…`);

/** At most two lines; what does not fit ends in an ellipsis and stands whole in the title and the table. */
export function linesOf(name: string): readonly string[] {
  const [first = '', ...rest] = name.split(/\s+/).reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    return last !== undefined && `${last} ${word}`.length <= charactersPerLine ? [...lines.slice(0, -1), `${last} ${word}`] : [...lines, word];
  }, []);
  return rest.length === 0 ? [shorten(first)] : [shorten(first), shorten(rest.join(' '))];
}

/** The lines of a box from top to bottom, with the class each is drawn in. */
const textOf = ({ name, country, reached }: GraphNode) => [
  ...linesOf(name).map((text) => ({ text, kind: 'name' })),
  ...(country === undefined ? [] : [{ text: shorten(country), kind: 'country' }]),
  ...(reached === undefined ? [] : [{ text: shorten(reached), kind: 'reached' }]),
];
const lineHeight = 18;

const Box = ({ node, x, y }: { readonly node: GraphNode; readonly x: number; readonly y: number }) => {
  const lines = textOf(node);
  const first = y - ((lines.length - 1) * lineHeight) / 2 + 5;
  const href = node.href === undefined ? undefined : safeHref(node.href);
  const content = (
    <>
      <title>{isolated(node.name)}</title>
      <rect x={x - boxWidth / 2} y={y - boxHeight / 2} width={boxWidth} height={boxHeight} rx="3" />
      {lines.map(({ text, kind }, at) => <text class={`regie-graph__${kind}`} x={x - boxWidth / 2 + 14} y={first + at * lineHeight}>{isolated(text)}</text>)}
    </>
  );
  const kind = `regie-graph__box${node.subject ? ' regie-graph__box--subject' : ''}${node.reached === undefined ? '' : ' regie-graph__box--reached'}${node.unknown ? ' regie-graph__box--unknown' : ''}`;
  return <g class={kind} data-subject={node.subject ? '' : undefined}>{href === undefined ? content : <a href={href}>{content}</a>}</g>;
};

const Line = ({ edge, kind, label }: { readonly edge: Layout['edges'][number]; readonly kind: string; readonly label: string }) => (
  <g class={`regie-graph__line regie-graph__line--${kind}`}>
    <path d={edge.path} />
    <path class="regie-graph__tip" d="M-10 -4.5 0 0-10 4.5Z" transform={`translate(${edge.arrow.at.x} ${edge.arrow.at.y}) rotate(${edge.arrow.angle})`} />
    {edge.label && <text class="regie-graph__label" x={edge.label.x} y={edge.label.y + 5} text-anchor="middle">{isolated(label)}</text>}
  </g>
);

type Placed = { readonly layout: Layout; readonly nodes: readonly GraphNode[]; readonly edges: readonly GraphEdge[]; readonly description: string };
const Drawing = ({ layout, nodes, edges, description }: Placed) => (
  <div class="regie-graph" role="region" aria-label={description} tabindex={0} data-region>
    <svg viewBox={`0 0 ${layout.width} ${layout.height}`} width={layout.width} height={layout.height} role="group" aria-label={description}>
      {layout.edges.map((edge, at) => <Line edge={edge} kind={edges[at]?.kind ?? 'owns'} label={edges[at]?.label ?? ''} />)}
      {layout.nodes.map(({ x, y }, at) => { const node = nodes[at]; return node && <Box node={node} x={x} y={y} />; })}
    </svg>
  </div>
);

const EdgeTable = ({ title, nodes, edges, texts }: OwnershipGraphProps) => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const named = (id: string) => { const node = byId.get(id); return <><NamedLink href={node?.href} text={node?.name ?? id} />{node?.country && ` (${node.country})`}</>; };
  return (
    <Table
      caption={`${title}: ${texts.table}`} captionHidden columns={[{ text: texts.from }, { text: texts.relation }, { text: texts.to }]}
      rows={edges.map(({ from, to, sentence }) => ({ cells: [named(from), sentence, named(to)] }))}
    />
  );
};

/** Sorted by Graphviz's own answer order: an edge is found again by its ends, in the order given. */
function inOrderOf(layout: Layout, edges: readonly GraphEdge[], indexOf: ReadonlyMap<string, number>): GraphEdge[] {
  const waiting = [...edges];
  return layout.edges.flatMap(({ from, to }) => {
    const at = waiting.findIndex((edge) => indexOf.get(edge.from) === from && indexOf.get(edge.to) === to);
    return at === -1 ? [] : waiting.splice(at, 1);
  });
}

async function draw({ nodes, edges, description }: OwnershipGraphProps): Promise<Child> {
  if (nodes.length === 0 || nodes.length > mostBoxes) return null;
  const indexOf = new Map(nodes.map(({ id }, at) => [id, at]));
  const known = edges.filter(({ from, to }) => indexOf.has(from) && indexOf.has(to));
  const layout = await layOut(nodes.length, known.map(({ from, to, label }) => ({ from: indexOf.get(from) ?? 0, to: indexOf.get(to) ?? 0, labelLength: Math.min(label.length, 30) })));
  return <Drawing layout={layout} nodes={nodes} edges={inOrderOf(layout, known, indexOf)} description={description} />;
}

/** Who owns a provider, above it, and whom it uses, below it; and the same as a table. Drawn asynchronously. */
export const OwnershipGraph = async (props: OwnershipGraphProps) => {
  const drawing = await draw(props);
  return (
    <Picture title={props.title} level={props.level} reading={props.reading} legend={drawing === null ? undefined : props.legend} table={drawing === null ? undefined : { summary: props.texts.table, content: <EdgeTable {...props} /> }}>
      {drawing ?? <EdgeTable {...props} />}
    </Picture>
  );
};
