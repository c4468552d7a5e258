import type { Child } from 'hono/jsx';

type QuestionProps = {
  readonly id?: string | undefined;
  readonly number?: string | undefined;
  readonly text: string;
  /** Whom it is asked, or another short line under it. */
  readonly forWhom?: string | undefined;
  readonly level?: 2 | 3 | 4 | undefined;
  readonly children?: Child;
};

/** A question to talk about, with what helps to answer it. On paper it stays on one sheet. */
export const Question = ({ id, number, text, forWhom, level = 3, children }: QuestionProps) => {
  const Heading = `h${level}` as const;
  return (
    <article class="regie-question" id={id}>
      {number && <p class="regie-question__number" aria-hidden="true">{number}</p>}
      <Heading class="regie-question__text">{text}</Heading>
      {forWhom && <p class="regie-quiet">{forWhom}</p>}
      {children}
    </article>
  );
};

/** Questions beside each other where there is room, below each other on a phone and on paper. */
export const QuestionPair = ({ children }: { readonly children?: Child }) => <div class="regie-question-pair">{children}</div>;
