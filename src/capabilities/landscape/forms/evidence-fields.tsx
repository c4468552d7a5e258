import type { Evidence } from '../../../core/landscape/document.ts';
import { layers } from '../../../core/landscape/document.ts';
import type { FormView } from '../../../platform/screen.ts';
import { ChoiceGroup } from '../../../ui/choice-group/component.tsx';
import { FieldRow } from '../../../ui/form/component.tsx';
import { Select, type OptionGroup } from '../../../ui/select/component.tsx';
import { TextInput } from '../../../ui/text-input/component.tsx';
import { contractNames } from '../contract-name.ts';
import { words } from '../words.ts';
import { bind, bindOptional, choicesOf } from './form-parts.tsx';
import { clauseOptions, layerName, measuresOf, named, type Offer } from './offer.ts';

type Props = { readonly view: FormView<Offer> };

type Named = { readonly id: string; readonly name: string };
const group = (kind: 'system' | 'provider', label: string, items: readonly Named[]): OptionGroup => ({ label, options: named(items).map(({ value, text }) => ({ value: `${kind}/${value}`, text })) });

/** What evidence can speak of: a system, a provider, the organisation as a whole, or a contract. */
function aboutOptions({ view }: Props): OptionGroup[] {
  const text = words(view.locale);
  const { systems, providers, contracts, organisation } = view.extra.landscape;
  const nameOf = contractNames(view.extra.landscape);
  return [
    { label: text.organisation, options: [{ value: 'organisation', text: organisation.name }] },
    group('system', text.kinds.systems.many, systems),
    group('provider', text.kinds.providers.many, providers),
    { label: text.kinds.contracts.many, options: contracts.map((contract) => ({ value: `contract/${contract.id}`, text: `${nameOf(contract)} (${contract.id})` })) },
  ];
}

/** Measures by layer, then the clauses. */
function subjectOptions({ view }: Props): OptionGroup[] {
  const text = words(view.locale);
  const measures = measuresOf(view.knowledge, view.locale);
  return [
    ...layers.map((layer) => ({
      label: text.layerTitle(layer, layerName(view.knowledge, view.locale, layer)),
      options: measures.filter((measure) => measure.layer === layer).map(({ id, name }) => ({ value: id, text: name })),
    })),
    { label: text.field.clauses.label, options: clauseOptions(view.knowledge, view.locale) },
  ];
}

export const EvidenceFields = ({ view }: Props) => {
  const text = words(view.locale);
  const { value: kind, ...kindField } = bind(view, 'kind', text.field.kind);
  const { value: state, ...stateField } = bind(view, 'state', text.field.saysState);
  const { absent: _, ...states } = text.state;
  return (
    <>
      <ChoiceGroup {...kindField} kind="radio" choices={choicesOf(text.evidenceKind)} chosen={[kind]} />
      <Select {...bind(view, 'about', text.field.about)} required options={[{ value: '', text: text.choose }, ...aboutOptions({ view })]} />
      <Select {...bind(view, 'subject', text.field.saysMeasure)} required options={[{ value: '', text: text.choose }, ...subjectOptions({ view })]} />
      <ChoiceGroup {...stateField} kind="radio" direction="row" choices={choicesOf(states)} chosen={[state]} />
      <FieldRow>
        <TextInput {...bind(view, 'on', text.field.on)} type="date" width="medium" required />
        <TextInput {...bindOptional(view, 'validUntil', text.field.validUntil)} type="date" width="medium" />
      </FieldRow>
      <TextInput {...bindOptional(view, 'source', text.field.source)} />
    </>
  );
};

const aboutOf = ({ says }: Evidence): string => {
  if ('contract' in says) return `contract/${says.contract}`;
  if ('system' in says) return `system/${says.system}`;
  return 'provider' in says ? `provider/${says.provider}` : 'organisation';
};

export const evidenceValues = (evidence: Evidence): Record<string, unknown> => {
  const { says, ...rest } = evidence;
  return { ...rest, about: aboutOf(evidence), subject: 'clause' in says ? says.clause : says.measure, state: says.state };
};
