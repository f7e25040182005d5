import { mockServices } from '@backstage/backend-test-utils';
import {
  isVolumeEncryptionError,
  LABEL_MANAGED_BY,
  MANAGER,
  type KmsSource,
  type OperationRequest,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import { KmsSources } from '../../kmsSource/KmsSources';
import { Systems } from '../../systems';
import { VolumeIndex } from '../../volumeIndex';
import type { Body } from './administrator';
import { at, textOf } from './json';
import { clusterName, type OperationsUnderTest } from './OperationsUnderTest';
import { clusterOf, workbench, type Workbench } from './Workbench';

const context = { requestedBy: 'user:default/ada' };

/** A namespace of Ceph CSI of its own, for one test. */
export class ConnectionsBench {
  readonly #bench: Workbench;
  readonly #cluster: () => Cluster;

  private constructor(bench: Workbench, cluster: () => Cluster) {
    this.#bench = bench;
    this.#cluster = cluster;
  }

  static async open(under: OperationsUnderTest): Promise<ConnectionsBench> {
    const bench = await workbench(under);
    const cluster = () => clusterOf(under, bench.namespace);
    return new ConnectionsBench(bench, cluster);
  }

  get namespace(): string {
    return this.#bench.namespace;
  }

  close(): Promise<void> {
    return this.#bench.close();
  }

  run(request: OperationRequest) {
    return this.#serviceOn(this.#cluster()).run(request, context);
  }

  /** All plan from the same state, as portals in several processes may. */
  runAtOnce(requests: OperationRequest[]): Promise<string[]> {
    let planned = 0;
    let go = () => {};
    const allPlanned = new Promise<void>(resolve => {
      go = resolve;
    });
    const runs = requests.map(async request => {
      const cluster = this.#cluster();
      const patch: Cluster['writer']['patch'] = async (...given) => {
        planned += 1;
        if (planned === requests.length) go();
        await allPlanned;
        return cluster.writer.patch(...given);
      };
      const writer = { ...cluster.writer, patch };
      return this.#serviceOn({ ...cluster, writer }).run(request, context);
    });
    return Promise.all(
      runs.map(run =>
        run.then(
          () => 'done',
          (error: unknown) => codeOf(error),
        ),
      ),
    );
  }

  /** A controller of Ceph CSI; no pod runs. */
  deploy(mounted: string | undefined, environment?: Record<string, string>) {
    const name = 'csi-rbdplugin-provisioner';
    return this.#create('/apis/apps/v1', 'deployments', {
      metadata: { name },
      spec: podsOf(name, { mounted, environment }),
    });
  }

  deployNodePlugin(mounted: string) {
    const name = 'csi-rbdplugin';
    return this.#create('/apis/apps/v1', 'daemonsets', {
      metadata: { name },
      spec: podsOf(name, { mounted }),
    });
  }

  createConfigMap(name: string, data: Record<string, string>) {
    return this.#create('/api/v1', 'configmaps', { metadata: { name }, data });
  }

  /** As of a tenant of the namespace. */
  createOurAccount(name: string) {
    const labels = { [LABEL_MANAGED_BY]: MANAGER };
    const body = { metadata: { name, labels } };
    return this.#create('/api/v1', 'serviceaccounts', body);
  }

  /** A volume of the namespace that was made with the connection. */
  async createVolume(kmsId: string): Promise<void> {
    const claimRef = { namespace: this.namespace, name: 'data' };
    await this.#bench.kubernetes('POST', '/api/v1/persistentvolumes', {
      metadata: { name: `${this.namespace}-volume` },
      spec: {
        capacity: { storage: '1Gi' },
        accessModes: ['ReadWriteOnce'],
        claimRef,
        csi: {
          driver: 'rook-ceph.rbd.csi.ceph.com',
          volumeHandle: `0001-0009-rook-ceph-${this.namespace}`,
          volumeAttributes: { encrypted: 'true', encryptionKMSID: kmsId },
        },
      },
    });
  }

  async createClass(kmsId: string): Promise<void> {
    await this.#bench.kubernetes(
      'POST',
      '/apis/storage.k8s.io/v1/storageclasses',
      {
        metadata: { name: `${this.namespace}-class` },
        provisioner: 'rook-ceph.rbd.csi.ceph.com',
        parameters: { encrypted: 'true', encryptionKMSID: kmsId },
      },
    );
  }

  async dataOf(configMap: string): Promise<Body> {
    const path = `/api/v1/namespaces/${this.namespace}/configmaps/${configMap}`;
    return at(await this.#bench.kubernetes('GET', path), 'data');
  }

  /** Ids of the entries, whichever style the ConfigMap is of. */
  async idsIn(configMap: string): Promise<string[]> {
    const data = await this.dataOf(configMap);
    const file = at(data, 'config.json');
    const entries: unknown = file ? JSON.parse(textOf(file)) : data;
    return Object.keys(entries ?? {}).sort();
  }

  /** What the route tells, of an index that has just begun to follow. */
  async source(): Promise<KmsSource> {
    const logger = mockServices.logger.mock();
    const index = new VolumeIndex({ clusters: [this.#cluster()], logger });
    const stop = new AbortController();
    const following = index.follow(stop.signal);
    const state = () => index.snapshot(clusterName).tables.ConfigMap.state;
    while (state() === 'syncing') await new Promise(setImmediate);
    stop.abort();
    await following;
    return new KmsSources({ index }).ofCluster(clusterName);
  }

  #serviceOn(cluster: Cluster) {
    const systems = new Systems({
      clusters: [cluster],
      kms: [this.#bench.kms],
    });
    return this.#bench.service({ systems });
  }

  async #create(api: string, resource: string, body: Body): Promise<void> {
    const path = `${api}/namespaces/${this.namespace}/${resource}`;
    await this.#bench.kubernetes('POST', path, body);
  }
}

function podsOf(
  name: string,
  given: { mounted?: string; environment?: Record<string, string> },
) {
  const { mounted, environment = {} } = given;
  const mountPath = '/etc/ceph-csi-encryption-kms-config/';
  const labels = { app: name };
  return {
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: {
        containers: [
          {
            name: 'csi-plugin',
            image: 'quay.io/cephcsi/cephcsi:v3.15.0',
            env: Object.entries(environment).map(([variable, value]) => ({
              name: variable,
              value,
            })),
            volumeMounts: mounted ? [{ name: 'kms', mountPath }] : [],
          },
        ],
        volumes: mounted ? [{ name: 'kms', configMap: { name: mounted } }] : [],
      },
    },
  };
}

function codeOf(error: unknown): string {
  return isVolumeEncryptionError(error) ? error.code : String(error);
}
