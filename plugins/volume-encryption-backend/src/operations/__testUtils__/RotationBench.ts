import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type {
  KeyRotation,
  OperationResult,
} from 'backstage-plugin-volume-encryption-common';
import { KeyRotations } from '../../keyRotation/KeyRotations';
import { pause } from '../../network/pause';
import { KmsFacts } from '../../status';
import { Systems } from '../../systems';
import { VolumeIndex } from '../../volumeIndex';
import { at } from './json';
import { clusterName, type OperationsUnderTest } from './OperationsUnderTest';
import { handleOf, makeEncryptedVolume, writeKey } from './tenantObjects';
import { workbench, type Workbench } from './Workbench';

const CSI_ADDONS = '/apis/csiaddons.openshift.io/v1alpha1';

/** The component whose claim `data` is. */
export const orders: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    annotations: { 'backstage.io/kubernetes-id': 'orders' },
  },
};

/** A tenant with an encrypted claim of `orders`, and what is seen of its key. */
export class RotationBench {
  readonly #stop = new AbortController();
  readonly #index: VolumeIndex;
  readonly #rotations: KeyRotations;

  private constructor(readonly bench: Workbench) {
    const { cluster, kms } = bench;
    const parts = { clusters: [cluster], kms: [kms] };
    const now = () => new Date();
    const logger = mockServices.logger.mock();
    this.#index = new VolumeIndex({ ...parts, logger, now });
    const systems = new Systems(parts);
    this.#rotations = new KeyRotations({
      index: this.#index,
      systems,
      kmsFacts: new KmsFacts(now),
      now,
    });
    void this.#index.follow(this.#stop.signal);
  }

  static async open(under: OperationsUnderTest): Promise<RotationBench> {
    const bench = await workbench(under);
    const { namespace, kubernetes } = bench;
    await bench.service().run(
      {
        operation: 'tenant-onboard',
        cluster: clusterName,
        namespace,
        kmsId: 'vault-tenant-sa',
        owner: 'payments',
        createNamespace: false,
      },
      { requestedBy: 'user:default/ada' },
    );
    const { name: volumeName } = await makeEncryptedVolume(
      bench,
      'vault-tenant-sa',
    );
    await kubernetes(
      'POST',
      `/api/v1/namespaces/${namespace}/persistentvolumeclaims`,
      {
        metadata: {
          name: 'data',
          labels: { 'backstage.io/kubernetes-id': 'orders' },
        },
        spec: {
          storageClassName: '',
          volumeName,
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage: '1Gi' } },
        },
      },
    );
    return new RotationBench(bench);
  }

  /** Sets the claim's schedule, or takes it off. */
  set(schedule?: string, entity: Entity = orders): Promise<OperationResult> {
    const { namespace } = this.bench;
    return this.bench.service().run(
      {
        operation: 'key-rotation',
        entityRef: 'component:default/orders',
        cluster: clusterName,
        namespace,
        name: 'data',
        schedule,
      },
      { requestedBy: 'user:default/ada', entity },
    );
  }

  async annotations() {
    const { namespace, kubernetes } = this.bench;
    const path = `/api/v1/namespaces/${namespace}/persistentvolumeclaims/data`;
    return at(await kubernetes('GET', path), 'metadata', 'annotations');
  }

  /** What is seen of it, once it is seen to be so. */
  async seen(isIt: (it: KeyRotation) => boolean): Promise<KeyRotation> {
    const { namespace } = this.bench;
    const ref = { cluster: clusterName, namespace, claim: 'data' };
    while (!this.#stop.signal.aborted) {
      const it = await this.#rotations.ofClaim(ref).catch(() => undefined);
      if (it && isIt(it)) return it;
      await pause(50, this.#stop.signal);
    }
    throw new Error('it was not seen');
  }

  /** A new version of the volume's key. */
  async writeKey(): Promise<void> {
    await writeKey(this.bench, handleOf(this.bench.namespace));
  }

  /** What csi-addons makes for a claim that has a schedule. */
  async makeCronJob(name: string, schedule: string): Promise<void> {
    await this.#make('encryptionkeyrotationcronjobs', {
      apiVersion: 'csiaddons.openshift.io/v1alpha1',
      kind: 'EncryptionKeyRotationCronJob',
      metadata: { name },
      spec: {
        schedule,
        jobTemplate: { spec: { target: { persistentVolumeClaim: 'data' } } },
      },
    });
  }

  /** A run that has begun now and says that it has succeeded. */
  async makeJob(name: string): Promise<void> {
    const now = new Date().toISOString();
    const made = await this.#make('encryptionkeyrotationjobs', {
      apiVersion: 'csiaddons.openshift.io/v1alpha1',
      kind: 'EncryptionKeyRotationJob',
      metadata: { name },
      spec: { target: { persistentVolumeClaim: 'data' } },
    });
    const job = await this.bench.kubernetes('GET', made);
    await this.bench.kubernetes('PUT', `${made}/status`, {
      apiVersion: at(job, 'apiVersion'),
      kind: at(job, 'kind'),
      metadata: at(job, 'metadata'),
      spec: at(job, 'spec'),
      status: { result: 'Succeeded', startTime: now, completionTime: now },
    });
  }

  async #make(plural: string, body: object): Promise<string> {
    const { namespace, kubernetes } = this.bench;
    const path = `${CSI_ADDONS}/namespaces/${namespace}/${plural}`;
    const made = await kubernetes('POST', path, { ...body });
    return `${path}/${at(made, 'metadata', 'name')}`;
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.bench.close();
  }
}
