/** The fields of services, datasets and contracts. */
import type { Claims, Contract, Dataset, Service } from '../../../core/landscape/document.ts';
import { stateOf } from '../../../core/landscape/document.ts';
import type { FormView } from '../../../platform/screen.ts';
import { ChoiceGroup } from '../../../ui/choice-group/component.tsx';
import { FieldRow } from '../../../ui/form/component.tsx';
import { Select } from '../../../ui/select/component.tsx';
import { TextInput } from '../../../ui/text-input/component.tsx';
import { words } from '../words.ts';
import { ClaimFields } from './claim-fields.tsx';
import { bind, bindOptional, choicesOf, optionsOf } from './form-parts.tsx';
import { NeedFields, needValues } from './need-fields.tsx';
import { clauseOptions, named, type Offer } from './offer.ts';

type Props = { readonly view: FormView<Offer> };

export const ServiceFields = ({ view }: Props) => {
  const text = words(view.locale);
  const { value, ...criticality } = bind(view, 'criticality', text.field.criticality);
  return (
    <>
      <TextInput {...bind(view, 'name', text.field.name)} required />
      <ChoiceGroup {...criticality} kind="radio" direction="row" choices={choicesOf(text.criticality)} chosen={[value]} />
      <TextInput {...bindOptional(view, 'maxDowntimeHours', text.field.maxDowntimeHours)} inputMode="decimal" width="short" />
      <NeedFields view={view} text={text.field.needs} systems={view.extra.landscape.systems} />
    </>
  );
};

export const serviceValues = (service: Service): Record<string, unknown> => ({ ...service, needs: needValues(service.needs) });

export const DatasetFields = ({ view }: Props) => {
  const text = words(view.locale);
  const { value, ...classification } = bind(view, 'classification', text.field.classification);
  return (
    <>
      <TextInput {...bind(view, 'name', text.field.name)} required />
      <ChoiceGroup {...classification} kind="radio" choices={choicesOf(text.classification)} chosen={[value]} />
      <Select {...bindOptional(view, 'personalData', text.field.personalData)} options={optionsOf(text.personalData, text.notKnown)} />
    </>
  );
};

export const datasetValues = (dataset: Dataset): Record<string, unknown> => ({ ...dataset });

export const ContractFields = ({ view }: Props) => {
  const text = words(view.locale);
  const { landscape } = view.extra;
  const { value: _, ...systems } = bind(view, 'systems', text.field.systems);
  const clauses = clauseOptions(view.knowledge, view.locale).map(({ value, text: name }) => ({ id: value, name }));
  return (
    <>
      <Select {...bind(view, 'provider', text.field.provider)} required options={[{ value: '', text: text.choose }, ...named(landscape.providers)]} />
      <FieldRow>
        <TextInput {...bind(view, 'start', text.field.start)} type="date" width="medium" required />
        <TextInput {...bindOptional(view, 'end', text.field.end)} type="date" width="medium" />
        <TextInput {...bindOptional(view, 'noticeDays', text.field.noticeDays)} inputMode="numeric" width="short" />
      </FieldRow>
      <details class="regie-disclosure" open={view.all('systems').length === 0}>
        <summary>{text.field.systems.label} ({view.all('systems').length})</summary>
        <ChoiceGroup {...systems} kind="checkbox" choices={named(landscape.systems)} chosen={view.all('systems')} />
      </details>
      <ClaimFields view={view} name="clauses" legend={text.field.clauses.label} hint={text.field.clauses.hint} asked={clauses} />
    </>
  );
};

/** Claims as their fields: a bare state and a state with a reason look alike. */
export const claimValues = (claims: Claims = {}): Record<string, { state: string; reason?: string }> =>
  Object.fromEntries(Object.entries(claims).map(([id, claim]) => [id, { state: stateOf(claim), ...(typeof claim === 'object' && claim.reason ? { reason: claim.reason } : {}) }]));

export const contractValues = (contract: Contract): Record<string, unknown> => ({ ...contract, clauses: claimValues(contract.clauses) });
