import type { Landscape, System } from '../../../core/landscape/document.ts';
import type { FormView } from '../../../platform/screen.ts';
import { ButtonLink } from '../../../ui/button/component.tsx';
import { EmptyState } from '../../../ui/empty-state/component.tsx';
import { ErrorSummary } from '../../../ui/error-summary/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Stack } from '../../../ui/section/component.tsx';
import { contractNames } from '../../landscape/public.ts';
import type { OpenQuestion } from '../open-questions.ts';
import { words } from '../words.ts';
import { answerPath, type Asking, QuestionForm } from './question-form.tsx';

type Extra = { readonly landscape: Landscape; readonly system: System; readonly questions: readonly OpenQuestion[] };

const namesIn = (landscape: Landscape): Asking['nameOf'] => (kind, id) => {
  if (kind !== 'contract') return landscape[`${kind}s`].find((item) => item.id === id)?.name ?? id;
  const contract = landscape.contracts.find((item) => item.id === id);
  return contract ? contractNames(landscape)(contract) : id;
};

/** One question on a page of its own: with many suppliers to choose from, or when an answer has to be mended. */
export const AnswerPage = ({ view }: { readonly view: FormView<Extra> }) => {
  const text = words(view.locale);
  const { landscape, system, questions } = view.extra;
  const question = questions.find(({ key }) => key === view.value('question'));
  const back = `/systems/${system.id}`;
  const heading = <HeadingGroup kicker={system.name} title={text.answer.title} lead={text.answer.lead} />;
  if (question === undefined) return <>{heading}<EmptyState level={2} title={text.answer.settled} actions={<ButtonLink href={back}>{text.answer.back}</ButtonLink>} /></>;
  return (
    <Stack>
      <ErrorSummary title={view.faultsTitle} faults={view.faults} idOf={(name) => `${name || 'answer'}-${question.key.replaceAll(/[^\w-]/g, '-')}`} />
      {heading}
      <QuestionForm
        question={question} knowledge={view.knowledge} locale={view.locale} nameOf={namesIn(landscape)} providers={landscape.providers}
        action={answerPath(system.id, question)} hidden={view.value('reading') === '' ? {} : { reading: view.value('reading') }} value={view.value} faultsOf={view.faultsOf}
      />
      <p><ButtonLink kind="link" href={back}>{text.answer.back}</ButtonLink></p>
    </Stack>
  );
};
