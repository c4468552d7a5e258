import type { Organisation } from '../../../core/landscape/document.ts';
import { dimensions, technicalLayers } from '../../../core/landscape/document.ts';
import type { FormView } from '../../../platform/screen.ts';
import { FieldRow, FieldSet } from '../../../ui/form/component.tsx';
import { Select } from '../../../ui/select/component.tsx';
import { TextInput } from '../../../ui/text-input/component.tsx';
import { words } from '../words.ts';
import { bind } from './form-parts.tsx';
import { countryOptions, layerName, type Offer } from './offer.ts';

/** The organisation itself, and what its board strives for on each layer. Layer 8 has no figure (engine.md §1). */
export const OrganisationFields = ({ view }: { readonly view: FormView<Offer> }) => {
  const text = words(view.locale);
  return (
    <>
      <TextInput {...bind(view, 'name', text.field.name)} required />
      <Select {...bind(view, 'country', text.field.organisationCountry)} required options={countryOptions(view.knowledge, view.locale)} />
      <FieldSet legend={text.field.ambition.label} hint={text.field.ambition.hint} layout="rows">
        {technicalLayers.toReversed().map((layer) => (
          <FieldSet legend={text.layerTitle(layer, layerName(view.knowledge, view.locale, layer))} layout="row">
            <FieldRow>
              {dimensions.map((dimension) => <TextInput {...bind(view, `ambition.${layer}.${dimension}`, { label: text.dimension[dimension], hint: '' })} inputMode="numeric" width="short" />)}
            </FieldRow>
          </FieldSet>
        ))}
      </FieldSet>
    </>
  );
};

export const organisationValues = ({ name, country, ambition = {} }: Organisation): Record<string, unknown> => ({
  name,
  country,
  ambition: Object.fromEntries(Object.entries(ambition).map(([layer, byDimension]) => [layer, Object.fromEntries(Object.entries(byDimension).map(([dimension, share]) => [dimension, Math.round(share * 100)]))])),
});
