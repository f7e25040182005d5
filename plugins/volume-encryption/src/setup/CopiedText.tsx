import { CodeSnippet } from '@backstage/core-components';

/** Text as it is, with a button that copies it. */
export function CopiedText({ text }: { text: string }) {
  return (
    <CodeSnippet text={text} language="text" showCopyCodeButton wrapLongLines />
  );
}
