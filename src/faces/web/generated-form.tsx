/** A form drawn from an input's schema, for an operation that brings none of its own. */
import { Button, ButtonRow } from '../../ui/button/component.tsx';
import { SingleCheckbox } from '../../ui/choice-group/component.tsx';
import { ErrorSummary } from '../../ui/error-summary/component.tsx';
import { FileInput } from '../../ui/file-input/component.tsx';
import { FieldSet, Form } from '../../ui/form/component.tsx';
import { HeadingGroup } from '../../ui/heading-group/component.tsx';
import { Link } from '../../ui/link/component.tsx';
import { Select } from '../../ui/select/component.tsx';
import { TextArea } from '../../ui/text-area/component.tsx';
import { TextInput } from '../../ui/text-input/component.tsx';
import type { FormView, Rendered } from '../../platform/screen.ts';
import type { Locale } from '../../platform/words.ts';
import { alternatives, isDocument, type Schema } from '../fields/json-schema.ts';
import { words } from './words.ts';

type View = Pick<FormView<unknown>, 'locale' | 'value' | 'faultsOf' | 'faults' | 'faultsTitle' | 'action'>;
type Place = { readonly name: string; readonly schema: Schema; readonly required: boolean };

/** `minGroup` reads as “Min group” where nobody gave it a label. */
const plainLabel = (name: string): string => {
  const last = name.split('.').at(-1) ?? name;
  const spaced = last.replaceAll(/([a-z])([A-Z])/g, '$1 $2').replaceAll('-', ' ').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};
export const labelOf = (name: string, schema: Schema, locale: Locale): string => schema.label?.[locale] ?? plainLabel(name);

const inputTypes: Readonly<Record<string, 'email' | 'date' | 'url'>> = { email: 'email', date: 'date', uri: 'url' };

function fieldProps({ name, schema, required }: Place, view: View) {
  return {
    id: name,
    name,
    label: labelOf(name, schema, view.locale),
    hint: schema.hint?.[view.locale],
    error: view.faultsOf(name)[0],
    optional: required ? undefined : words(view.locale).optional,
  };
}

const choicesOf = (schema: Schema): readonly string[] | undefined => alternatives(schema).find(({ enum: values }) => values)?.enum?.map(String);

function Leaf({ place, view }: { readonly place: Place; readonly view: View }) {
  const props = fieldProps(place, view);
  const value = view.value(place.name);
  const ways = alternatives(place.schema);
  const choices = choicesOf(place.schema);
  if (choices) return <Select {...props} value={value} options={[{ value: '', text: words(view.locale).choose }, ...choices.map((choice) => ({ value: choice, text: place.schema.choices?.[choice]?.[view.locale] ?? choice }))]} />;
  if (ways.some(({ type }) => type === 'boolean')) return <SingleCheckbox id={props.id} name={props.name} text={props.label} hint={props.hint} error={props.error} checked={value === 'true' || value === 'yes'} />;
  if (ways.some(({ type }) => type === 'number' || type === 'integer')) return <TextInput {...props} value={value} inputMode="decimal" width="short" />;
  if (ways.some(({ type, maxLength }) => type !== 'string' || (maxLength ?? 0) > 254)) return <TextArea {...props} value={value} />;
  return <TextInput {...props} value={value} type={inputTypes[ways[0]?.format ?? ''] ?? 'text'} />;
}

function Member({ place, view }: { readonly place: Place; readonly view: View }): Rendered {
  const { schema, name } = place;
  if (isDocument(schema)) return <FileInput {...fieldProps(place, view)} />;
  const group = alternatives(schema).find(({ properties }) => properties);
  if (!group) return <Leaf place={place} view={view} />;
  return <FieldSet legend={labelOf(name, schema, view.locale)}><Members schema={group} prefix={`${name}.`} view={view} hidden={new Set()} /></FieldSet>;
}

function Members({ schema, prefix, view, hidden }: { readonly schema: Schema; readonly prefix: string; readonly view: View; readonly hidden: ReadonlySet<string> }): Rendered {
  const members = Object.entries(schema.properties ?? {}).filter(([name]) => !hidden.has(name));
  return <>{members.map(([name, member]) => <Member place={{ name: `${prefix}${name}`, schema: member, required: schema.required?.includes(name) ?? false }} view={view} />)}</>;
}

const hasDocument = (schema: Schema): boolean => Object.values(schema.properties ?? {}).some(isDocument);

type GeneratedFormProps = {
  readonly title: string;
  readonly schema: Schema;
  readonly view: View;
  /** Members that the address already says. */
  readonly hidden?: ReadonlySet<string>;
  readonly method?: 'get' | 'post';
  /** Where a program asks the same. */
  readonly forPrograms?: string;
  /** On the button, where what is sent is not kept. */
  readonly button?: string;
};

export const GeneratedForm = ({ title, schema, view, hidden = new Set(), method = 'post', forPrograms, button }: GeneratedFormProps) => (
  <>
    <ErrorSummary title={view.faultsTitle} faults={view.faults} />
    <HeadingGroup title={title} />
    <Form action={view.action} method={method} upload={hasDocument(schema)}>
      <Members schema={schema} prefix="" view={view} hidden={hidden} />
      <ButtonRow><Button>{button ?? words(view.locale).save}</Button></ButtonRow>
    </Form>
    {forPrograms && <p class="regie-quiet">{words(view.locale).forPrograms} <Link href={forPrograms}>{words(view.locale).toReference}</Link></p>}
  </>
);
