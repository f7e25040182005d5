import type { Entity } from '@backstage/catalog-model';
import type {
  ClaimRequest,
  Preflight,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import { createSources, KmsFacts } from '../../status';
import { Systems } from '../../systems';
import { VolumeIndex } from '../../volumeIndex';
import {
  clusterName,
  type OperationsUnderTest,
} from '../../operations/__testUtils__/OperationsUnderTest';
import {
  workbench,
  type Workbench,
} from '../../operations/__testUtils__/Workbench';
import { Preflights } from '../Preflights';

const OWNER = 'group:default/payments';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    annotations: { 'backstage.io/kubernetes-id': 'orders' },
  },
  relations: [{ type: 'ownedBy', targetRef: OWNER }],
};

/** An onboarded namespace, and a class of its own, before a claim is made. */
export class LookBench {
  /** Makes a tenant of the connection `vault-tenant-sa`. */
  static async open(under: OperationsUnderTest): Promise<LookBench> {
    const bench = await workbench(under);
    const its = new LookBench(bench);
    await its.run({
      operation: 'tenant-onboard',
      ...its.place,
      kmsId: 'vault-tenant-sa',
      owner: OWNER,
      createNamespace: false,
    });
    await its.publish('vault-tenant-sa');
    return its;
  }

  private constructor(readonly bench: Workbench) {}

  get place() {
    return { cluster: clusterName, namespace: this.bench.namespace };
  }

  get request(): ClaimRequest {
    return {
      operation: 'claim',
      ...this.place,
      entityRef: 'component:default/orders',
      name: 'orders-data',
      storageClass: this.bench.namespace,
      size: '10Gi',
      accessMode: 'ReadWriteOnce',
      volumeMode: 'Filesystem',
    };
  }

  async run(
    request: Parameters<ReturnType<Workbench['service']>['run']>[0],
  ): Promise<void> {
    const context = { requestedBy: 'user:default/ada', entity };
    await this.bench.service().run(request, context);
  }

  /** The class of the namespace's name, or another. */
  publish(kmsId: string, name = this.bench.namespace): Promise<void> {
    return this.run({
      operation: 'storage-class',
      cluster: clusterName,
      name,
      kmsId,
      provisioner: 'rook-ceph.rbd.csi.ceph.com',
      clusterId: 'rook-ceph',
      pool: 'replicapool',
      secretNamespace: 'rook-ceph',
      reclaimPolicy: 'Delete',
      bindingMode: 'WaitForFirstConsumer',
    });
  }

  /** Looks with nothing remembered. */
  async look(
    changes: Partial<ClaimRequest> = {},
    cluster: Cluster = this.bench.cluster,
  ): Promise<Preflight> {
    const { kms, credentials, logger } = this.bench;
    const now = () => new Date();
    const sources = createSources({
      index: new VolumeIndex({ clusters: [], logger, now }),
      systems: new Systems({ clusters: [cluster], kms: [kms] }),
      kms: [kms],
      kmsFacts: new KmsFacts(now),
      credentials,
      now,
    });
    const request = { ...this.request, ...changes };
    return new Preflights(sources).look(request, { entity });
  }

  /** `about` and outcome of all that is not ok. */
  async troubles(...asked: Parameters<LookBench['look']>): Promise<string[]> {
    const { checks } = await this.look(...asked);
    return checks
      .filter(({ outcome }) => outcome !== 'ok')
      .map(({ about, outcome }) => `${about} ${outcome}`);
  }

  /** The checks about one thing. */
  async about(about: string, ...asked: Parameters<LookBench['look']>) {
    const { checks } = await this.look(...asked);
    return checks.filter(it => it.about === about);
  }
}
