/** `regie simulate`: what falls with what, on a landscape document alone (engine.md §§7, 11). */
import { z } from 'zod';
import { rankables } from '../../core/continuity/alone.ts';
import type { Setting } from '../../core/continuity/setting.ts';
import { reading } from '../../core/library/library.ts';
import { documentText } from '../../platform/command.ts';
import type { DocumentContext } from '../../platform/context.ts';
import { invalid, isRefusal, type Refusal } from '../../platform/refusal.ts';
import { both } from '../../platform/words.ts';
import { readDocument } from '../landscape/public.ts';
import { readingMember } from '../sovereignty/public.ts';
import { settingFor } from './ground.ts';
import { bothAsked, nothingAsked, removalsAtMost, scenarioOf, withoutFault } from './read-scenario.ts';
import { type RankingAnswer, type RankingTold, type SimulationAnswer, type SimulationTold, tellRanking, tellSimulation } from './telling.ts';
import { words } from './words.ts';

const said = (member: 'landscape' | 'without' | 'rank') => ({ label: both(words, (text) => text.asked[member]), hint: both(words, (text) => text.asked[`${member}Hint`]) });
const kinds = { providers: both(words, (text) => text.asked.providers), countries: both(words, (text) => text.asked.countries) };
/** Also of `simulate-scenario`. */
export const withoutMember = said('without');

export const simulateInput = z.strictObject({
  landscape: documentText.meta(said('landscape')),
  without: z.array(z.string().max(400)).max(removalsAtMost).optional().meta(withoutMember),
  rank: z.enum(rankables).optional().meta({ ...said('rank'), choices: kinds }),
  reading: z.enum(reading).optional().meta(readingMember),
});
type Input = z.output<typeof simulateInput>;

/** `answer` is the document `simulation/1`; the rest is for telling it, in a file or on a terminal. */
export type Told = (SimulationTold | RankingTold) & { readonly file: string };
export const isSimulation = (told: Told): told is SimulationTold & { readonly file: string } => !('rank' in told.answer);

export const telling: unique symbol = Symbol('telling');
/** The document itself; a symbol is not written, so that it stays exactly that. */
export type SimulatedDocument = (SimulationAnswer | RankingAnswer) & { readonly [telling]: Told };

const tell = (setting: Setting, { landscape: document, rank, without = [] }: Input, at: DocumentContext): SimulationTold | RankingTold | Refusal => {
  if (rank !== undefined) return tellRanking(setting, rank);
  const scenario = scenarioOf(without, { landscape: setting.landscape, knowledge: at.knowledge, name: document.name });
  return isRefusal(scenario) ? scenario : tellSimulation(setting, scenario);
};

export function simulateDocument(at: DocumentContext, input: Input): SimulatedDocument | Refusal {
  const { landscape: document, without = [], rank } = input;
  if (without.length === 0 && rank === undefined) return invalid(withoutFault(nothingAsked));
  if (without.length > 0 && rank !== undefined) return invalid(withoutFault(bothAsked));
  const landscape = readDocument(document, at);
  if (isRefusal(landscape)) return landscape;
  const told = tell(settingFor(landscape, input.reading ?? 'wide'), input, at);
  return isRefusal(told) ? told : { ...told.answer, [telling]: { ...told, file: document.name } };
}
