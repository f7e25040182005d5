import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { Cluster, Kms } from 'backstage-plugin-volume-encryption-node';
import knexFactory from 'knex';
import { clientNode } from '../../cluster/clientNode';
import { createCluster } from '../../cluster/createCluster';
import { USUAL_CUSTODY } from '../../config/readCustody';
import type { KmsConfig } from '../../config/types';
import { TenantCredentialStore } from '../../custody';
import { Receipts } from '../../custody/receipts/Receipts';
import { createKms } from '../../vault/createKms';
import { OperationService, type OperationParts } from '../OperationService';
import { Systems } from '../../systems';
import {
  kubernetesAdministrator,
  vaultCaller,
  type Call,
} from './administrator';
import { clusterName, type OperationsUnderTest } from './OperationsUnderTest';
import { csiNamespace } from './prepareCluster';

/** One namespace, one database and the portal's two adapters, for one test. */
export interface Workbench {
  namespace: string;
  cluster: Cluster;
  kms: Kms;
  credentials: TenantCredentialStore;
  receipts: Receipts;
  /** Logs to {@link lines}. */
  logger: LoggerService;
  /** Everything that was logged, with its fields. */
  lines: string[];
  /** Every token that was minted here, delivered or not. */
  minted: { token: string; accessor: string }[];
  kubernetes: Call;
  vault: Call;
  service(parts?: Partial<OperationParts>): OperationService;
  /** All bytes of the database's files, as text. */
  databaseText(): Promise<string>;
  close(): Promise<void>;
}

const unseen = { claimVolume: async () => undefined };

/** Makes a namespace that the platform has prepared for a tenant. */
export async function workbench(
  under: OperationsUnderTest,
  given: { tokenWrapTtl?: number } = {},
): Promise<Workbench> {
  // Jest refuses to load a module between two hooks, where a watch may run.
  await clientNode();
  const namespace = `operations-${randomBytes(4).toString('hex')}`;
  const kubernetes = kubernetesAdministrator(under);
  await kubernetes('POST', '/api/v1/namespaces', {
    metadata: { name: namespace, labels: { 'csi-kms': 'enabled' } },
  });
  const database = await openDatabase();
  const cluster = clusterOf(under);
  const kms = kmsOf(under, given);
  const minted = watchMinting(kms);
  const { credentials, receipts } = database;
  const lines: string[] = [];
  const logger = loggerTo(lines);
  return {
    namespace,
    cluster,
    kms,
    credentials,
    receipts,
    logger,
    lines,
    minted,
    kubernetes,
    vault: vaultCaller(under),
    service: parts =>
      new OperationService({
        systems: new Systems({ clusters: [cluster], kms: [kms] }),
        credentials,
        receipts,
        logger,
        // Nothing is indexed here: the portal's own tests have volumes.
        jobTesting: { image: 'busybox', volumes: unseen },
        ...parts,
      }),
    databaseText: database.text,
    close: database.close,
  };
}

/** The cluster under test as the portal sees it, with Ceph CSI in a namespace. */
export function clusterOf(
  { kubernetes }: OperationsUnderTest,
  csiPods = csiNamespace,
): Cluster {
  const { url, caFile, portalToken: token } = kubernetes;
  return createCluster({
    name: clusterName,
    connection: { kind: 'url', url, token, caFile, skipTlsVerify: false },
    csiNamespace: csiPods,
    timeoutMs: 10_000,
    maxConnections: 16,
  });
}

/** The Vault under test as the portal sees it, with another token or clock. */
export function kmsOf(
  { vault }: OperationsUnderTest,
  given: { token?: string; now?: () => Date; tokenWrapTtl?: number } = {},
): Kms {
  const { token = vault.portalToken, now, tokenWrapTtl } = given;
  const config: KmsConfig = {
    name: 'vault',
    address: vault.url,
    otherAddresses: [],
    auth: { method: 'token', token },
    custodianAuth: vault.custodianToken
      ? { method: 'token', token: vault.custodianToken }
      : undefined,
    mountPrefix: 'csi',
    tokenRole: 'csi-tenant',
    custody: { ...USUAL_CUSTODY, tokenWrapTtlSeconds: tokenWrapTtl },
    timeoutMs: 10_000,
    maxConnections: 16,
  };
  return createKms(config, now);
}

function watchMinting({ tokens }: Kms): Workbench['minted'] {
  const minted: Workbench['minted'] = [];
  const { mint } = tokens;
  tokens.mint = async (...given) => {
    const { token, ...rest } = await mint(...given);
    minted.push({ token: token.reveal(), accessor: rest.accessor });
    return { token, ...rest };
  };
  return minted;
}

async function openDatabase() {
  const folder = await mkdtemp(path.join(tmpdir(), 'operations-'));
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename: path.join(folder, 'plugin.sqlite') },
    useNullAsDefault: true,
  });
  const services = { database: mockServices.database({ knex }) };
  const credentials = await TenantCredentialStore.create(services);
  const receipts = await Receipts.create(services);
  return {
    credentials,
    receipts,
    text: async () => {
      const files = await readdir(folder);
      const texts = files.map(name =>
        readFile(path.join(folder, name), 'latin1'),
      );
      return (await Promise.all(texts)).join('');
    },
    close: async () => {
      await knex.destroy();
      await rm(folder, { recursive: true });
    },
  };
}

function loggerTo(lines: string[]) {
  const logger = mockServices.logger.mock();
  for (const level of ['debug', 'info', 'warn', 'error'] as const) {
    logger[level].mockImplementation((...said: unknown[]) => {
      lines.push(said.map(it => inspect(it, { depth: 9 })).join(' '));
    });
  }
  return logger;
}
