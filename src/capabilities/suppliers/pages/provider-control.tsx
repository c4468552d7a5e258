import { NamedLink } from '../../../ui/link/component.tsx';
import { PlainList } from '../../../ui/plain-list/component.tsx';
import { Columns, Section, Stack } from '../../../ui/section/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import { isolated } from '../../../ui/url.ts';
import type { ShownProvider } from '../answers.ts';
import type { Controller, ControlStep } from '../provider-control.ts';
import { words } from '../words.ts';
import { countryName, listText, type Reader, shareText } from './naming.ts';

type Props = { readonly reader: Reader; readonly shown: ShownProvider };

/** One step of a chain as a sentence: "A owns 62 % of B." */
export function stepSentence(reader: Reader, { owned, holdings }: ControlStep): string {
  const text = words(reader.locale).provider.control;
  const name = isolated(owned.name);
  const [only, ...more] = holdings;
  if (only === undefined || more.length > 0) {
    const parts = holdings.map(({ owner, share }) => text.ownShare(owner.name, shareText(reader, share)));
    return text.together(listText(reader, parts), shareText(reader, holdings.reduce((sum, { share }) => sum + share, 0)), name);
  }
  const owner = isolated(only.owner.name);
  const share = shareText(reader, only.share);
  if (!only.control) return text.owns(owner, share, name);
  return only.share > 0 ? text.ownsDecisive(owner, share, name) : text.decisive(owner, name);
}

const Decides = ({ reader, controller, name }: { readonly reader: Reader; readonly controller: Controller; readonly name: string }) => {
  const text = words(reader.locale).provider.control;
  return (
    <div class="regie-prose">
      <p><strong>{text.who(isolated(controller.name), isolated(name))}</strong>, {text.because}:</p>
      <PlainList ordered items={controller.chain.map((step) => stepSentence(reader, step))} />
      <p class="regie-quiet"><NamedLink href={`/providers/${controller.id}`} text={controller.name} /> · {countryName(reader, controller.country)}{controller.ultimate && ` · ${text.ultimate}`}</p>
    </div>
  );
};

const Control = ({ reader, shown: { controllers, ownerUnknown, provider } }: Props) => {
  const text = words(reader.locale).provider.control;
  return (
    <Section title={text.title} lead={text.lead}>
      {controllers.length === 0
        ? <p>{ownerUnknown ? <><Tag tone="unknown">{words(reader.locale).unknown}</Tag> {text.unknown}</> : text.nobody}</p>
        : <Stack>{controllers.map((controller) => <Decides reader={reader} controller={controller} name={provider.name} />)}</Stack>}
    </Section>
  );
};

const Stakes = ({ reader, shown: { stakes, provider } }: Props) => {
  const { locale } = reader;
  const text = words(locale).provider.stakes;
  const figure = (share: number | null) => (share === null ? text.noFigure : shareText(reader, share));
  const unknown = stakes.unknown.map(({ id, name, share }) => ({ cells: [<Tag tone="unknown">{id === provider.id ? text.unknownHere : text.unknownIn(isolated(name))}</Tag>, figure(share)] }));
  return (
    <Section title={text.title} lead={text.lead}>
      <Table
        caption={text.title} captionHidden columns={[{ text: text.holder }, { text: text.share, numeric: true }]}
        rows={[...stakes.stakes.map(({ id, name, share }) => ({ cells: [<NamedLink href={`/providers/${id}`} text={name} />, figure(share)] })), ...unknown]}
      />
    </Section>
  );
};

/** Who decides and why, beside who owns how much. */
export const ProviderControl = (props: Props) => <Columns><Control {...props} /><Stakes {...props} /></Columns>;
