import { setTimeout as pause } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import type {
  OperationRequest,
  OperationResult,
  TenantInspection,
} from 'backstage-plugin-volume-encryption-common';
import {
  clusterName,
  type OperationsUnderTest,
} from '../../operations/__testUtils__/OperationsUnderTest';
import {
  workbench,
  type Workbench,
} from '../../operations/__testUtils__/Workbench';
import { KeyInventory } from '../../keyInventory/KeyInventory';
import { KmsFacts } from '../../status';
import { Systems } from '../../systems';
import { VolumeIndex } from '../../volumeIndex';
import { TenantInspector } from '../TenantInspector';

/** The connection of each custody. */
export const KMS_IDS = {
  vaulttenantsa: 'vault-tenant-sa',
  vaulttokens: 'vault-tokens',
};

/** A kind of custody. */
export type Custody = keyof typeof KMS_IDS;

/** A tenant-to-be, and who looks at it through an index that follows. */
export interface InspectionBench extends Workbench {
  place: { cluster: string; namespace: string };
  inspector: TenantInspector;
  run(request: OperationRequest): Promise<OperationResult>;
  /** Onboards, and waits until the index has been told of it. */
  onboard(custody: Custody): Promise<void>;
  inspect(): Promise<TenantInspection>;
  /** Holds keys and volumes against each other, as is done every minute. */
  lookAtKeys(): Promise<void>;
  /** Codes of the differences. */
  driftCodes(): Promise<string[]>;
  /** The API's path of something in the namespace. */
  inNamespace(path: string): string;
}

/** Begins to follow; closing ends it. */
export async function inspectionBench(
  under: OperationsUnderTest,
): Promise<InspectionBench> {
  const bench = await workbench(under);
  const { cluster, kms, credentials, namespace } = bench;
  const logger = mockServices.logger.mock();
  const index = new VolumeIndex({ clusters: [cluster], logger });
  const stop = new AbortController();
  const following = index.follow(stop.signal);
  const now = () => new Date();
  const parts = {
    systems: new Systems({ clusters: [cluster], kms: [kms] }),
    kmsFacts: new KmsFacts(now),
    ...{ index, now },
  };
  const keyInventory = new KeyInventory({ ...parts, kms: [kms] });
  const inspector = new TenantInspector({
    ...{ ...parts, credentials, keyInventory },
  });
  const place = { cluster: clusterName, namespace };
  const run = (request: OperationRequest) =>
    bench.service().run(request, { requestedBy: 'user:default/ada' });
  const inspect = () => inspector.inspect({ ...place, limit: 50, offset: 0 });
  return {
    ...{ ...bench, place, inspector, run, inspect },
    lookAtKeys: () => keyInventory.look(stop.signal),
    onboard: async custody => {
      const kmsId = KMS_IDS[custody];
      const fields = { kmsId, owner: 'payments', createNamespace: false };
      await run({ operation: 'tenant-onboard', ...place, ...fields });
      while (!(await isKnown(inspector, { namespace, custody }))) {
        await pause(20);
      }
    },
    driftCodes: async () => (await inspect()).drift.map(({ code }) => code),
    inNamespace: path => `/api/v1/namespaces/${namespace}/${path}`,
    close: async () => {
      stop.abort();
      await following;
      await bench.close();
    },
  };
}

/** Whether the index has all of a tenant, and every kind of its cluster. */
async function isKnown(
  inspector: TenantInspector,
  { namespace, custody }: { namespace: string; custody: Custody },
): Promise<boolean> {
  const page = { search: namespace, limit: 5, offset: 0 };
  const { items, problems } = await inspector.list(page);
  return (
    problems.length === 0 &&
    items.some(
      it =>
        it.custody === custody &&
        it.owner !== undefined &&
        it.kmsIds?.length === 1,
    )
  );
}
