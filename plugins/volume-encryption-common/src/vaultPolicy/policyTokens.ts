import { VolumeEncryptionError } from '../contract/errors';

/** A piece of HCL that means something. */
export interface PolicyToken {
  kind: 'text' | 'word' | 'number' | 'sign' | 'end';
  /** As it is meant: without quotes and escapes. */
  value: string;
  /** From 1. */
  line: number;
}

/** Space and comments, or a token; the texts of templates are plain texts. */
const PIECE =
  /(?<space>\s+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<text>"(?:[^"\\\n]|\\.)*")|(?<word>[A-Za-z_][\w-]*)|(?<number>-?\d+(?:\.\d+)?)|(?<sign>[{}[\]=,])/y;

/** The tokens of a policy. Throws `invalid-input` that names the line. */
export function policyTokens(text: string): PolicyToken[] {
  const tokens: PolicyToken[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length) {
    PIECE.lastIndex = at;
    const [piece, groups] = matchOf(PIECE.exec(text));
    if (piece === undefined) throw notUnderstood(line);
    const token = tokenOf(groups, line);
    if (token) tokens.push(token);
    line += piece.split('\n').length - 1;
    at += piece.length;
  }
  return [...tokens, { kind: 'end', value: 'the end', line }];
}

/** What to throw for what a policy cannot say, or we do not understand. */
export function notUnderstood(line: number): VolumeEncryptionError {
  return new VolumeEncryptionError(
    'invalid-input',
    `Line ${line} of the policy is not understood: write it in HCL, as "path" blocks.`,
  );
}

type Groups = Partial<Record<string, string>>;

function matchOf(match: RegExpExecArray | null): [string?, Groups?] {
  return match ? [match[0], match.groups] : [];
}

function tokenOf(
  { text, word, number, sign }: Groups = {},
  line: number,
): PolicyToken | undefined {
  if (text !== undefined) {
    return { kind: 'text', value: unescaped(text, line), line };
  }
  if (word !== undefined) return { kind: 'word', value: word, line };
  if (number !== undefined) return { kind: 'number', value: number, line };
  return sign === undefined ? undefined : { kind: 'sign', value: sign, line };
}

/** HCL escapes in texts as JSON does, and a few more that no policy needs. */
function unescaped(quoted: string, line: number): string {
  try {
    const value: unknown = JSON.parse(quoted);
    if (typeof value === 'string') return value;
  } catch {
    // Said below.
  }
  throw notUnderstood(line);
}
