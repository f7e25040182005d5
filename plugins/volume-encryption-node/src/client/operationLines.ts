import {
  errorFromBody,
  OPERATION_LINES,
  type OperationLine,
  type OperationProgress,
  type OperationResult,
} from 'backstage-plugin-volume-encryption-common';

export type OnProgress = (progress: OperationProgress) => void;

/** The answer ended before it told how the operation did. */
export class LinesBroken extends Error {}

/**
 * The result in the last line of an answer; what comes before is told as it comes.
 * Throws the error that is in its place, and `LinesBroken`.
 */
export async function resultIn(
  response: Response,
  onProgress: OnProgress = () => {},
): Promise<OperationResult> {
  for await (const text of linesOf(response)) {
    const line = parsed(text);
    if (line.result) return line.result;
    if (line.error) throw errorFromBody(line) ?? foreignError(line.error);
    onProgress(line);
  }
  throw new LinesBroken();
}

/** A backend of before there were lines answers with the result alone. */
function parsed(text: string): OperationLine {
  try {
    const line = JSON.parse(text);
    return 'references' in line ? { result: line } : line;
  } catch {
    throw new LinesBroken();
  }
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  const type = response.headers.get('content-type') ?? '';
  const separator = type.startsWith(OPERATION_LINES) ? '\n' : undefined;
  let rest = '';
  for await (const text of textsOf(response)) {
    rest += text;
    if (separator === undefined) continue;
    const lines = rest.split(separator);
    rest = lines.pop() ?? '';
    yield* lines.filter(Boolean);
  }
  if (rest) yield rest;
}

async function* textsOf({ body }: Response): AsyncGenerator<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const part = await reader?.read().catch(() => {
      throw new LinesBroken();
    });
    if (!part?.value) return;
    yield decoder.decode(part.value, { stream: true });
  }
}

/** Of no code of ours: it is told by the backend's own words. */
function foreignError(error: object): Error {
  const said = 'message' in error ? String(error.message) : 'It failed.';
  return new Error(said);
}
