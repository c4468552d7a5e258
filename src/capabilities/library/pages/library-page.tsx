/** What stands in the library, kind by kind. */
import { showDay } from '../../../platform/dates.ts';
import type { PageView } from '../../../platform/screen.ts';
import { Disclosure } from '../../../ui/disclosure/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { NamedLink } from '../../../ui/link/component.tsx';
import { Stack } from '../../../ui/section/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { entriesOf, nameOf } from '../public.ts';
import { type ShownEntry, type ShownKind, shownKinds } from '../shown-entry.ts';
import { words } from '../words.ts';

type Props = { readonly view: PageView<object, unknown> };

const Kind = ({ view, kind }: Props & { readonly kind: ShownKind }) => {
  const text = words(view.locale);
  const entries = entriesOf<ShownEntry>(view.knowledge, kind);
  const named = entries.map((entry) => ({ ...entry, name: nameOf(view.knowledge, view.locale, kind, entry.id) })).toSorted((a, b) => (a.layer ?? 0) - (b.layer ?? 0) || a.name.localeCompare(b.name));
  const rows = named.map(({ id, name, layer, status, confidence, lastVerified }) => ({
    cells: [
      <NamedLink href={`/library/${kind}/${id}`} text={name} />,
      ...(kind === 'measures' ? [text.layerOf(layer ?? 0)] : []),
      text.statuses[status as keyof typeof text.statuses] ?? status,
      text.confidences[confidence as keyof typeof text.confidences] ?? confidence,
      showDay(lastVerified, view.locale),
    ],
  }));
  const columns = [text.name, ...(kind === 'measures' ? [text.layer] : []), text.status, text.confidence, text.verified].map((column) => ({ text: column }));
  return <Disclosure summary={text.caption(text.kinds[kind], entries.length)}><Table caption={text.kinds[kind]} captionHidden columns={columns} rows={rows} /></Disclosure>;
};

export const LibraryPage = ({ view }: Props) => {
  const text = words(view.locale);
  return <><HeadingGroup title={text.title} lead={text.lead} /><Stack>{shownKinds.map((kind) => <Kind view={view} kind={kind} />)}</Stack></>;
};
