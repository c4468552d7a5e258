import type { Provider } from '../../../core/landscape/document.ts';
import type { FormView } from '../../../platform/screen.ts';
import { SingleCheckbox } from '../../../ui/choice-group/component.tsx';
import { FieldRow, FieldSet } from '../../../ui/form/component.tsx';
import { Select } from '../../../ui/select/component.tsx';
import { TextInput } from '../../../ui/text-input/component.tsx';
import { words } from '../words.ts';
import { bind, bindOptional, fieldId, rowsOf } from './form-parts.tsx';
import { countryOptions, named, type Offer, type Option } from './offer.ts';

type Props = { readonly view: FormView<Offer> };
const emptyRows = 2;

const Owner = ({ view, at, providers }: Props & { readonly at: number; readonly providers: readonly Option[] }) => {
  const { field } = words(view.locale);
  const name = (member: string): string => `owners.${at}.${member}`;
  return (
    <FieldRow>
      <Select {...bind(view, name('provider'), { label: words(view.locale).ownerNumber(at + 1), hint: '' })} options={[{ value: '', text: '–' }, ...providers]} />
      <TextInput {...bindOptional(view, name('share'), field.share)} inputMode="decimal" width="short" />
      <SingleCheckbox id={fieldId(name('control'))} name={name('control')} text={field.control.label} value="true" checked={['true', 'on', 'yes'].includes(view.value(name('control')))} />
    </FieldRow>
  );
};

const SubProcessor = ({ view, at, providers }: Props & { readonly at: number; readonly providers: readonly Option[] }) => {
  const { field, subprocessorNumber } = words(view.locale);
  return (
    <FieldRow>
      <Select {...bind(view, `subprocessors.${at}.provider`, { label: subprocessorNumber(at + 1), hint: '' })} options={[{ value: '', text: '–' }, ...providers]} />
      <TextInput {...bindOptional(view, `subprocessors.${at}.layers`, field.subprocessorLayers)} width="medium" />
    </FieldRow>
  );
};

export const ProviderFields = ({ view }: Props) => {
  const { field, choose } = words(view.locale);
  const providers = named(view.extra.landscape.providers.filter(({ id }) => id !== view.params['id']));
  const rows = (list: string): number[] => [...Array(rowsOf(view, list, emptyRows)).keys()];
  return (
    <>
      <TextInput {...bind(view, 'name', field.name)} required />
      <Select {...bind(view, 'country', field.country)} required options={[{ value: '', text: choose }, ...countryOptions(view.knowledge, view.locale)]} />
      <TextInput {...bindOptional(view, 'establishedIn', field.establishedIn)} width="medium" />
      <FieldSet legend={field.owners.label} hint={field.owners.hint}>{rows('owners').map((at) => <Owner view={view} at={at} providers={providers} />)}</FieldSet>
      <FieldSet legend={field.subprocessors.label} hint={field.subprocessors.hint}>{rows('subprocessors').map((at) => <SubProcessor view={view} at={at} providers={providers} />)}</FieldSet>
    </>
  );
};

export const providerValues = (provider: Provider): Record<string, unknown> => ({
  ...provider,
  layers: undefined,
  establishedIn: provider.establishedIn?.join(', '),
  subprocessors: provider.subprocessors?.map((subprocessor) => ({ ...subprocessor, layers: subprocessor.layers?.join(', ') })),
});
