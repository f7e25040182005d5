import { readFileSync } from 'node:fs';
import { renderCustodySetup } from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import { wireKubernetesAuth, type Testbed } from 'testbed';
import type { KmsConfig } from '../../config/types';
import type { TenantCredential } from '../../custody';
import { tokenMeta } from '../../custody/ourToken';
import {
  accountIn,
  clusterHolding,
  connectionsMap,
  indexOf,
  recordOf,
} from '../../inspection/__testUtils__/indexOf';
import { fingerprintsOf } from '../../network/fingerprintsOf';
import { textAt, valueAt } from '../../network/valueAt';
import { Systems } from '../../systems';
import { createKms } from '../../vault/createKms';
import { askVault, callVault } from '../../vault/__testUtils__/administrate';
import { serviceAccountToken } from '../../vault/__testUtils__/serviceAccounts';
import { Assurance } from '../Assurance';
import { applySetup } from './applySetup';

const AUTH_MOUNTS: Record<string, string> = {
  prod: 'kubernetes',
  dev: 'kubernetes-dev',
};

/** Two namespaces, which there are on both clusters. */
export const [ACCOUNTS, TOKENS] = ['with-accounts', 'with-tokens'];

/** What each tenant has in its mount. */
export const KEY = 'some-volume';

/**
 * A real Vault that keeps keys of the clusters `prod` and `dev` by the set-up as
 * it is rendered, with a tenant of each custody on both, in namespaces of the
 * same name.
 */
export class VaultOfTwoClusters {
  readonly kms: Kms;
  readonly admin: ReturnType<typeof callVault>;
  readonly #testbed: Testbed;
  /** The API server of each cluster. */
  readonly #kubernetes: Record<string, Testbed['kubernetes']>;
  readonly #credentials: TenantCredential[] = [];

  /** @param testbed - the Vault, and `prod` */
  static async setUp(
    testbed: Testbed,
    dev: Testbed['kubernetes'],
  ): Promise<VaultOfTwoClusters> {
    const { vaultAddr, rootToken } = testbed;
    const admin = callVault(vaultAddr, rootToken);
    await wireKubernetesAuth(testbed, AUTH_MOUNTS.prod);
    await wireKubernetesAuth({ ...testbed, kubernetes: dev }, AUTH_MOUNTS.dev);
    const root = createKms(configOf(vaultAddr, rootToken));
    for (const cluster of Object.keys(AUTH_MOUNTS)) {
      await writeSetup(admin, root, cluster);
    }
    const made = await admin('POST', 'auth/token/create-orphan', {
      policies: ['volume-encryption-portal'],
      no_default_policy: true,
      period: '24h',
    });
    const token = textAt(made, 'auth', 'client_token') ?? '';
    const its = new VaultOfTwoClusters({ testbed, dev, admin, token });
    await its.#mintTokens();
    await its.#makeKeys();
    return its;
  }

  private constructor(its: {
    testbed: Testbed;
    dev: Testbed['kubernetes'];
    admin: ReturnType<typeof callVault>;
    token: string;
  }) {
    const { testbed, dev, admin, token } = its;
    this.#testbed = testbed;
    this.#kubernetes = { prod: testbed.kubernetes, dev };
    this.admin = admin;
    this.kms = createKms(configOf(testbed.vaultAddr, token));
  }

