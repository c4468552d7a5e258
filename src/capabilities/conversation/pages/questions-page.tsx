/** The human first page: how answers are treated, the questions layer by layer, the mirror and the glasses. */
import type { PageView } from '../../../platform/screen.ts';
import type { Locale } from '../../../platform/words.ts';
import { ButtonLink, PrintButton } from '../../../ui/button/component.tsx';
import { CompassRose } from '../../../ui/compass/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { LayerHeading } from '../../../ui/layer-heading/component.tsx';
import { layerCellClass, LayerName, type LayerNumber } from '../../../ui/layer-name/component.tsx';
import { Notice } from '../../../ui/notice/component.tsx';
import { PaperAnswer, PaperFields, ScreenOnly, Sheet } from '../../../ui/paper/component.tsx';
import { Question, QuestionPair } from '../../../ui/question/component.tsx';
import { Columns, Section } from '../../../ui/section/component.tsx';
import type { Conversation, Glass, Questionnaire } from '../questionnaire.ts';
import { words } from '../words.ts';
import { Glasses, ThroughGlass } from './glasses.tsx';
import { QuestionHelp, Why } from './question-help.tsx';

type View = PageView<{ readonly glass?: string | undefined }, Conversation>;
type Layer = Questionnaire['layers'][number];

const linesForAQuestion = 4;

const LayerLinks = ({ layers, locale }: { readonly layers: readonly Layer[]; readonly locale: Locale }) => {
  const text = words(locale).layers;
  return (
    <ScreenOnly>
      <Section title={text.title} lead={<p>{text.lead}</p>}>
        <nav aria-label={text.title}>
          {layers.map(({ layer, name, about }) => <div class={layerCellClass(layer as LayerNumber)}><LayerName layer={layer as LayerNumber} name={name} what={about} href={`#layer-${layer}`} /></div>)}
        </nav>
      </Section>
    </ScreenOnly>
  );
};

const HowTo = ({ locale }: { readonly locale: Locale }) => {
  const text = words(locale).howTo;
  return (
    <Section title={text.title}>
      <ol>{text.steps.map((step) => <li>{step}</li>)}</ol>
      <PaperFields labels={[text.organisation, text.role, text.date]} />
    </Section>
  );
};

type LayerSheetProps = { readonly layer: Layer; readonly answers: readonly string[]; readonly first: number; readonly glass: Glass | undefined; readonly locale: Locale };

const LayerSheet = ({ layer: { layer, name, about, questions }, answers, first, glass, locale }: LayerSheetProps) => (
  <Sheet id={`layer-${layer}`}>
    <LayerHeading layer={layer as LayerNumber} name={name} about={about} />
    {glass && <ThroughGlass glass={glass} locale={locale} />}
    <QuestionPair>
      {questions.map((question, at) => (
        <Question number={String(first + at)} text={question.question} forWhom={question.forWhom}>
          <Why question={question} locale={locale} />
          <QuestionHelp question={question} locale={locale} />
          <PaperAnswer choices={answers} lines={linesForAQuestion} />
        </Question>
      ))}
    </QuestionPair>
  </Sheet>
);

const Mirror = ({ mirror: { name, intro, questions } }: Pick<Conversation, 'mirror'>) => (
  <Sheet id="mirror">
    <Section title={name} lead={<p>{intro}</p>}>
      <Columns>{questions.map(({ question, help }) => <Question text={question}><p>{help}</p><PaperAnswer lines={5} /></Question>)}</Columns>
    </Section>
  </Sheet>
);

/** Who is nobody yet is asked to sign in on the way. */
const Actions = ({ view }: { readonly view: View }) => {
  const text = words(view.locale);
  return (
    <>
      <ButtonLink kind="primary" href="/conversation/roles">{text.answerTogether}</ButtonLink>
      {view.may('conversation:read') && <ButtonLink href="/conversation/answers">{text.seeAnswers}</ButtonLink>}
      <PrintButton>{text.print}</PrintButton>
    </>
  );
};

export function QuestionsPage({ view }: { readonly view: View }) {
  const { locale, output: { questionnaire, mirror, glasses } } = view;
  const text = words(locale);
  const glass = glasses.items.find(({ id }) => id === view.input.glass);
  const answers = questionnaire.answers.map(({ name }) => name);
  const firstOf = (at: number): number => 1 + questionnaire.layers.slice(0, at).reduce((sum, { questions }) => sum + questions.length, 0);
  return (
    <>
      <HeadingGroup kicker={text.kicker} title={questionnaire.name} lead={questionnaire.intro} actions={<Actions view={view} />} emblem={<CompassRose size={160} />} />
      <Notice kind="info" title={text.treatment.title}>
        <p>{text.treatment.here}</p>
        <ScreenOnly><p>{text.treatment.withAccount} {text.printHint}</p></ScreenOnly>
      </Notice>
      <Columns shape="wide-first">
        <LayerLinks layers={questionnaire.layers} locale={locale} />
        <HowTo locale={locale} />
      </Columns>
      {questionnaire.layers.map((layer, at) => <LayerSheet layer={layer} answers={answers} first={firstOf(at)} glass={glass} locale={locale} />)}
      <Mirror mirror={mirror} />
      <Glasses glasses={glasses} on={glass} locale={locale} />
    </>
  );
}
