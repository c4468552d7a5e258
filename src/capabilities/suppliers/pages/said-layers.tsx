import { claimTone } from '../../../ui/tag/tones.ts';
import { Link } from '../../../ui/link/component.tsx';
import { PlainList } from '../../../ui/plain-list/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import type { SaidLayer } from '../said-measures.ts';
import { words } from '../words.ts';
import { layerTitle, measureName, type Reader } from './naming.ts';

type SaidProps = { readonly reader: Reader; readonly said: SaidLayer };
const states = ['no', 'unknown', 'yes', 'not-applicable'] as const;

const InState = ({ reader, said, state }: SaidProps & { readonly state: (typeof states)[number] }) => {
  const measures = said.measures.filter((each) => each.state === state);
  return <><Tag tone={claimTone(state)}>{words(reader.locale).said.state[state]}</Tag> {measures.map(({ measure }) => measureName(reader, measure)).join(' · ')}</>;
};

const Contradiction = ({ reader, measure: { measure, claimed, state } }: { readonly reader: Reader; readonly measure: SaidLayer['measures'][number] }) => {
  const text = words(reader.locale).said;
  return <Tag tone="caution">{text.contradicted(measureName(reader, measure), text.state[claimed ?? 'unknown'].toLowerCase(), text.state[state].toLowerCase())}</Tag>;
};

const Said = ({ reader, said }: SaidProps) => {
  const text = words(reader.locale).said;
  if (said.measures.length === 0) return <span class="regie-quiet">{text.nothing}</span>;
  const unproven = said.measures.filter((each) => each.unproven).length;
  return (
    <>
      <PlainList
        items={[
          ...states.filter((state) => said.measures.some((each) => each.state === state)).map((state) => <InState reader={reader} said={said} state={state} />),
          ...said.measures.filter(({ contradicted }) => contradicted).map((measure) => <Contradiction reader={reader} measure={measure} />),
        ]}
      />
      <p class="regie-quiet">{text.count(said.measures.length, said.known)}{unproven > 0 && `. ${text.unproven(unproven, said.measures.length)}`}</p>
    </>
  );
};

type SaidLayersProps = { readonly reader: Reader; readonly caption: string; readonly layers: readonly SaidLayer[]; /** Where one layer is changed; absent for who may not. */ readonly editPath?: ((layer: number) => string) | undefined };

/** What one place says of measures, a row per layer. */
export const SaidLayers = ({ reader, caption, layers, editPath }: SaidLayersProps) => {
  const text = words(reader.locale).said;
  return (
    <Table
      caption={caption} captionHidden
      columns={[{ text: text.layer }, { text: text.measures }, ...(editPath ? [{ text: text.change, hiddenText: true }] : [])]}
      rows={layers.map((said) => ({
        cells: [
          layerTitle(reader, said.layer),
          <Said reader={reader} said={said} />,
          ...(editPath ? [<Link href={editPath(said.layer)} label={text.changeLayer(said.layer)}>{text.change}</Link>] : []),
        ],
      }))}
    />
  );
};
