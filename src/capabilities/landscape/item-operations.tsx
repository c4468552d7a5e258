/** For each kind of thing: add it and change it by form. One declaration per kind, two operations each. */
import { z } from 'zod';
import type { Item, ItemKind } from '../../core/landscape/document.ts';
import type { Context } from '../../platform/context.ts';
import { defineOperation, type Operation } from '../../platform/operation.ts';
import { invalid, isRefusal, notFound, type Refusal } from '../../platform/refusal.ts';
import type { FormView, Rendered } from '../../platform/screen.ts';
import { both } from '../../platform/words.ts';
import { TextInput } from '../../ui/text-input/component.tsx';
import { changeItem, seenOf } from './change-item.ts';
import { currentLandscape } from './current-landscape.ts';
import { itemOf } from './edits.ts';
import { EvidenceFields, evidenceValues } from './forms/evidence-fields.tsx';
import { bindOptional, ItemForm } from './forms/form-parts.tsx';
import { contractInput, datasetInput, evidenceInput, providerInput, serviceInput, systemInput } from './forms/inputs.ts';
import type { Offer } from './forms/offer.ts';
import { ProviderFields, providerValues } from './forms/provider-fields.tsx';
import { ContractFields, contractValues, DatasetFields, datasetValues, ServiceFields, serviceValues } from './forms/simple-fields.tsx';
import { SystemFields, systemValues } from './forms/system-fields.tsx';
import { toContract, toDataset, toEvidence, toProvider, toService, toSystem } from './forms/to-document.ts';
import { words } from './words.ts';

type Kind = {
  readonly kind: ItemKind;
  /** `landscape.save-<noun>` and `landscape.add-<noun>`. */
  readonly noun: string;
  readonly permission: `${string}:change`;
  readonly input: z.ZodObject;
  readonly Fields: (props: { view: FormView<Offer> }) => Rendered;
  readonly values: (item: never) => Record<string, unknown>;
  readonly toItem: (given: never, before: never) => Item;
  readonly rename?: (path: string) => string;
  /** The fields of its first and its last day. */
  readonly days?: readonly [first: string, last: string];
};

/** Where the document says `recovery`, the form says `restore`. */
const restoreFields = (path: string): string => path.replace(/^recovery\./, 'restore.');
/** What evidence says lies one level up in the form. */
const saysFields = (path: string): string => path.replace(/^says\.(?:system|provider|contract|organisation)$/, 'about').replace(/^says\.(?:measure|clause)$/, 'subject').replace(/^says\./, '');

const kinds: readonly Kind[] = [
  { kind: 'systems', noun: 'system', permission: 'landscape:change', input: systemInput, Fields: SystemFields, values: systemValues, toItem: toSystem, rename: restoreFields },
  { kind: 'services', noun: 'service', permission: 'landscape:change', input: serviceInput, Fields: ServiceFields, values: serviceValues, toItem: toService },
  { kind: 'datasets', noun: 'dataset', permission: 'landscape:change', input: datasetInput, Fields: DatasetFields, values: datasetValues, toItem: toDataset },
  { kind: 'providers', noun: 'provider', permission: 'landscape:change', input: providerInput, Fields: ProviderFields, values: providerValues, toItem: toProvider },
  { kind: 'contracts', noun: 'contract', permission: 'contract:change', input: contractInput, Fields: ContractFields, values: contractValues, toItem: toContract, days: ['start', 'end'] },
  { kind: 'evidence', noun: 'evidence', permission: 'evidence:change', input: evidenceInput, Fields: EvidenceFields, values: evidenceValues, toItem: toEvidence, rename: saysFields, days: ['on', 'validUntil'] },
];

const output = z.strictObject({ id: z.string(), revision: z.number() });
type Output = z.output<typeof output>;
/** The fields are those of the kind's own schema; only its id and name matter here. */
type Given = { readonly id?: string | undefined; readonly name?: string | undefined; readonly seen?: string | undefined };

