import type { Deadline } from './Deadline';
import { TooLarge } from './exchange';
import { textAt } from './valueAt';

/** Why a server gave no answer: a kind for code, and words for people. */
export interface NoAnswer {
  kind: 'aborted' | 'timeout' | 'unreachable';
  /** Part of a sentence, such as "nothing listens at its address". */
  why: string;
}

const UNTRUSTED = 'its certificate is not trusted; set the CA file';
const CLOSED = 'it closed the connection';
const UNKNOWN_HOST = 'its host name cannot be resolved';

/** By the codes of Node.js and OpenSSL (Node's doc/api/errors.md, tls.md). */
const WHY: Record<string, string> = {
  ECONNREFUSED: 'nothing listens at its address',
  ECONNRESET: CLOSED,
  EPIPE: CLOSED,
  ENOTFOUND: UNKNOWN_HOST,
  EAI_AGAIN: UNKNOWN_HOST,
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  DEPTH_ZERO_SELF_SIGNED_CERT: UNTRUSTED,
  SELF_SIGNED_CERT_IN_CHAIN: UNTRUSTED,
  UNABLE_TO_GET_ISSUER_CERT: UNTRUSTED,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNTRUSTED,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNTRUSTED,
  CERT_SIGNATURE_FAILURE: UNTRUSTED,
};

/**
 * Tells from a network error's code, and from nothing else of it, what
 * happened: the rest could hold headers or a body.
 */
export function explainNoAnswer(error: unknown, deadline: Deadline): NoAnswer {
  if (deadline.caller?.aborted) {
    return { kind: 'aborted', why: 'the caller stopped' };
  }
  if (deadline.passed) {
    const why = `no answer within ${deadline.milliseconds} ms`;
    return { kind: 'timeout', why };
  }
  if (error instanceof TooLarge) {
    return { kind: 'unreachable', why: 'its answer is too large' };
  }
  const code = codeOf(error);
  const why = WHY[code] ?? `the connection failed (${code})`;
  return { kind: 'unreachable', why };
}

function codeOf(error: unknown): string {
  const code = textAt(error, 'code') ?? '';
  return /^\w{1,60}$/.test(code) ? code : 'unknown';
}
