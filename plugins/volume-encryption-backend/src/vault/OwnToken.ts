import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { KmsConfig } from '../config/types';
import { numberAt, textAt, valueAt } from '../network/valueAt';
import { timeIn } from './tokenDescription';
import { VaultClient } from './VaultClient';
import { isRefusal, wordsOf } from './VaultRefusal';

/** A token file may be replaced by one that ends sooner. */
const LOOK_AT_LEAST_EVERY_MS = 5 * 60_000;
const LOOK_AT_MOST_EVERY_MS = 1_000;

/** What Vault says of a token, as far as its end depends on it. */
interface Lifetime {
  accessor: string;
  /** Seconds left; 0 for a token that does not end. */
  left: number;
  /** Seconds that it was made for: the period of a periodic token. */
  whole: number;
  renewable: boolean;
}

/**
 * Keeps alive the Vault token that the portal was given, or found in a file:
 * renews it when two thirds of its time have passed, and warns when that is not
 * possible. Logins need none of it: they are made anew (`Session`).
 */
export class OwnToken {
  readonly #vault: VaultClient;
  /** What was warned of last, to say it once. */
  #warned = '';

  constructor(
    private readonly config: KmsConfig,
    private readonly logger: Pick<LoggerService, 'info' | 'warn'>,
  ) {
    this.#vault = new VaultClient(config);
  }

  /** Looks after it until the signal aborts; keeps no process alive. */
  async follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const wait = await this.look(signal);
      const options = { signal, ref: false };
      await sleep(wait, undefined, options).catch(() => {});
    }
  }

  /** Renews the token if it is time. Never throws. Milliseconds to the next look. */
  async look(signal?: AbortSignal): Promise<number> {
    try {
      const lifetime = await this.#lookUp(signal);
      return untilDue(await this.#care(lifetime, signal));
    } catch (error) {
      if (isRefusal(error, 403)) {
        this.#warn('refused', 'has ended or was revoked: put another in place');
      } else if (!signal?.aborted) {
        this.#warn(wordsOf(error), `is not looked after: ${wordsOf(error)}`);
      }
      return LOOK_AT_LEAST_EVERY_MS;
    }
  }

  async #lookUp(signal?: AbortSignal): Promise<Lifetime> {
    const what = 'look up the token of the portal';
    const path = 'auth/token/lookup-self';
    const data = valueAt(
      await this.#vault.read(path, { what, signal }),
      'data',
    );
    return {
      accessor: textAt(data, 'accessor') ?? '',
      left: numberAt(data, 'ttl') ?? 0,
      whole: numberAt(data, 'creation_ttl') ?? 0,
      renewable: valueAt(data, 'renewable') === true,
    };
  }

  /** Its lifetime after what there was to do. */
  async #care(its: Lifetime, signal?: AbortSignal): Promise<Lifetime> {
    if (its.left > 0 && !its.renewable) {
      this.#warnOfEnd(its, 'is not renewable');
      return its;
    }
    if (its.left === 0 || !isDue(its)) {
      this.#warned = '';
      return its;
    }
    const renewed = { ...its, left: await this.#renew(its, signal) };
    if (isDue(renewed)) this.#warnOfEnd(renewed, 'cannot be prolonged');
    else this.logger.info(`${this.#name()} was renewed.`);
    return renewed;
  }

  /**
   * For as long as it was made for: without that Vault takes the time of the last
   * renewal. The seconds left then; as before, where Vault refuses.
   */
  async #renew(
    { left, whole }: Lifetime,
    signal?: AbortSignal,
  ): Promise<number> {
    const what = 'renew the token of the portal';
    const path = 'auth/token/renew-self';
    const body = { increment: whole };
    try {
      const answer = await this.#vault.write(path, body, { what, signal });
      return numberAt(answer, 'auth', 'lease_duration') ?? 0;
    } catch (error) {
      if (isRefusal(error, 400) || isRefusal(error, 403)) return left;
      throw error;
    }
  }

  /** Once when it is noticed, and once more in its last third. */
  #warnOfEnd(its: Lifetime, why: string): void {
    const end = timeIn(its.left, new Date());
    this.#warn(
      `${its.accessor} ${why} ${isDue(its)}`,
      `${why} and ends at ${end}: put another in place before, best a periodic one`,
    );
  }

  #warn(about: string, what: string): void {
    if (this.#warned === about) return;
    this.#warned = about;
    this.logger.warn(`${this.#name()} ${what}.`);
  }

  #name(): string {
    return `The portal's token for Vault "${this.config.name}"`;
  }
}

/** Of the KMSs at which the portal has a token that is not a login's. */
export function ownTokens(
  kms: readonly KmsConfig[],
  logger: Pick<LoggerService, 'info' | 'warn'>,
): OwnToken[] {
  return kms
    .filter(({ auth: { method } }) => /^token(-file)?$/.test(method))
    .map(it => new OwnToken(it, logger));
}

/** In its last third. */
function isDue({ left, whole }: Lifetime): boolean {
  return left <= whole / 3;
}

function untilDue(its: Lifetime): number {
  const { left, whole } = its;
  const seconds = isDue(its) ? left / 3 : left - whole / 3;
  const wait = left === 0 ? LOOK_AT_LEAST_EVERY_MS : seconds * 1000;
  return Math.min(
    Math.max(wait, LOOK_AT_MOST_EVERY_MS),
    LOOK_AT_LEAST_EVERY_MS,
  );
}
