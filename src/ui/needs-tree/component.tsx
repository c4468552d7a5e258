import { NamedLink } from '../link/component.tsx';

/** A thing with what it needs in turn, or a choice of which one is enough. */
export type NeedsNode =
  | {
      readonly kind: 'thing';
      readonly name: string;
      readonly href?: string | undefined;
      /** How it is needed, where it is not plainly needed: "runs on". */
      readonly how?: string | undefined;
      /** What there is to know of it, in words. */
      readonly note?: string | undefined;
      readonly needs: readonly NeedsNode[];
    }
  | { readonly kind: 'one-of'; readonly label: string; readonly needs: readonly NeedsNode[] };

const Nodes = ({ nodes }: { readonly nodes: readonly NeedsNode[] }) => (nodes.length === 0 ? null : <ul>{nodes.map((node) => <Node node={node} />)}</ul>);

const Node = ({ node }: { readonly node: NeedsNode }) =>
  node.kind === 'one-of' ? (
    <li class="regie-needs__choice"><p class="regie-needs__label">{node.label}</p><Nodes nodes={node.needs} /></li>
  ) : (
    <li>
      <div class="regie-needs__thing">
        <p class="regie-needs__name">{node.how && <span class="regie-quiet">{node.how} </span>}<NamedLink href={node.href} text={node.name} /></p>
        {node.note && <p class="regie-quiet">{node.note}</p>}
      </div>
      <Nodes nodes={node.needs} />
    </li>
  );

/** What something needs, and what that needs in turn: a tree that reads as a list. */
export const NeedsTree = ({ label, nodes }: { readonly label: string; readonly nodes: readonly NeedsNode[] }) => (
  <div class="regie-needs" role="group" aria-label={label}><Nodes nodes={nodes} /></div>
);
