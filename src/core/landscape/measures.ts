/** Which statement speaks for each measure of each system, after inheritance (engine.md §2). */
import { byCodePoint } from '../order.ts';
import { remember } from '../remember.ts';
import type { Evidence, Id, Landscape, Layer, MeasuresByLayer, State } from './document.ts';
import { layers, technicalLayers } from './document.ts';
import { platformsFirst } from './platforms-first.ts';
import type { Plate, Plates, Source } from './plates.ts';
import { testimonyOf, weigh, type Weighed } from './weigh.ts';

/** `topic` is the id of the measure. */
export type MeasureStatement = Weighed & { readonly from: Source; readonly layer: Layer };

/** Per topic, the number of the statement that speaks; `silent` where nobody on the chain says anything. */
export type Voices = readonly number[];
export const silent = -1;

export type Measures = {
  /** Everything said of measures: by the organisation, then by providers and by systems; each by id, layer and measure. */
  readonly statements: readonly MeasureStatement[];
  /** The measures that anybody anywhere speaks of are numbered; undefined = nobody does. */
  readonly topicOf: (layer: Layer, measure: Id) => number | undefined;
  /** Per system. Systems that state nothing share one array with others that inherit the same. */
  readonly voices: ReadonlyMap<Id, Voices>;
};

export const resolveMeasures = (landscape: Landscape, plates: Plates): Measures => {
  const notes = takeNotes(landscape);
  const own = ownVoices(landscape, notes);
  const below = providerVoices(landscape, notes);
  const shared = sharedMerges();
  const voices = landscape.systems.map(({ id }): [Id, Voices] => {
    const merge = notes.said.system.has(id) ? merged : shared;
    return [id, merge(own.get(id)!, below(plates.get(id)!))];
  });
  return { statements: notes.statements, topicOf: (layer, measure) => notes.topics.get(measure)?.[layer], voices: new Map(voices) };
};

export const stateAt = (measures: Measures, voices: Voices, topic: number | undefined): State | undefined =>
  topic === undefined ? undefined : measures.statements[voices[topic]!]?.state;

type Speaker = 'system' | 'provider' | 'organisation';

type Notes = {
  readonly statements: MeasureStatement[];
  /** Per measure, by layer. */
  readonly topics: Map<Id, Partial<Record<Layer, number>>>;
  /** Per statement. */
  readonly topicsOf: number[];
  /** Statement numbers of each place. */
  readonly said: Readonly<Record<Speaker, Map<Id, readonly number[]>>>;
  /** How many topics there are. */
  count: number;
};

const takeNotes = (landscape: Landscape): Notes => {
  const notes: Notes = { statements: [], topics: new Map(), topicsOf: [], said: { system: new Map(), provider: new Map(), organisation: new Map() }, count: 0 };
  const testimony = testimonyOf(landscape);
  const listen = (kind: Speaker, places: readonly { readonly id: Id; readonly layers?: MeasuresByLayer }[]): void => {
    for (const { id, layers: said } of places.toSorted((a, b) => byCodePoint(a.id, b.id))) {
      const from: Source = { kind, id };
      const numbers = noteAll(notes, from, said, testimony(from));
      if (numbers.length > 0) notes.said[kind].set(id, numbers.slice());
    }
  };
  listen('organisation', [landscape.organisation]);
  listen('provider', landscape.providers);
  listen('system', landscape.systems);
  return notes;
};

const noteAll = (notes: Notes, from: Source, said: MeasuresByLayer | undefined, testimony: readonly Evidence[]): readonly number[] => {
  const numbers: number[] = [];
  for (const layer of layers) {
    const claims = said?.[layer]?.measures;
    const evidence = testimony.length === 0 ? testimony : evidenceOn(layer, testimony);
    if (claims === undefined && evidence.length === 0) continue;
    for (const { topic, claimed, state, evidence: proof } of weigh(claims, evidence)) {
      numbers.push(notes.statements.length);
      notes.statements.push({ from, layer, topic, claimed, state, evidence: proof });
      notes.topicsOf.push(topicFor(notes, layer, topic));
    }
  }
  return numbers;
};

const evidenceOn = (layer: Layer, testimony: readonly Evidence[]): readonly Evidence[] => testimony.filter(({ says }) => 'layer' in says && says.layer === layer);

const topicFor = (notes: Notes, layer: Layer, measure: Id): number => {
  const byLayer = notes.topics.get(measure) ?? remember(notes.topics, measure, {});
  return (byLayer[layer] ??= notes.count++);
};

/** From the system and what it runs on, nearest first. */
const ownVoices = (landscape: Landscape, notes: Notes): ReadonlyMap<Id, Voices> => {
  const nobody = nobodySpeaks(notes);
  const own = new Map<Id, Voices>();
  for (const { id, runsOn } of platformsFirst(landscape.systems)) {
    const platform = runsOn === undefined ? nobody : own.get(runsOn)!;
    own.set(id, overlay(notes, platform, notes.said.system.get(id)));
  }
  return own;
};

const nobodySpeaks = ({ count }: Notes): Voices => Array.from({ length: count }, () => silent);

const overlay = ({ topicsOf }: Notes, under: Voices, statements: readonly number[] = []): Voices => {
  if (statements.length === 0) return under;
  const voices = under.slice();
  for (const at of statements) voices[topicsOf[at]!] = at;
  return voices;
};

/** From the providers that operate the layers, and else the organisation. Layer 8 has no operator. */
const providerVoices = ({ organisation }: Landscape, notes: Notes): ((plate: Plate) => Voices) => {
  const ofOrganisation = overlay(notes, nobodySpeaks(notes), notes.said.organisation.get(organisation.id));
  const known = new Map<string, Voices>();
  return ({ places }) => {
    // Operators of whom nothing is said make no difference.
    const speakers = places.map(({ operator }) => (operator !== undefined && notes.said.provider.has(operator) ? operator : ''));
    const key = speakers.join('\n');
    return known.get(key) ?? remember(known, key, overlayAll(notes, ofOrganisation, speakers));
  };
};

/** `speakers`: per layer the provider of whom something is said, or nothing. */
const overlayAll = (notes: Notes, under: Voices, speakers: readonly Id[]): Voices =>
  technicalLayers.reduce((voices, layer, at) => overlay(notes, voices, saidOfLayer(notes, speakers[at]!, layer)), under);

const saidOfLayer = ({ said, statements }: Notes, provider: Id, layer: Layer): readonly number[] | undefined =>
  said.provider.get(provider)?.filter((at) => statements[at]!.layer === layer);

type Merge = (own: Voices, below: Voices) => Voices;

const merged: Merge = (own, below) => {
  const voices = own.slice();
  for (let topic = 0; topic < voices.length; topic += 1) if (voices[topic] === silent) voices[topic] = below[topic]!;
  return voices;
};

/** The same answer, as the same array, for the same two. */
const sharedMerges = (): Merge => {
  const known = new Map<Voices, Map<Voices, Voices>>();
  return (own, below) => {
    const over = known.get(own) ?? remember(known, own, new Map<Voices, Voices>());
    return over.get(below) ?? remember(over, below, merged(own, below));
  };
};
