import type { Deadline } from './Deadline';
import { TlsWanted, TooLarge } from './exchange';
import { ClosedPlain } from './open';
import { textAt } from './valueAt';

/** Why a server gave no answer: a kind for code, and words for people. */
export interface NoAnswer {
  kind: 'aborted' | 'timeout' | 'unreachable';
  /** Part of a sentence, such as "nothing listens at its address". */
  why: string;
}

const UNTRUSTED =
  'its certificate is not trusted, for nobody in the CA file has signed it; set the CA file, or let it send the certificates between';
const SELF_SIGNED =
  'its certificate is not trusted, for it is self-signed; set the CA file';
const OTHER_NAME =
  'its certificate is for another name; set the name to expect, or another address';
const CLIENT = 'it does not take the client certificate, or misses one';
const CLOSED = 'it closed the connection';
const UNKNOWN_HOST = 'its host name cannot be resolved';
const NO_TLS = 'it does not speak TLS; use http:// or another port';
const TLS = 'it speaks TLS; use https://';
const NO_HTTP = 'its answer is not HTTP; if it speaks TLS, use https://';

/** By the codes of Node.js and OpenSSL (Node's doc/api/errors.md, tls.md). */
const WHY: Record<string, string> = {
  ECONNREFUSED: 'nothing listens at its address',
  ECONNRESET: CLOSED,
  EPIPE: CLOSED,
  ENOTFOUND: UNKNOWN_HOST,
  EAI_AGAIN: UNKNOWN_HOST,
  CERT_HAS_EXPIRED: 'its certificate has expired; renew it',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet; compare the clocks',
  ERR_TLS_CERT_ALTNAME_INVALID: OTHER_NAME,
  INVALID_PURPOSE: 'its certificate is not one for servers',
  DEPTH_ZERO_SELF_SIGNED_CERT: SELF_SIGNED,
  SELF_SIGNED_CERT_IN_CHAIN: UNTRUSTED,
  UNABLE_TO_GET_ISSUER_CERT: UNTRUSTED,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNTRUSTED,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNTRUSTED,
  CERT_SIGNATURE_FAILURE: UNTRUSTED,
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: CLIENT,
  ERR_SSL_TLSV1_ALERT_UNKNOWN_CA: CLIENT,
  ERR_SSL_SSL_ALERT_BAD_CERTIFICATE: CLIENT,
  ERR_SSL_WRONG_VERSION_NUMBER: NO_TLS,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: NO_TLS,
  EPROTO: NO_TLS,
  ERR_INVALID_CHAR: 'the portal has a credential that no header can hold',
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
  return { kind: 'unreachable', why: whyOf(error) };
}

function whyOf(error: unknown): string {
  if (error instanceof TooLarge) return 'its answer is too large';
  if (error instanceof TlsWanted) return TLS;
  if (error instanceof ClosedPlain)
    return `${CLOSED}; if it speaks TLS, use https://`;
  const code = codeOf(error);
  if (code.startsWith('HPE_')) return NO_HTTP;
  return WHY[code] ?? `the connection failed (${code})`;
}

function codeOf(error: unknown): string {
  const code = textAt(error, 'code') ?? '';
  return /^\w{1,60}$/.test(code) ? code : 'unknown';
}
