import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  daysLeft,
  type VolumeEncryptionError,
} from 'backstage-plugin-volume-encryption-common';
import type { TenantCredential } from '../TenantCredential';

const NAMED = 10;

/** What failed in one run at one KMS, so that a line tells it once for all. */
export class Failures {
  /** The KMS does not do its part; the others are not tried. */
  outage?: VolumeEncryptionError;
  readonly #byWords = new Map<string, TenantCredential[]>();

  add(credential: TenantCredential, words: string): void {
    const alike = this.#byWords.get(words) ?? [];
    this.#byWords.set(words, [...alike, credential]);
  }

  /** A warning for each cause, with tenants by their ids. */
  log(logger: LoggerService, now: Date): void {
    for (const [words, credentials] of this.#byWords) {
      const ids = credentials.map(({ tenantId }) => tenantId);
      const more = ids.length > NAMED ? `, and ${ids.length - NAMED} more` : '';
      const ends = credentials.flatMap(
        ({ expiresAt }) => daysLeft(now.toISOString(), expiresAt) ?? [],
      );
      const left =
        ends.length > 0 ? `; the first ends in ${Math.min(...ends)} days` : '';
      const named = `${ids.slice(0, NAMED).join(', ')}${more}`;
      logger.warn(`Tokens not renewed (${named}${left}): ${words}`);
    }
  }
}
