import { CopyButton } from '../button/component.tsx';

type CodeBlockProps = { readonly code: string; readonly copy?: { readonly text: string; readonly doneText: string } | undefined };

/** Something to type or paste elsewhere, kept letter for letter; a long line goes on below. */
export const CodeBlock = ({ code, copy }: CodeBlockProps) => (
  <div class="regie-code-block">
    <pre><code>{code}</code></pre>
    {copy && <CopyButton text={code} doneText={copy.doneText}>{copy.text}</CopyButton>}
  </div>
);
