import type { Translation } from '../../../platform/words.ts';
import type { nl } from './nl.ts';

export const en = {
  title: 'Experiments',
  lead: 'A colleague wants to try something, and gets room, time and somebody who backs it. Then that colleague tells what came of it. What did not work is an outcome too.',
  none: 'Nothing was tried yet', noneText: 'What would you like to try? Begin small: one question, a few weeks.',
  propose: 'Propose an experiment', proposeLead: 'You need not be sure that it works. That is why it is an experiment.', proposeButton: 'Propose', proposed: 'Proposed. You will hear whether you get the room.',
  name: 'What do you want to try?', nameHint: 'In one sentence.', question: 'What do you want to find out?', questionHint: 'A question that you do not know the answer to now.', plan: 'How will you go about it?', planHint: 'With whom, for how long, and by what you see whether it helps.',
  columns: { what: 'What', by: 'Proposed by', until: 'Until', state: 'Where it stands' },
  former: 'Somebody who left',
  states: { proposed: 'Waits for room', running: 'Running', over: 'Done: tell what came of it', refused: 'No room', told: 'Told' },
  since: 'Proposed on', sponsor: 'Who backs it', room: 'Room', bounds: 'What it stays out of', until: 'Until', planTitle: 'How', refusal: 'Why not',
  mandate: 'Give room', mandateLead: 'You say who backs it, how much time and money there is, and what the experiment stays out of. Within those bounds the colleague decides.', mandateButton: 'Give the room', mandated: 'The room is given.',
  sponsorLabel: 'Who backs it?', sponsorHint: 'Somebody who opens doors and takes the questions. Not who proposes it.', roomLabel: 'How much room does it get?', roomHint: 'Time, money and people.', boundsLabel: 'What does it stay out of?', boundsHint: 'For example: no real data of residents.', untilLabel: 'Until which day?',
  refuse: 'Give no room', refuseLead: 'A no is an answer. Write the reason so that it is of use to the colleague.', refuseLabel: 'Why not?', refuseButton: 'Give no room', refused: 'Answered, with the reason.',
  tell: 'Tell what came of it', tellLead: 'Short is good. What did not work is worth just as much.', tried: 'What did you try?', seen: 'What did you see?', learned: 'What did you learn?', ending: 'And now?', endings: { 'go-on': 'Go on', adapt: 'Adapt and try again', stop: 'Stop' }, tellButton: 'Tell', told: 'Thank you. Everybody can read it.',
  toldTitles: { tried: 'What was tried', seen: 'What was seen', learned: 'What was learned' },
  came: 'What came of it', back: 'Back to the experiments', cancel: 'Back',
  faults: { sponsor: 'Choose a colleague from the list, not who proposes it.', until: 'Choose a day after today, a year ahead at most.', sentence: 'Write one whole sentence at least.', decided: 'This was decided already.', notYet: 'No room was given yet, or it was told already.' },
} satisfies Translation<typeof nl>;