const AddForm = ({ view, kind: { kind, Fields } }: { readonly view: FormView<Offer>; readonly kind: Kind }) => {
  const text = words(view.locale);
  return (
    <ItemForm view={view} title={text.kinds[kind].add} back={`/${kind}`}>
      <Fields view={view} />
      <TextInput {...bindOptional(view, 'id', text.field.id)} width="medium" />
    </ItemForm>
  );
};

const EditForm = ({ view, kind: { kind, Fields } }: { readonly view: FormView<Offer & { seen: string }>; readonly kind: Kind }) => {
  const id = view.params['id'] ?? '';
  return (
    <ItemForm view={view} title={words(view.locale).kinds[kind].edit} lead={view.value('name') || id} seen={view.extra.seen} back={`/${kind}/${id}`}>
      <Fields view={view} />
    </ItemForm>
  );
};

const traced = (noun: string) => ({ kind: 'change', trace: (_: unknown, { id, revision }: Output) => ({ object: `${noun}/${id}`, detail: { revision } }) }) as const;
const saved = (kind: ItemKind) => ({ id }: Output, given: unknown) => {
  const name = (given as Given).name ?? id;
  return { to: `/${kind}/${id}`, notice: both(words, (text) => text.saved(name)) };
};

/** A document is read as it stands (decision 0040); who fills in a form is asked. */
function backwardsDays({ days: [first, last] = ['', ''] }: Kind, given: Readonly<Record<string, unknown>>): Refusal | undefined {
  const [from, until] = [given[first], given[last]];
  if (typeof from !== 'string' || typeof until !== 'string' || from <= until) return undefined;
  return invalid({ path: last, message: both(words, (text) => text.backwards(from, until)) });
}

const handleWith = (kind: Kind, isNew: boolean) => async (at: Context, given: unknown) => {
  const backwards = backwardsDays(kind, given as Readonly<Record<string, unknown>>);
  if (backwards) return backwards;
  const answer = await changeItem(at, { kind: kind.kind, isNew, given: given as Given, toItem: kind.toItem as never, ...(kind.rename ? { rename: kind.rename } : {}) });
  return isRefusal(answer) ? answer : { id: answer.id, revision: answer.revision };
};

const addOperation = (kind: Kind): Operation =>
  defineOperation({
    name: `landscape.add-${kind.noun}`,
    title: (locale) => words(locale).kinds[kind.kind].add,
    permission: kind.permission,
    input: kind.input,
    output,
    effect: traced(kind.noun),
    rest: { method: 'POST', path: `/${kind.kind}` },
    handle: handleWith(kind, true),
    web: {
      kind: 'form',
      path: `/${kind.kind}/add`,
      load: async (at) => ({ extra: { landscape: (await currentLandscape(at)).landscape } }),
      render: (view) => <AddForm view={view} kind={kind} />,
      done: saved(kind.kind),
    },
  });

const saveOperation = (kind: Kind): Operation =>
  defineOperation({
    name: `landscape.save-${kind.noun}`,
    title: (locale) => words(locale).kinds[kind.kind].edit,
    permission: kind.permission,
    input: kind.input,
    output,
    effect: traced(kind.noun),
    rest: { method: 'PUT', path: `/${kind.kind}/{id}` },
    handle: handleWith(kind, false),
    web: {
      kind: 'form',
      path: `/${kind.kind}/{id}/edit`,
      load: async (at, params) => {
        const { landscape } = await currentLandscape(at);
        const item = itemOf(landscape, kind.kind, params['id'] ?? '');
        return item === undefined ? notFound : { values: kind.values(item as never), extra: { landscape, seen: seenOf(item) } };
      },
      render: (view) => <EditForm view={view} kind={kind} />,
      done: saved(kind.kind),
    },
  });

export const itemOperations: readonly Operation[] = kinds.flatMap((kind) => [addOperation(kind), saveOperation(kind)]);
