import {
  accessorsIn,
  custodyDrift,
  notCompared,
  renderCustodySetup,
  type CustodyDrift,
  type CustodySetup,
  type IsolationMatrix,
  type PortalIdentity,
  type SetupPlace,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster, Kms } from 'backstage-plugin-volume-encryption-node';
import type { AssuranceParts } from './AssuranceParts';
import { allClusters } from './clustersOf';
import { isolationMatrix } from './isolationMatrix';
import { IsolationRuns } from './IsolationRuns';
import { knowsNoTokens } from './knowsNoTokens';
import { observe } from '../status/observe';
import { portalIdentity } from './portalIdentity';
import { readSetup } from './readSetup';

/** Whose set-up: that of the tenants of one cluster in one KMS. */
type Which = { kms: string; cluster: string };

/** Proves that the set-up, the portal and the tenants may what they should and no more. */
export class Assurance {
  readonly #parts: AssuranceParts;
  readonly #runs: IsolationRuns;

  constructor(parts: AssuranceParts) {
    this.#parts = parts;
    this.#runs = new IsolationRuns(parts);
  }

  /**
   * The set-up for an administrator to apply. Throws `unknown-kms`,
   * `unknown-cluster`. Where the KMS does not tell the accessors of its auth
   * mounts, a command puts them in.
   */
  async setup(which: Which): Promise<CustodySetup> {
    const { kms, place } = this.#placeOf(which);
    const authMounts = await observe(this.#now(), () =>
      kms.setup.authMounts({}),
    );
    return renderCustodySetup(
      kms.name,
      place,
      accessorsIn({ authMounts }, place),
    );
  }

  /** How the set-up in the KMS differs from that. Throws as `setup`. */
  async drift(which: Which): Promise<CustodyDrift> {
    const { kms, of, place } = this.#placeOf(which);
    const observedAt = this.#now();
    const [found, withoutTokens] = await Promise.all([
      readSetup({ kms, of }, place, observedAt),
      knowsNoTokens(this.#parts, kms.name),
    ]);
    const items = [
      ...custodyDrift({ ...place, withoutTokens }, found),
      ...notCompared(place, kms.custodian !== undefined),
    ];
    return { ...which, items, observedAt };
  }

  /** What the portal may do, beside what it has to. Throws `unknown-kms`. */
  identity({ kms }: Pick<Which, 'kms'>): Promise<PortalIdentity> {
    return portalIdentity(this.#parts, kms);
  }

  /** What tenants may do on the keys of others. Throws `unknown-kms`. */
  async isolation(page: {
    kms: string;
    limit: number;
    offset: number;
  }): Promise<IsolationMatrix> {
    const kms = this.#parts.systems.kms(page.kms);
    return isolationMatrix(await this.#runs.latest(kms), page);
  }

  #placeOf(which: Which): { kms: Kms; of: Cluster; place: SetupPlace } {
    const { systems } = this.#parts;
    const kms = systems.kms(which.kms);
    const of = systems.cluster(which.cluster);
    const clusters = allClusters(this.#parts);
    const names = kms.custodyNames;
    return { kms, of, place: { names, cluster: of.name, clusters } };
  }

  #now(): string {
    return this.#parts.now().toISOString();
  }
}
