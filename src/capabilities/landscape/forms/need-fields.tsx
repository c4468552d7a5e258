/** What a system or a service needs: a row a need, each chosen by name, with others beside it where one of them is enough. */
import type { Need } from '../../../core/landscape/document.ts';
import type { FormView } from '../../../platform/screen.ts';
import { FieldRow, FieldSet } from '../../../ui/form/component.tsx';
import { Select } from '../../../ui/select/component.tsx';
import { TextInput } from '../../../ui/text-input/component.tsx';
import { words } from '../words.ts';
import { fieldId } from './form-parts.tsx';
import { named, type Option } from './offer.ts';

const emptyRows = 2;
/** A longer list is not to be chosen from, and not to be sent a dozen times: there the browser completes what is typed. */
const chosenFromAtMost = 300;

/** As the form has them: every need a list, of one where nothing else will do. */
export const needValues = (needs: readonly Need[]): { anyOf: readonly string[] }[] => needs.map((need) => (typeof need === 'string' ? { anyOf: [need] } : need));

const nameOf = (row: number): string => `needs.${row}.anyOf`;

function filledRows(view: FormView<unknown>): string[][] {
  const rows: string[][] = [];
  for (let row = 0, empty = 0; empty < emptyRows; row += 1) {
    const given = view.all(nameOf(row)).filter((id) => id !== '');
    empty = given.length === 0 ? empty + 1 : 0;
    if (given.length > 0) rows.push(given);
  }
  return rows;
}

type Props = { readonly view: FormView<unknown>; readonly text: { readonly label: string; readonly hint: string }; readonly systems: readonly { readonly id: string; readonly name: string }[] };
type FieldProps = { readonly view: FormView<unknown>; readonly row: number; readonly place: number; readonly value: string; readonly options: readonly Option[] };

function NeedField({ view, row, place, value, options }: FieldProps) {
  const { needNumber, needInstead } = words(view.locale);
  const id = fieldId(place === 0 ? `needs.${row}` : `needs.${row}.anyOf.${place}`);
  const faults = [...(place === 0 ? [...view.faultsOf(`needs.${row}`), ...(row === 0 ? view.faultsOf('needs') : [])] : []), ...view.faultsOf(`needs.${row}.anyOf.${place}`)];
  const field = { id, name: nameOf(row), value, label: place === 0 ? needNumber(row + 1) : needInstead, error: faults.join(' ') || undefined };
  if (options.length <= chosenFromAtMost) return <Select {...field} options={[{ value: '', text: '–' }, ...options]} />;
  return <TextInput {...field} suggestions={row + place === 0 ? options : undefined} suggestionsOf={fieldId('needs.0')} />;
}

export const NeedFields = ({ view, text, systems }: Props) => {
  const options = named(systems);
  const rows = [...filledRows(view), ...Array.from({ length: emptyRows }, () => [] as string[])];
  return (
    <FieldSet legend={text.label} hint={text.hint}>
      {rows.map((given, row) => (
        <FieldRow>{[...given, '', ...(given.length === 0 ? [''] : [])].map((value, place) => <NeedField view={view} row={row} place={place} value={value} options={options} />)}</FieldRow>
      ))}
    </FieldSet>
  );
};
