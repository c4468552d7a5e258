/** What helps to answer a question, folded: what a good answer is, and what stands behind it in law. */
import type { Locale } from '../../../platform/words.ts';
import { DefinitionList } from '../../../ui/definition-list/component.tsx';
import { Disclosure } from '../../../ui/disclosure/component.tsx';
import { Link } from '../../../ui/link/component.tsx';
import { ScreenOnly } from '../../../ui/paper/component.tsx';
import type { Ground, Question } from '../questionnaire.ts';
import { words } from '../words.ts';

const GroundLine = ({ ground: { name, article, text, url }, locale }: { readonly ground: Ground; readonly locale: Locale }) => {
  const said = article === undefined ? name : `${name}, ${words(locale).article(article)}`;
  return <li>{url === undefined ? said : <Link href={url}>{said}</Link>}{text && <ScreenOnly inline><span class="regie-quiet"> {text}</span></ScreenOnly>}</li>;
};

export const Why = ({ question, locale }: { readonly question: Question; readonly locale: Locale }) => <p><strong>{words(locale).why}</strong> {question.why}</p>;

export const QuestionHelp = ({ question, locale }: { readonly question: Question; readonly locale: Locale }) => {
  const text = words(locale);
  const items = [
    { term: text.goodAnswer, value: question.goodAnswer },
    { term: text.law, value: question.law },
    { term: text.grounds, value: <ul>{question.grounds.map((ground) => <GroundLine ground={ground} locale={locale} />)}</ul> },
  ];
  return <Disclosure summary={text.more}><DefinitionList items={items} shape="stacked" /></Disclosure>;
};
