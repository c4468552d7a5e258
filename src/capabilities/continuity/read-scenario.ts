/** From `group:skyline-inc` and its like to a scenario, or to what is wrong in words. */
import type { Fault } from '../../core/fault.ts';
import { readScenario, scenarioNames, type Scenario, type ScenarioFault } from '../../core/continuity/scenario.ts';
import type { Landscape } from '../../core/landscape/document.ts';
import type { Knowledge } from '../../platform/knowledge/knowledge.ts';
import { invalid, type InputFault, type Refusal } from '../../platform/refusal.ts';
import { both, type Locale, type Text } from '../../platform/words.ts';
import { libraryOf } from '../library/public.ts';
import { words } from './words.ts';

/** More at once is no question anybody asks, and each costs. */
export const removalsAtMost = 100;

type Document = { readonly landscape: Landscape; readonly knowledge: Knowledge; /** What the landscape is spoken of by; without it "this landscape". */ readonly name?: string };

const sentence = (locale: Locale, { code, details }: Fault<ScenarioFault>, document: string | undefined): string => {
  const say = words(locale).fault;
  const text = String(details['text']);
  const near = String(details['nearest'] ?? '');
  if (code === 'scenario-kind-unknown') return say[code](text, near);
  if (code === 'scenario-layer-unknown') return say[code](text);
  return say[code](text, String(details['id']), document ?? words(locale).unnamed, near);
};

/** What can be read, and a fault in words for each text that cannot. */
export function readRemovals(texts: readonly string[], document: Document): { readonly scenario: Scenario; readonly faults: readonly Text[] } {
  const names = scenarioNames(document.landscape, libraryOf(document.knowledge).countries);
  const read = texts.map((text) => readScenario([text], names));
  return {
    scenario: read.flatMap((one) => (one.ok ? one.value : [])),
    faults: read.flatMap((one) => (one.ok ? [] : one.faults.map((fault) => ({ nl: sentence('nl', fault, document.name), en: sentence('en', fault, document.name) })))),
  };
}

export const withoutFault = (message: Text): InputFault => ({ path: 'without', message });

/** Everything or a refusal. */
export function scenarioOf(texts: readonly string[], document: Document): Scenario | Refusal {
  const { scenario, faults } = readRemovals(texts, document);
  return faults.length > 0 ? invalid(...faults.map(withoutFault)) : scenario;
}

export const nothingAsked: Text = both(words, (text) => text.fault.nothingAsked);
export const bothAsked: Text = both(words, (text) => text.fault.bothAsked);
