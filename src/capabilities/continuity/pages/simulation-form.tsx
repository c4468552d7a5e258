/** The question: what falls away? A GET form, so that the address is the scenario. Works without script. */
import { reading } from '../../../core/library/library.ts';
import { Button, ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { ChoiceGroup } from '../../../ui/choice-group/component.tsx';
import { FieldRow, Form } from '../../../ui/form/component.tsx';
import { Select } from '../../../ui/select/component.tsx';
import { TextInput } from '../../../ui/text-input/component.tsx';
import { layers } from '../../../core/landscape/document.ts';
import type { PageView } from '../../../platform/screen.ts';
import { layerTitle, readingMeaning, readingWord } from '../../sovereignty/public.ts';
import { byName } from '../list.ts';
import type { Simulated, SimulationInput } from '../shown.ts';
import { countryOf, removalWord } from '../spoken.ts';
import type { Choice } from '../what-can-fall.ts';
import { words } from '../words.ts';

export type SimulationView = PageView<SimulationInput, Simulated>;

const removalOptions = (kind: 'group' | 'provider' | 'system', items: readonly Choice[], none: string) =>
  [{ value: '', text: none }, ...items.map(({ id, name }) => ({ value: `${kind}:${id}`, text: name }))];

const Chosen = ({ view }: { readonly view: SimulationView }) => {
  const { removals, told } = view.output;
  const text = words(view.locale).simulation;
  if (!told) return null;
  return <ChoiceGroup id="chosen" kind="checkbox" name="without" label={text.chosen} hint={text.chosenHint} chosen={removals} choices={removals.map((removal) => ({ value: removal, text: removalWord(view, told.names, removal) }))} />;
};

/** Every choice adds to the scenario: all of them are called `without`. */
const Lists = ({ view }: { readonly view: SimulationView }) => {
  const { offer } = view.output;
  const text = words(view.locale).simulation;
  return (
    <>
      <Select id="group" name="without" label={text.group} hint={text.groupHint} options={removalOptions('group', offer.providers, text.none)} />
      <Select id="system" name="without" label={text.system} options={removalOptions('system', offer.systems, text.none)} />
    </>
  );
};

const Search = ({ view }: { readonly view: SimulationView }) => {
  const { found } = view.output.offer;
  const { simulation: text, kind } = words(view.locale);
  return (
    <>
      <TextInput id="find" name="find" label={text.find} hint={text.findHint} type="search" value={view.input.find} />
      {found && found.items.length === 0 && <p role="status">{text.found(0)}</p>}
      {found && found.items.length > 0 && (
        <ChoiceGroup id="found" kind="checkbox" name="without" label={text.found(found.items.length)} hint={found.left > 0 ? text.more(found.left) : undefined} choices={found.items.map((item) => ({ value: item.removal, text: item.name, hint: kind[item.kind] }))} />
      )}
    </>
  );
};

const Country = ({ view }: { readonly view: SimulationView }) => {
  const text = words(view.locale).simulation;
  const named = view.output.offer.countries.map((code) => ({ value: `country:${code}`, text: countryOf(view, code) })).sort((a, b) => byName(a.text, b.text));
  return <Select id="country" name="without" label={text.country} hint={text.countryHint} options={[{ value: '', text: text.none }, ...named]} />;
};

/** What few ask for stands apart. */
const Finer = ({ view }: { readonly view: SimulationView }) => {
  const { offer } = view.output;
  const text = words(view.locale).simulation;
  const layerOptions = [{ value: '', text: text.none }, ...layers.toReversed().map((layer) => ({ value: String(layer), text: layerTitle(view.knowledge, view.locale, layer) }))];
  const layerOf = { id: 'layerOf', name: 'layerOf', label: text.layerOf, hint: text.layerOfHint };
  return (
    <details class="regie-disclosure" open={view.input.layerOf !== undefined}>
      <summary>{text.finer}</summary>
      <div class="regie-disclosure__body regie-form">
        {!offer.isSearched && <Select id="provider" name="without" label={text.provider} hint={text.providerHint} options={removalOptions('provider', offer.providers, text.none)} />}
        <FieldRow>
          {offer.isSearched ? <TextInput {...layerOf} /> : <Select {...layerOf} options={[{ value: '', text: text.none }, ...offer.systems.map(({ id, name }) => ({ value: id, text: name }))]} />}
          <Select id="layer" name="layer" label={text.layer} options={layerOptions} />
        </FieldRow>
      </div>
    </details>
  );
};

export const SimulationForm = ({ view }: { readonly view: SimulationView }) => {
  const { offer, told } = view.output;
  const text = words(view.locale).simulation;
  return (
    <Form action="/simulation" method="get" label={text.form}>
      <Chosen view={view} />
      <FieldRow>
        {offer.isSearched ? <Search view={view} /> : <Lists view={view} />}
        <Country view={view} />
      </FieldRow>
      <Finer view={view} />
      <ChoiceGroup
        id="reading" kind="radio" name="reading" label={text.reading} chosen={[view.output.reading]}
        choices={reading.map((value) => ({ value, text: readingWord(view.locale, value), hint: readingMeaning(view.locale, value) }))}
      />
      <ButtonRow><Button>{text.run}</Button>{told && <ButtonLink kind="link" href="/simulation">{text.again}</ButtonLink>}</ButtonRow>
    </Form>
  );
};
