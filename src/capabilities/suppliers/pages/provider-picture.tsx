import { ButtonLink } from '../../../ui/button/component.tsx';
import { EmptyState } from '../../../ui/empty-state/component.tsx';
import { type GraphEdge, type GraphNode, OwnershipGraph } from '../../../ui/ownership-graph/component.tsx';
import { Legend } from '../../../ui/picture/component.tsx';
import type { ShownProvider } from '../answers.ts';
import type { ProviderGraph } from '../provider-graph.ts';
import { words } from '../words.ts';
import { countryName, layersText, type Reader, shareText } from './naming.ts';

type Props = { readonly reader: Reader; readonly shown: ShownProvider; readonly mayEdit: boolean };
type Owner = ProviderGraph['owners'][number];
type UnknownOwner = ProviderGraph['unknownOwners'][number];
type Use = ProviderGraph['subprocessors'][number];

/** What makes foreign law reach the subject through this entity: its seat, or a branch; or that it reaches a sub-processor. Wide reading. */
function enters(reader: Reader, { reach, subprocessorReach }: ShownProvider, id: string): string | undefined {
  const text = words(reader.locale).provider.graph;
  const through = reach.filter((each) => each.instruments.length > 0 && each.through.some((entity) => entity.id === id));
  const branch = through.find(({ why }) => why === 'established');
  if (through.some(({ why }) => why !== 'established')) return text.enters;
  if (branch) return text.branch(countryName(reader, branch.country));
  return subprocessorReach.some((each) => each.id === id) ? text.under : undefined;
}

const nodeOf = (reader: Reader, shown: ShownProvider, { id, name, country }: ProviderGraph['nodes'][number]): GraphNode => {
  const subject = id === shown.provider.id;
  return { id, name, country: countryName(reader, country), subject, reached: enters(reader, shown, id), href: subject ? undefined : `/providers/${id}` };
};

const ownerEdge = (reader: Reader, { owner, owned, share, control }: Owner): GraphEdge => {
  const text = words(reader.locale).provider.graph;
  const percent = shareText(reader, share);
  const label = [...(share > 0 ? [percent] : []), ...(control ? [text.control] : [])].join(', ');
  return { from: owner, to: owned, kind: 'owns', label, sentence: share === 0 ? text.controlSentence : control ? text.bothSentence(percent) : text.ownsSentence(percent) };
};

const unknownNode = (reader: Reader, { owned }: UnknownOwner): GraphNode => ({ id: `unknown:${owned}`, name: words(reader.locale).provider.stakes.unknownHere, unknown: true });

const unknownEdge = (reader: Reader, { owned, share }: UnknownOwner): GraphEdge => {
  const percent = shareText(reader, share);
  return { from: `unknown:${owned}`, to: owned, kind: 'owns', label: percent, sentence: words(reader.locale).provider.graph.ownsSentence(percent) };
};

const useEdge = (reader: Reader, { provider, subprocessor, layers }: Use): GraphEdge => {
  const text = words(reader.locale).provider.graph;
  const label = layers.length === 0 ? text.allLayers : layersText(reader, layers);
  return { from: provider, to: subprocessor, kind: 'processes', label, sentence: text.usesSentence(label) };
};

const Reading = ({ reader, shown }: Omit<Props, 'mayEdit'>) => {
  const text = words(reader.locale).provider.graph;
  const { graph } = shown;
  const reached = shown.reach.some(({ instruments }) => instruments.length > 0);
  return <>{text.reading} {reached && text.readingReached(text.enters)} {graph.leftOut > 0 && text.leftOut(graph.leftOut)}</>;
};

/** Who owns the provider and whom it uses; an invitation to say so where nobody has. */
export const ProviderPicture = ({ reader, shown, mayEdit }: Props) => {
  const text = words(reader.locale).provider.graph;
  const { graph, provider } = shown;
  if (graph.nodes.length <= 1) {
    return <EmptyState title={text.alone} actions={mayEdit && <ButtonLink href={`/providers/${provider.id}/edit`}>{text.complete}</ButtonLink>}><p>{text.aloneHint}</p></EmptyState>;
  }
  return (
    <OwnershipGraph
      title={text.title} level={2} reading={<Reading reader={reader} shown={shown} />} description={text.description(provider.name)} texts={text.texts}
      nodes={[...graph.nodes.map((node) => nodeOf(reader, shown, node)), ...graph.unknownOwners.map((owner) => unknownNode(reader, owner))]}
      edges={[...graph.owners.map((edge) => ownerEdge(reader, edge)), ...graph.unknownOwners.map((owner) => unknownEdge(reader, owner)), ...graph.subprocessors.map((edge) => useEdge(reader, edge))]}
      legend={<Legend items={[{ sample: 'solid', text: text.legend.owns }, { sample: 'dashed', text: text.legend.uses }]} />}
    />
  );
};
