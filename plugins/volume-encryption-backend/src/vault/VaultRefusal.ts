import {
  isVolumeEncryptionError,
  VolumeEncryptionError,
  type VolumeEncryptionErrorCode,
} from 'backstage-plugin-volume-encryption-common';
import { parseJson } from '../network/exchange';
import { textsAt, valueAt } from '../network/valueAt';

/** An answer of Vault that is no success. */
export interface RefusedCall {
  /** The portal's name of the Vault. */
  kms: string;
  /** What was asked for, such as "read the mount". */
  what: string;
  status: number;
  text: string;
  /** The header `Retry-After`: seconds, in the answers of a rate-limit quota. */
  retryAfter?: string;
}

/** While a KV mount becomes version 2 (Vault builtin/logical/kv/upgrade.go). */
const KV_UPGRADES =
  /Upgrading from non-versioned|Waiting for the primary to upgrade/;

/** A standby that finds no active node (Vault http/handler.go, vault/core.go). */
const NO_LEADER =
  /active cluster node not found|no active Vault instance|node is not active/;

/**
 * Vault's "no", in words of ours. Its own texts may repeat what was sent; they
 * are kept where nothing shows them and can only be asked about.
 */
export class VaultRefusal extends VolumeEncryptionError {
  readonly #status: number;
  readonly #texts: string;
  /** Milliseconds that Vault asks to wait, if it does. */
  readonly retryAfterMs?: number;

  constructor(refused: RefusedCall) {
    const texts = textsIn(refused.text);
    super(...meaningOf(refused, texts));
    this.#status = refused.status;
    this.#texts = texts ?? '';
    const seconds = Number(refused.retryAfter);
    if (seconds > 0) this.retryAfterMs = seconds * 1000;
  }

  is(status: number): boolean {
    return this.#status === status;
  }

  /** Whether one of Vault's texts matches; only to tell cases apart. */
  says(pattern: RegExp): boolean {
    return pattern.test(this.#texts);
  }

  /** Vault did not carry it out and would if asked again soon. */
  get passing(): boolean {
    return (
      this.#status === 412 || this.#status === 429 || this.says(KV_UPGRADES)
    );
  }

  /**
   * As while another node becomes the active one. The one that was it may have
   * carried the call out: a standby says the same when it has lost the answer.
   */
  get withoutLeader(): boolean {
    const status = this.#status;
    const lost = status === 307 || status === 502;
    return lost || (status >= 500 && this.says(NO_LEADER));
  }
}

/** True for Vault's "no" with this status. */
export function isRefusal(
  error: unknown,
  status: number,
): error is VaultRefusal {
  return error instanceof VaultRefusal && error.is(status);
}

/** Vault answers an unknown accessor with 400, and older ones with 403. */
export function isUnknownAccessor(error: unknown): boolean {
  return (
    (isRefusal(error, 400) || isRefusal(error, 403)) &&
    error.says(/invalid accessor/)
  );
}

/** What to show of an error that is not thrown on. */
export function wordsOf(error: unknown): string {
  return isVolumeEncryptionError(error) ? error.message : 'It did not answer.';
}

/** Undefined when it is not Vault that answered. */
function textsIn(text: string): string | undefined {
  const body = parseJson(text);
  if (!Array.isArray(valueAt(body, 'errors'))) {
    return valueAt(body, 'warnings') || valueAt(body, 'data') ? '' : undefined;
  }
  return textsAt(body, 'errors').join('\n');
}

function meaningOf(
  { kms, what, status }: RefusedCall,
  texts: string | undefined,
): [VolumeEncryptionErrorCode, string] {
  const could = `Vault "${kms}" did not ${what}`;
  if (status >= 300 && status < 400) {
    return [
      'kms-unreachable',
      `${could}: it answered HTTP ${status}, a redirect, which is not followed. Set the address of the active node, or of a load balancer before it.`,
    ];
  }
  if (texts === undefined) {
    return [
      'kms-unreachable',
      `${could}: HTTP ${status} came with something that is not Vault's. Check its address.`,
    ];
  }
  if (status === 503 && /sealed/i.test(texts)) {
    return ['kms-sealed', `Vault "${kms}" is sealed. Unseal it, then repeat.`];
  }
  if (NO_LEADER.test(texts)) {
    return [
      'kms-unreachable',
      `${could}: it has no active node at the moment. Try again later.`,
    ];
  }
  if (status === 429) {
    return [
      'kms-unreachable',
      `${could}: its rate limit is used up. Try again later, or raise the quota.`,
    ];
  }
  if (status === 403) {
    return [
      'kms-denied',
      `Vault "${kms}" does not let the portal ${what}: its token has ended, or its policy lacks the right.`,
    ];
  }
  if (status === 404) return ['not-found', `${could}: it is not there.`];
  if (status === 400) return ['invalid-input', `${could}: HTTP 400.`];
  return ['kms-unreachable', `${could}: HTTP ${status}. Try again later.`];
}
