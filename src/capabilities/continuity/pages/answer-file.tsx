/** The answer of the command as one page that stands alone. */
import type { DocumentContext } from '../../../platform/context.ts';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { renderStandalone, StandalonePage } from '../../../ui/standalone-page/component.tsx';
import { ifFalls, thenSentence, type Speaker } from '../spoken.ts';
import { isSimulation, type Told } from '../simulate-document.ts';
import type { RankingTold, SimulationTold } from '../telling.ts';
import { words } from '../words.ts';
import { readingWord, readingMeaning } from '../../sovereignty/public.ts';
import { ConcentrationTable } from './concentration-table.tsx';
import { RankingTable } from './ranking-table.tsx';
import { Outcome, SimulationResult } from './simulation-result.tsx';

const nowhere = () => undefined;

const SimulationFile = ({ told, speaker, file }: { readonly told: SimulationTold; readonly speaker: Speaker; readonly file: string }) => {
  const part = { speaker, told, hrefs: nowhere };
  return (
    <>
      <HeadingGroup kicker={file} title={ifFalls(speaker, told)} lead={<p>{words(speaker.locale).services.reading(readingWord(speaker.locale, told.answer.reading), readingMeaning(speaker.locale, told.answer.reading))}</p>} />
      <Outcome {...part} sentence={thenSentence(speaker, told)} />
      <SimulationResult {...part} atMost={Infinity} />
    </>
  );
};

const RankingFile = ({ told, speaker, file }: { readonly told: RankingTold; readonly speaker: Speaker; readonly file: string }) => {
  const text = words(speaker.locale).ranking;
  return (
    <>
      <HeadingGroup kicker={file} title={text.title} lead={<p>{text.lead}</p>} />
      <RankingTable speaker={speaker} of={told.answer.rank} blasts={told.answer.ranking} names={told.names.providers} unknown={told.answer.unknown.length} linked={false} />
      <ConcentrationTable speaker={speaker} layers={Object.entries(told.answer.concentration).map(([layer, rest]) => ({ layer: Number(layer), ...rest }))} names={told.names.providers} total={told.total.systems} level={2} />
    </>
  );
};

export function answerFile(told: Told, at: DocumentContext): string {
  const speaker = { locale: at.locale, knowledge: at.knowledge };
  const [title, body] = isSimulation(told)
    ? [ifFalls(speaker, told), <SimulationFile told={told} speaker={speaker} file={told.file} />]
    : [words(at.locale).ranking.title, <RankingFile told={told} speaker={speaker} file={told.file} />];
  return renderStandalone(<StandalonePage lang={at.locale} title={title}>{body}</StandalonePage>);
}
