import {
  isVolumeEncryptionError,
  type VolumeEncryptionErrorCode,
} from 'backstage-plugin-volume-encryption-common';
import { ownWords } from '../../network/ownWords';
import { inBatches } from '../inBatches';
import type { TenantCredential } from '../TenantCredential';
import { check, dutyOf, reissue, renew, type Duty } from './attend';
import { auditRenewal } from './auditRenewal';
import { Failures } from './Failures';
import type { RenewalParts } from './RenewalParts';

const AT_A_TIME = 8;
/** What was refused, not merely unanswered, is tried again after that. */
const TRY_AGAIN_AFTER = 60 * 60 * 1000;

interface Due {
  credential: TenantCredential;
  duty: Duty;
}

const ACTS = { renew, check, reissue };

/** The KMS does nothing for anybody now. */
const OUT_OF_ORDER: readonly VolumeEncryptionErrorCode[] = [
  'kms-unreachable',
  'kms-sealed',
  'timeout',
  'unknown-kms',
];

/**
 * Renews the tokens of tenants in time, and finds out when one was revoked. What
 * fails is recorded, and tried again with the next run.
 */
export class TokenRenewals {
  readonly #parts: RenewalParts;
  /** By the credential's id: not before that moment. */
  readonly #putOff = new Map<string, number>();

  constructor(parts: RenewalParts) {
    this.#parts = parts;
  }

  /** One run over all tokens there are. Never throws for a token or a KMS. */
  async run(signal?: AbortSignal): Promise<void> {
    const now = this.#parts.now().getTime();
    for (const [id, until] of this.#putOff) {
      if (until <= now) this.#putOff.delete(id);
    }
    const minted = (await this.#parts.credentials.all()).filter(
      ({ id, state }) => state !== 'intent' && !this.#putOff.has(id),
    );
    const kms = [...new Set(minted.map(it => it.kms))];
    await Promise.all(
      kms.map(name => {
        const some = minted.filter(it => it.kms === name);
        return this.#runAt(name, some, signal);
      }),
    );
  }

  async #runAt(
    name: string,
    credentials: readonly TenantCredential[],
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const failures = new Failures();
    const due = credentials.flatMap(credential => {
      const duty = dutyOf(credential, this.#parts.now());
      return duty ? [{ credential, duty }] : [];
    });
    await inBatches(due, { size: AT_A_TIME, signal }, async it => {
      try {
        if (failures.outage) throw failures.outage;
        const kms = this.#parts.systems.kms(name);
        await ACTS[it.duty](it.credential, { kms, signal }, this.#parts);
      } catch (error) {
        if (!signal?.aborted) await this.#fail(it, error, failures);
      }
    });
    failures.log(this.#parts.logger, this.#parts.now());
  }

  async #fail(
    { credential, duty }: Due,
    error: unknown,
    failures: Failures,
  ): Promise<void> {
    const ours = isVolumeEncryptionError(error) ? error : undefined;
    const words = ownWords(error);
    const isOutage = ours !== undefined && OUT_OF_ORDER.includes(ours.code);
    if (isOutage) failures.outage = ours;
    // That a token could not be looked at in time is no failed renewal.
    if (isOutage && duty === 'check') return;
    failures.add(credential, words);
    const { auditor, credentials, now } = this.#parts;
    if (!isOutage) {
      this.#putOff.set(credential.id, now().getTime() + TRY_AGAIN_AFTER);
    }
    const isNews = credential.lastFailure !== words;
    // Told before, it may have been forgotten since, when Vault answered.
    if (isNews || !isOutage) {
      await credentials.recordRenewalFailure(credential.id, words);
    }
    if (isOutage || !isNews) return;
    await auditRenewal(auditor, credential, {
      actionType: duty,
      refusal: words,
    });
  }
}
