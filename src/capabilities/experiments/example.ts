/** Experiments of the example organisation: one told, one running, one that waits for room, and one that got none. */
import { daysBefore } from '../../core/calendar.ts';
import type { FillExample } from '../../platform/slice.ts';
import type { Ending } from './state.ts';
import { addExperiment, changeExperiment } from './store.ts';

const texts = {
  nl: {
    chat: ['Bellen met beeld aan de balie', 'Komen inwoners die slecht ter been zijn liever met beeld dan aan de balie?', 'Vier weken, elke dinsdag, met twee collega’s van de balie. Wij vragen iedereen na afloop twee dingen.', 'Vier dinsdagen, twee tablets, en een collega die niets anders doet.', 'Geen dossiers delen via het scherm, en geen nieuw systeem.', 'Veertien gesprekken met beeld, elf mensen van boven de zeventig.', 'Negen van de elf zouden het weer doen. Twee verstonden ons slecht.', 'Het gesprek duurt langer, en dat is goed. Een rustige kamer is belangrijker dan de techniek.'],
    summary: ['Samenvatten zonder AI', 'Kunnen wij raadsstukken zelf in drie zinnen samenvatten, zonder een taalmodel?', 'Zes weken, met vijf schrijvers. De griffie kijkt of raadsleden het verschil merken.', 'Twee uur in de week per schrijver, en een training van een halve dag.', 'Geen stukken die geheim zijn.'],
    buddy: ['Een maand meelopen met de bestuurder', 'Wat zien twee mensen van dertig jaar verschil die samen naar dezelfde stukken kijken?', 'Vier weken, één ochtend per week, en om de beurt stellen wij de vragen.'],
    score: ['Een ranglijst van snelle teams', 'Werken teams sneller als zij elkaars cijfers zien?', 'Elke week een lijst op het intranet.', 'Wij vergelijken teams niet in een ranglijst: dat helpt niemand om beter te werken. Praat met de teams over wat hen ophoudt; daar geven wij graag ruimte voor.'],
  },
  en: {
    chat: ['Talking with a picture at the counter', 'Would residents who walk with difficulty rather come by video than to the counter?', 'Four weeks, every Tuesday, with two colleagues of the counter. We ask everybody two things afterwards.', 'Four Tuesdays, two tablets, and a colleague who does nothing else.', 'No files shared by the screen, and no new system.', 'Fourteen talks by video, eleven people over seventy.', 'Nine of the eleven would do it again. Two heard us badly.', 'The talk takes longer, and that is good. A quiet room matters more than the technology.'],
    summary: ['Summarising without AI', 'Can we put council papers into three sentences ourselves, without a language model?', 'Six weeks, with five writers. The clerk looks whether council members notice.', 'Two hours a week for each writer, and half a day of training.', 'No papers that are secret.'],
    buddy: ['A month beside the alderman', 'What do two people thirty years apart see who look at the same papers together?', 'Four weeks, one morning a week, and we take turns asking the questions.'],
    score: ['A ranking of fast teams', 'Do teams work faster when they see each other’s figures?', 'Every week a list on the intranet.', 'We do not compare teams in a ranking: it helps nobody to work better. Talk with the teams about what holds them up; for that we gladly give room.'],
  },
} as const;

export const fillExample: FillExample = async (at, people) => {
  const text = texts[at.locale];
  const ago = (days: number): string => daysBefore(at.today, days);
  const proposed = async ([title = '', question = '', plan = '']: readonly string[], proposer: string, days: number): Promise<string> => {
    const id = at.ids.next();
    await addExperiment(at.db, at.organisation.id, { id, title, question, plan, proposer_id: proposer, proposed_on: ago(days) });
    return id;
  };
  const change = (id: string, what: Parameters<typeof changeExperiment>[3]): Promise<unknown> => changeExperiment(at.db, at.organisation.id, id, what);
  const told = await proposed(text.chat, people['young-employee'], 110);
  await change(told, { sponsor_id: people.board, room: text.chat[3], bounds: text.chat[4], until: ago(60), decided_on: ago(100), tried: text.chat[5], seen: text.chat[6], learned: text.chat[7], ending: 'go-on' satisfies Ending, ended_on: ago(55) });
  const refused = await proposed(text.score, people.employee, 40);
  await change(refused, { refusal: text.score[3], decided_on: ago(35) });
  const running = await proposed(text.summary, people.architect, 30);
  await change(running, { sponsor_id: people.cio, room: text.summary[3], bounds: text.summary[4], until: daysBefore(at.today, -20), decided_on: ago(22) });
  await proposed(text.buddy, people['young-employee'], 3);
};
