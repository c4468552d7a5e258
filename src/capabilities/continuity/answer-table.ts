/** The answer of the command as text for a terminal: the sentence first, then what fails, line by line. */
import type { DocumentContext } from '../../platform/context.ts';
import { aligned } from '../../platform/text-table.ts';
import { allInOrder, kindOf } from './failing.ts';
import { isSimulation, type Told } from './simulate-document.ts';
import { countryOf, hasNever, hoursWord, outcomeSentence, promiseOf, providerName, reasonSteps, restoreWord, serviceName, type Speaker, systemName, unknownWords } from './spoken.ts';
import type { RankingTold, SimulationTold } from './telling.ts';
import { words } from './words.ts';

type Row = readonly string[];

const part = (title: string, rows: readonly Row[]): string[] => (rows.length <= 1 ? [] : ['', title, ...aligned(rows)]);

function failing(speaker: Speaker, told: SimulationTold): Row[] {
  const text = words(speaker.locale);
  const { name, kind, promise, declared, tested, reason } = text.simulation.whyColumns;
  const broken = new Set(told.answer.breaches.tested);
  const rows = allInOrder(told).map((id): Row => {
    const isService = kindOf(told, id) === 'service';
    const hours = promiseOf(told.names, id);
    return [
      broken.has(id) ? '!' : ' ', isService ? serviceName(told.names, id) : systemName(told.names, id), isService ? text.simulation.service : text.simulation.systemKind,
      hours === undefined ? '-' : hoursWord(speaker.locale, hours), restoreWord(speaker.locale, told, id, 'declared'), restoreWord(speaker.locale, told, id, 'tested'), reasonSteps(speaker, told, id).join(' → '),
    ];
  });
  return [[' ', name, kind, promise, declared, tested, reason], ...rows];
}

function simulationTable(speaker: Speaker, told: SimulationTold): string[] {
  const text = words(speaker.locale);
  const { unknown, unknownBecause, restoreFirst } = told.answer;
  const { order, name, for: forService } = text.simulation.firstColumns;
  const might = unknown.map((id): Row => [systemName(told.names, id), unknownWords(speaker, unknownBecause[id] ?? [])]);
  const first = restoreFirst.map(({ system, service }, at): Row => [String(at + 1), systemName(told.names, system), service === undefined ? text.simulation.forNone : serviceName(told.names, service)]);
  return [
    outcomeSentence(speaker, told),
    ...(unknown.length > 0 ? [text.tells.unknown(text.count.systems(String(unknown.length)))] : []),
    ...part(text.simulation.why, failing(speaker, told)),
    ...(hasNever(told) ? ['', text.restore.neverMeans] : []),
    ...part(text.simulation.first, [[order, name, forService], ...first]),
    ...part(text.simulation.mightBe, [[name, ''], ...might]),
  ];
}

function rankingTable(speaker: Speaker, told: RankingTold): string[] {
  const text = words(speaker.locale);
  const { rank, ranking, unknown } = told.answer;
  const { name, breaches, essential, services, systems } = text.ranking.columns;
  const number = (value: number): string => (unknown.length > 0 ? text.count.atLeast(String(value)) : String(value));
  const rows = ranking.map((blast): Row => [rank === 'countries' ? countryOf(speaker, blast.id) : providerName(told.names, blast.id), number(blast.breaches), number(blast.essential), number(blast.services), number(blast.systems)]);
  return [text.ranking.lead, ...(unknown.length > 0 ? [text.ranking.unknown(text.count.systems(String(unknown.length)))] : []), ...part(text.ranking.of[rank], [[name, breaches, essential, services, systems], ...rows])];
}

export function answerTable(told: Told, at: DocumentContext): string {
  const speaker = { locale: at.locale, knowledge: at.knowledge };
  return (isSimulation(told) ? simulationTable(speaker, told) : rankingTable(speaker, told)).join('\n');
}
