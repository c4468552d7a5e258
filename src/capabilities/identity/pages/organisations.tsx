import { Button } from '../../../ui/button/component.tsx';
import { Form } from '../../../ui/form/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { UserText } from '../../../ui/link/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import type { FormView } from '../../../platform/screen.ts';
import { words } from '../words.ts';

type Extra = { readonly organisations: readonly { readonly id: string; readonly name: string }[]; readonly platform: boolean; readonly here: string | null };

/** The platform is the place without an organisation. */
const placesOf = ({ organisations, platform }: Extra, name: string) => [...organisations.map((place) => ({ id: place.id as string | null, name: place.name })), ...(platform ? [{ id: null, name }] : [])];

export function OrganisationsForm({ view }: { readonly view: FormView<Extra> }) {
  const text = words(view.locale).organisations;
  const rows = placesOf(view.extra, text.platform).map(({ id, name }) => ({
    cells: [
      <UserText text={name} />,
      id === view.extra.here ? text.here : <Form action={view.action} hidden={{ organisation: id ?? '' }}><Button kind="secondary" label={`${text.open}: ${name}`}>{text.open}</Button></Form>,
    ],
  }));
  return (
    <>
      <HeadingGroup title={text.title} lead={text.lead} />
      <Table caption={text.title} captionHidden columns={[{ text: words(view.locale).members.name }, { text: text.open, hiddenText: true }]} rows={rows} />
    </>
  );
}
