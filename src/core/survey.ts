/**
 * Everything the engine finds out about a landscape before any policy is asked: one preparation for the
 * verdicts, the layer plates and the pictures of control.
 */
import { assurancesFor, type Assurance } from './assurance/assurance.ts';
import { dependenciesOf } from './continuity/dependencies.ts';
import { controlView, type ControlView } from './control/control-view.ts';
import { foreignCountries, type ForeignCountry } from './exposure/countries.ts';
import { exposuresFor } from './exposure/exposure.ts';
import { preventionOf, type StateOf } from './exposure/prevention.ts';
import { demandsOn } from './facts/demand.ts';
import type { Setting, SystemSubject } from './facts/subject.ts';
import { resolveClauses, type Clauses } from './landscape/clauses.ts';
import type { Id, Landscape, Layer } from './landscape/document.ts';
import { resolveMeasures, stateAt, type Measures, type Voices } from './landscape/measures.ts';
import { resolvePlates, type Plates } from './landscape/plates.ts';
import type { Library, Reading } from './library/library.ts';
import { remember } from './remember.ts';

export type SurveyedSystem = SystemSubject & { readonly assurance: Assurance };

export type Survey = {
  readonly landscape: Landscape;
  readonly library: Library;
  readonly reading: Reading;
  readonly control: ControlView;
  readonly plates: Plates;
  readonly measures: Measures;
  readonly clauses: Clauses;
  readonly countries: readonly ForeignCountry[];
  /** By code point. */
  readonly systems: ReadonlyMap<Id, SurveyedSystem>;
};

export const survey = (landscape: Landscape, library: Library, reading: Reading): Survey => {
  const plates = resolvePlates(landscape);
  const ground = {
    landscape,
    library,
    reading,
    plates,
    control: controlView(landscape.providers, reading),
    measures: resolveMeasures(landscape, plates),
    clauses: resolveClauses(landscape),
    countries: foreignCountries(landscape, plates, library),
  };
  return { ...ground, systems: surveySystems(ground) };
};

const surveySystems = ({ landscape, library, plates, control, measures, clauses, countries }: Omit<Survey, 'systems'>): Survey['systems'] => {
  const setting: Setting = { asOf: landscape.asOf, home: landscape.organisation.country, isInEea: (country) => library.eea.has(country) };
  const protectionOf = protectionFor(library, measures);
  const exposureOf = exposuresFor(control, countries);
  const dependencies = dependenciesOf(landscape);
  const demands = demandsOn(dependencies);
  const systems = new Map<Id, SurveyedSystem>();
  for (const [at, system] of dependencies.systems.entries()) {
    const { places } = plates.get(system.id)!;
    const { prevention, stateOf, assurance } = protectionOf(measures.voices.get(system.id)!);
    const contracts = clauses.running(system.id);
    systems.set(system.id, { setting, system, places, stateOf, assurance, contracts, exposure: exposureOf(places, prevention), demand: demands[at]! });
  }
  return systems;
};

type Protection = { readonly stateOf: StateOf; readonly assurance: Assurance; readonly prevention: ReturnType<typeof preventionOf> };

/** Systems that inherit the same statements have the same protection. */
const protectionFor = (library: Library, measures: Measures): ((voices: Voices) => Protection) => {
  const assuranceOf = assurancesFor(library, measures);
  const known = new Map<Voices, Protection>();
  return (voices) => {
    const found = known.get(voices);
    if (found) return found;
    const stateOf: StateOf = (layer: Layer, measure: Id) => stateAt(measures, voices, measures.topicOf(layer, measure));
    return remember(known, voices, { stateOf, assurance: assuranceOf(voices), prevention: preventionOf(stateOf) });
  };
};
