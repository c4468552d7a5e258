/** Ideas and concerns of the example organisation: one of each ending, one that is late, and one without a name. */
import { randomUUID } from 'node:crypto';
import { daysBefore } from '../../core/calendar.ts';
import type { FillExample } from '../../platform/slice.ts';
import { hashOfReceipt, newReceipt } from './receipt.ts';
import { usualAnswerBy } from './state.ts';
import { addIdea, addMessage, changeIdea, setLegalContact, setSupport } from './store.ts';

const texts = {
  nl: {
    letter: ['Brieven die mensen begrijpen', 'Onze brief over de bijdrage krijgt elke week dezelfde vragen aan de balie. Laat vijf inwoners hem lezen voordat wij hem versturen.', 'We doen dit: vanaf 1 september leest een lezerspanel elke nieuwe standaardbrief.', 'Drie brieven zijn herschreven. De balie krijgt de helft minder vragen. Eén brief bleef moeilijk; daar zoeken we nog naar.'],
    chat: ['Zelf kiezen waarmee we vergaderen', 'Met partners buiten de gemeente werkt ons vergaderprogramma slecht. Mag een team zelf kiezen?', 'Niet nu: tot het nieuwe contract in gaat, zitten we vast. In het voorjaar kiezen we opnieuw, en dan doen teams mee.'],
    late: ['Niemand weet wie het koppelvlak kent', 'Alleen Bas kan de koppeling met de belastingdienst herstellen. Als hij ziek is, staat het stil.'],
    hidden: ['Vragen over het nieuwe systeem worden weggelachen', 'In het werkoverleg durft niemand meer te zeggen dat het systeem vastloopt. Er wordt om gelachen.', 'Dank u dat u dit vertelt. Wilt u zeggen of u eerst met een vertrouwenspersoon wilt praten?', 'Ja, dat wil ik. Maar niet op mijn afdeling.', 'Iemand ziet dat collega’s fouten van een systeem niet meer durven noemen. We bespreken met de teams hoe zij elkaar weer kunnen vertellen wat niet werkt.'],
    legal: 'Integriteitsbureau Waterwolde, kamer 1.04, telefoon 0900 0104. Of rechtstreeks bij het Huis voor Klokkenluiders.',
  },
  en: {
    letter: ['Letters that people understand', 'Our letter about the contribution brings the same questions to the counter every week. Let five residents read it before we send it.', 'We do this: from 1 September on a panel of readers reads every new standard letter.', 'Three letters were rewritten. The counter gets half as many questions. One letter stayed hard; we are still looking.'],
    chat: ['Choosing ourselves how we meet', 'With partners outside the municipality our meeting program works badly. May a team choose?', 'Not now: until the new contract begins we are tied. In spring we choose again, and teams take part then.'],
    late: ['Nobody knows who knows the interface', 'Only Bas can mend the link with the tax office. When he is ill, it stands still.'],
    hidden: ['Questions about the new system are laughed away', 'In our meeting nobody dares to say any more that the system hangs. People laugh.', 'Thank you for telling this. Would you say whether you want to talk to a confidant first?', 'Yes, I do. But not in my department.', 'Somebody sees that colleagues no longer dare to name faults of a system. We talk with the teams about how they can tell each other again what does not work.'],
    legal: 'Integrity office of Waterwolde, room 1.04, telephone 0900 0104. Or directly with the Whistleblowers Authority.',
  },
} as const;

export const fillExample: FillExample = async (at, people) => {
  const text = texts[at.locale];
  const ago = (days: number): string => daysBefore(at.today, days);
  const brought = async (kind: 'idea' | 'concern', [title, body]: readonly string[], author: string, days: number): Promise<string> => {
    const id = at.ids.next();
    await addIdea(at, { id, kind, title: title ?? '', body: body ?? '', from: { author }, broughtOn: ago(days), answerBy: usualAnswerBy(ago(days)) });
    return id;
  };
  const letter = await brought('idea', text.letter, people['young-employee'], 120);
  await changeIdea(at, letter, { acknowledged_on: ago(117), owner_role: 'change-manager', owner_id: people['change-manager'], answer: 'yes', reason: text.letter[2], answered_on: ago(100), outcome: text.letter[3] });
  await setSupport(at, letter, people.employee, true);
  const chat = await brought('idea', text.chat, people.employee, 18);
  await changeIdea(at, chat, { acknowledged_on: ago(15), owner_role: 'cio', owner_id: people.cio, answer: 'not-now', reason: text.chat[2], answered_on: ago(5), return_on: daysBefore(at.today, -130) });
  await brought('concern', text.late, people.architect, 20);
  const hidden = randomUUID();
  await addIdea(at, { id: hidden, kind: 'concern', title: text.hidden[0], body: text.hidden[1], from: { receiptHash: await hashOfReceipt(newReceipt()) }, broughtOn: ago(12), answerBy: usualAnswerBy(ago(12)) });
  await changeIdea(at, hidden, { acknowledged_on: ago(10), owner_role: 'confidant', owner_id: people.confidant, paraphrase: text.hidden[4] });
  await addMessage(at, { id: hidden, author: null }, { fromAuthor: false, text: text.hidden[2], saidOn: ago(10) });
  await addMessage(at, { id: hidden, author: null }, { fromAuthor: true, text: text.hidden[3], saidOn: ago(8) });
  await setLegalContact(at, text.legal);
};