  /** Has the auth mount of `dev` ask the API server of a cluster. */
  async askOfDev(cluster: string): Promise<void> {
    const kubernetes = this.#kubernetes[cluster];
    await wireKubernetesAuth({ ...this.#testbed, kubernetes }, AUTH_MOUNTS.dev);
  }

  /** Undoes whatever a test has changed. */
  async restore(): Promise<void> {
    const { vaultAddr, rootToken } = this.#testbed;
    const root = createKms(configOf(vaultAddr, rootToken));
    for (const cluster of Object.keys(AUTH_MOUNTS)) {
      await writeSetup(this.admin, root, cluster);
    }
    await this.askOfDev('dev');
  }

  /** As an administrator who attaches policies to a tenant's entity. */
  async giveTokenOf(cluster: string, policies: string[]): Promise<void> {
    const { accessor } =
      this.#credentials.find(it => it.cluster === cluster) ?? {};
    const token = await this.kms.tokens.lookup(accessor ?? '', {});
    const path = `identity/entity/id/${token?.entityId}`;
    await this.admin('POST', path, { policies });
  }

  async assurance(): Promise<Assurance> {
    const connections = connectionsMap({
      sa: ['vaulttenantsa', this.#testbed.vaultAddr],
      tokens: ['vaulttokens', this.#testbed.vaultAddr],
    });
    const held = {
      ConfigMap: [connections],
      ServiceAccount: [accountIn(ACCOUNTS)],
    };
    const clusters = Object.keys(AUTH_MOUNTS).map(name => {
      const { url: address, caFile } = this.#kubernetes[name];
      const authorities = fingerprintsOf(readFileSync(caFile, 'utf8'));
      const apiServer = async () => ({ address, authorities });
      return { ...clusterHolding(held, { name }), apiServer };
    });
    return new Assurance({
      index: await indexOf(clusters),
      systems: new Systems({ clusters, kms: [this.kms] }),
      credentials: { all: async () => this.#credentials },
      now: () => new Date(),
    });
  }

  /**
   * What a login of the tenant's ServiceAccount on a cluster may do at paths,
   * asked of Vault with the token of a real login.
   */
  async allowedByLogin(cluster: string, paths: string[]) {
    const token = await this.logIn(cluster, ACCOUNTS);
    const body = { token, paths };
    return valueAt(await this.admin('POST', 'sys/capabilities', body), 'data');
  }

  async logIn(cluster: string, namespace: string): Promise<string> {
    const { body } = await this.tryLogIn({ cluster, namespace });
    return textAt(body, 'auth', 'client_token') ?? '';
  }

  /** @param at - the cluster whose auth mount it is; that of the account unless told */
  async tryLogIn(account: { cluster: string; namespace: string; at?: string }) {
    const { vaultAddr: url, rootToken } = this.#testbed;
    const { cluster, namespace, at = cluster } = account;
    const kubernetes = this.#kubernetes[cluster];
    const tokens = { portalToken: '', custodianToken: '' };
    const jwt = await serviceAccountToken(
      { url, rootToken, ...tokens, kubernetes },
      { namespace },
    );
    const body = { role: 'csi-tenant', jwt };
    return askVault({ url })('POST', `auth/${AUTH_MOUNTS[at]}/login`, body);
  }

  async #makeKeys(): Promise<void> {
    for (const cluster of Object.keys(AUTH_MOUNTS)) {
      for (const namespace of [ACCOUNTS, TOKENS]) {
        const mount = `csi/${cluster}.${namespace}`;
        await this.kms.ensureMount(mount, {});
        const data = { passphrase: 'of a test' };
        await this.admin('POST', `${mount}/data/${KEY}`, { data });
      }
    }
  }

  async #mintTokens(): Promise<void> {
    for (const cluster of Object.keys(AUTH_MOUNTS)) {
      const tenantId = `${cluster}.${TOKENS}`;
      const id = `id-of-${cluster}`;
      const place = { cluster, tenantId, kms: this.kms.name, id };
      const credential = recordOf(TOKENS, place);
      const meta = tokenMeta(credential);
      const { accessor } = await this.kms.tokens.mint({ tenantId, meta }, {});
      this.#credentials.push({ ...credential, accessor });
    }
  }
}

async function writeSetup(
  admin: ReturnType<typeof callVault>,
  root: Kms,
  cluster: string,
): Promise<void> {
  const authMount = AUTH_MOUNTS[cluster];
  const clusters = Object.keys(AUTH_MOUNTS);
  const place = { names: root.custodyNames, cluster, clusters };
  const mounts = await root.setup.authMounts({});
  const accessorOf = (path: string) =>
    mounts.find(it => it.path === path)?.accessor;
  const setup = renderCustodySetup(root.name, place, {
    kubernetes: accessorOf(authMount),
    token: accessorOf('token'),
  });
  await applySetup(admin, setup, authMount);
}

function configOf(address: string, token: string): KmsConfig {
  const role = 'csi-tenant';
  return {
    name: 'vault',
    address,
    otherAddresses: [],
    auth: { method: 'token', token },
    mountPrefix: 'csi',
    tokenRole: role,
    custody: {
      tokenPolicy: 'csi-tenant-token',
      tokenPeriodSeconds: 720 * 3600,
      tokenBoundCidrs: [],
      portalPolicy: 'volume-encryption-portal',
      clusters: [
        {
          cluster: 'dev',
          authMount: AUTH_MOUNTS.dev,
          role,
          policy: 'csi-tenant-sa-dev',
        },
      ],
    },
    timeoutMs: 10_000,
    maxConnections: 16,
  };
}
