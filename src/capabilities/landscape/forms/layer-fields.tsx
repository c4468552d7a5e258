import type { LayerEntry } from '../../../core/landscape/document.ts';
import type { FormView } from '../../../platform/screen.ts';
import { FieldRow } from '../../../ui/form/component.tsx';
import { Select } from '../../../ui/select/component.tsx';
import { TextInput } from '../../../ui/text-input/component.tsx';
import { words } from '../words.ts';
import { ClaimFields } from './claim-fields.tsx';
import { bindOptional } from './form-parts.tsx';
import { countryOptions, measuresOf, named, type Offer } from './offer.ts';
import { claimValues } from './simple-fields.tsx';

export type LayerOwner = 'systems' | 'providers' | 'organisation';

const Operation = ({ view }: { readonly view: FormView<Offer> }) => {
  const { field, inherit, self } = words(view.locale);
  return (
    <FieldRow>
      <Select {...bindOptional(view, 'operator', field.operator)} options={[{ value: '', text: inherit }, { value: 'self', text: self }, ...named(view.extra.landscape.providers)]} />
      <Select {...bindOptional(view, 'country', field.layerCountry)} options={[{ value: '', text: inherit }, ...countryOptions(view.knowledge, view.locale)]} />
    </FieldRow>
  );
};

/** Only a system says who operates a layer; layer 8 has no operator (engine.md §1). */
export const LayerFields = ({ view, owner, layer }: { readonly view: FormView<Offer>; readonly owner: LayerOwner; readonly layer: number }) => {
  const { field } = words(view.locale);
  return (
    <>
      {owner === 'systems' && layer !== 8 && <Operation view={view} />}
      {owner === 'systems' && <TextInput {...bindOptional(view, 'responsible', field.responsible)} width="medium" />}
      <ClaimFields view={view} name="measures" legend={field.measures.label} hint={field.measures.hint} asked={measuresOf(view.knowledge, view.locale, layer)} />
    </>
  );
};

export const layerValues = (entry: LayerEntry = {}): Record<string, unknown> => ({ ...entry, measures: claimValues(entry.measures) });
