import {
  unknown,
  valueOf,
  type KeyDescription,
  type KmsView,
  type LoginPlace,
  type Observed,
  type RoleSettings,
} from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import { Recent } from './Recent';

const HEALTH_TTL_MS = 5_000;
const KEY_TTL_MS = 15_000;
const MAX_KEYS = 50_000;
const MAX_FOLDERS = 5_000;
const MAX_ROLES = 5_000;

/**
 * Milliseconds for which what was seen counts where asking again costs too much,
 * such as a key that metadata showed as present while its name is listed: somewhat
 * less than that after which a fact says nothing of now (`facts-outdated`).
 */
export const LATELY_MS = 4 * 60_000;

/** How a key is asked for. */
export interface KeyAsking {
  deadline: Promise<void>;
  /**
   * Whether a key that was there some minutes ago counts as there for as long as
   * its folder lists it: one call for all keys of a tenant.
   */
  byList?: boolean;
}

/**
 * What KMSs say of themselves and of keys, remembered for a short time. A KMS
 * that is down or sealed is not asked for keys, so that it costs one call and
 * not one for each volume.
 */
export class KmsFacts {
  readonly #health: Recent<KmsView>;
  readonly #keys: Recent<KeyDescription>;
  readonly #folders: Recent<ReadonlySet<string>>;
  readonly #roles: Recent<RoleSettings | undefined>;

  constructor(private readonly now: () => Date) {
    this.#health = new Recent({
      ttlMs: HEALTH_TTL_MS,
      // Nobody is served by "it was unsealed then".
      standsIn: false,
      limit: 1000,
      now,
    });
    this.#keys = new Recent({
      ttlMs: KEY_TTL_MS,
      standsIn: true,
      limit: MAX_KEYS,
      now,
      // A key may come with a mount, or back by an undelete, at any moment.
      isLasting: ({ presence }) => presence === 'present',
    });
    this.#folders = new Recent({
      ttlMs: KEY_TTL_MS,
      // A key may have gone since an older list.
      standsIn: false,
      limit: MAX_FOLDERS,
      now,
    });
    this.#roles = new Recent({
      ttlMs: KEY_TTL_MS,
      standsIn: true,
      limit: MAX_ROLES,
      now,
      isLasting: role => role !== undefined,
    });
  }

  /** Health as of some seconds ago at most; `unknown` when it is slow to say. */
  async health(kms: Kms, deadline: Promise<void>): Promise<KmsView> {
    const ask = () => kms.health({});
    const health = await this.#health.read(kms.name, ask, deadline);
    if (health.status === 'observed') return health.value;
    return {
      name: kms.name,
      address: kms.addresses[0],
      state: 'unknown',
      message: health.detail,
      peers: [],
      observedAt: this.now().toISOString(),
    };
  }

  /** Asks for health now, and lets nothing else count as fresh. */
  async renew(kms: Kms): Promise<void> {
    this.#health.expire(name => name === kms.name);
    const isOfKms = (key: string) => key.startsWith(`${kms.name}\n`);
    this.#keys.expire(isOfKms);
    this.#folders.expire(isOfKms);
    this.#roles.expire(isOfKms);
    await this.health(kms, new Promise(() => {}));
  }

  /**
   * What the KMS says of a key; what it said before while it cannot be asked, or
   * while it lists the key, if that will do. Dated by when its metadata was read.
   */
  async key(
    kms: Kms,
    location: { mount: string; name: string },
    { deadline, byList = false }: KeyAsking,
  ): Promise<Observed<KeyDescription>> {
    const key = keyOf(kms, location);
    const why = silenceOf(await this.health(kms, deadline));
    if (why) return this.#keys.peek(key, why);
    const known = byList && this.#keys.seenWithin(key, LATELY_MS);
    if (known && (await this.#isListed(kms, location, deadline))) return known;
    return this.#keys.read(key, () => kms.describeKey(location, {}), deadline);
  }

  /** A key that was seen of late, without a call. */
  recallKey(
    kms: Kms,
    location: { mount: string; name: string },
  ): Observed<KeyDescription> | undefined {
    return this.#keys.recall(keyOf(kms, location), LATELY_MS);
  }

  /**
   * The role that ServiceAccounts log in to, one call for all tenants of it; what
   * it was before while the KMS cannot be asked. Undefined: it is not there.
   */
  async role(
    kms: Kms,
    place: LoginPlace,
    deadline: Promise<void>,
  ): Promise<Observed<RoleSettings | undefined>> {
    const { namespace, mount, role } = place;
    const key = [kms.name, namespace, mount, role].join('\n');
    const why = silenceOf(await this.health(kms, deadline));
    if (why) return this.#roles.peek(key, why);
    const ask = () => kms.setup.readAuthRole(place, {});
    return this.#roles.read(key, ask, deadline);
  }

  /** False where it is not known as well. */
  async #isListed(
    kms: Kms,
    { mount, name }: { mount: string; name: string },
    deadline: Promise<void>,
  ): Promise<boolean> {
    const parts = name.split('/');
    const folder = parts.slice(0, -1).join('/');
    const list = await this.#folders.read(
      [kms.name, mount, folder].join('\n'),
      () => kms.listKeys({ mount, folder }, {}),
      deadline,
    );
    return valueOf(list)?.has(parts.at(-1) ?? '') ?? false;
  }
}

function keyOf({ name }: Kms, location: { mount: string; name: string }) {
  return [name, location.mount, location.name].join('\n');
}

/** Why a KMS need not be asked for a key now. */
export function silenceOf({
  name,
  state,
  message,
}: KmsView): Observed<never> | undefined {
  const detail = `KMS "${name}" is ${state}. ${message ?? ''}`.trim();
  switch (state) {
    case 'sealed':
    case 'uninitialised':
      return unknown('sealed', detail);
    case 'unreachable':
      return unknown('unreachable', detail);
    case 'unknown':
      return unknown('timeout', detail);
    default:
      return undefined;
  }
}
