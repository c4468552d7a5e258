import { Disclosure } from '../disclosure/component.tsx';
import type { Example } from '../testing/example.ts';
import { Question, QuestionPair } from './component.tsx';

export const examples: readonly Example[] = [
  {
    name: 'two questions',
    node: (
      <QuestionPair>
        <Question number="1" text="Kunnen wij hier weg, en hebben wij dat geoefend?" forWhom="Voor het bestuur en de CIO"><p>Wie niet weg kan, heeft geen keus en geen stem.</p><Disclosure summary="Wat een goed antwoord is"><p>Het exitplan is kort geleden geoefend.</p></Disclosure></Question>
        <Question number="2" text="Wie kan onderweg meelezen?" />
      </QuestionPair>
    ),
  },
];
