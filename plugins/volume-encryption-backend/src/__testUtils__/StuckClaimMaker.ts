import {
  kubernetesApi,
  textAt,
  vaultApi,
  type JsonApi,
  type Testbed,
} from 'testbed';
import { STUCK_CLAIMS, wrongConnections, type StuckClaim } from './stuckClaims';

const CORE = '/api/v1';
const STORAGE = '/apis/storage.k8s.io/v1';
const CONNECTIONS = `${CORE}/namespaces/rook-ceph/configmaps/csi-kms-connection-details`;
const USUAL = 'ceph-rbd-encrypted-tokens';
const RESOURCES = { requests: { storage: '1Gi' } };

interface Attachment {
  spec: { source: { persistentVolumeName?: string } };
}

/** Brings real servers into each state that stops a claim, each in a namespace of its own. */
export class StuckClaimMaker {
  readonly #kubernetes: JsonApi;
  readonly #vault: JsonApi;

  constructor(
    { kubernetes, vaultAddr, rootToken }: Testbed,
    /** Owner of the namespaces and value of the label of the claims. */
    private readonly owner: string,
  ) {
    this.#kubernetes = kubernetesApi(kubernetes);
    this.#vault = vaultApi(vaultAddr, rootToken);
  }

  /** All of them, with the nodes, connections and classes that they need. */
  async makeAll(vaultAddress: string): Promise<void> {
    await this.setConnections(wrongConnections(vaultAddress));
    await this.#makeNode('node-free', { zone: 'free' });
    await this.#makeNode('node-full', { zone: 'full' });
    const driver = 'rook-ceph.rbd.csi.ceph.com';
    await this.#post(`${STORAGE}/csinodes`, {
      metadata: { name: 'node-full' },
      spec: {
        drivers: [{ name: driver, nodeID: 'n', allocatable: { count: 0 } }],
      },
    });
    for (const [name, stuck] of Object.entries(STUCK_CLAIMS)) {
      await this.make(name, stuck);
    }
    await this.#attach('two-nodes');
  }

  /** One, in the namespace `name`. */
  async make(name: string, stuck: StuckClaim): Promise<void> {
    const home = `${CORE}/namespaces/${name}`;
    await this.#makeTenant(name, stuck);
    await this.#makeClass(name, stuck);
    if (stuck.volume) await this.#makeVolume(name, stuck.volume);
    const ownClass = (stuck.parameters ?? stuck.classFields) ? name : USUAL;
    const claims = `${home}/persistentvolumeclaims`;
    await this.#post(claims, {
      metadata: {
        name: 'data',
        labels: { 'backstage.io/kubernetes-id': this.owner },
      },
      spec: {
        storageClassName: stuck.storageClass ?? ownClass,
        accessModes: ['ReadWriteOnce'],
        resources: RESOURCES,
        ...(stuck.volume && { volumeName: name }),
      },
    });
    if (stuck.volume && stuck.pods) await this.#untilBound(`${claims}/data`);
    for (const [n, fields] of (stuck.pods ?? []).entries()) {
      await this.#makePod(home, `app-${n}`, fields);
    }
  }

  /** Adds entries to the KMS connections; `null` removes one. */
  async setConnections(data: Record<string, string | null>): Promise<void> {
    await this.#kubernetes.demand({
      method: 'PATCH',
      path: CONNECTIONS,
      body: { data },
      contentType: 'application/merge-patch+json',
    });
  }

  /** Nothing is left of the KMS connections. */
  async removeConnections(): Promise<void> {
    await this.#kubernetes.demand({ method: 'DELETE', path: CONNECTIONS });
  }

  /** Limits what a namespace may claim. */
  async limit(name: string, kind: string, spec: object): Promise<void> {
    const home = `${CORE}/namespaces/${name}`;
    await this.#post(`${home}/${kind}`, {
      metadata: { name: 'storage' },
      spec,
    });
  }

  /** A namespace that serves the owner and keeps its keys at its own place. */
  async makeTenant(name: string): Promise<void> {
    await this.#makeTenant(name, { code: '' });
  }

  async #makeTenant(name: string, stuck: StuckClaim): Promise<void> {
    const annotations = {
      'volume-encryption.backstage.io/owner': `group:default/${this.owner}`,
    };
    await this.#post(`${CORE}/namespaces`, { metadata: { name, annotations } });
    const home = `${CORE}/namespaces/${name}`;
    await this.#post(`${home}/configmaps`, {
      metadata: { name: 'ceph-csi-kms-config' },
      data: { vaultBackend: 'kv-v2', vaultBackendPath: `csi/prod.${name}` },
    });
    const token = stuck.tokenOf
      ? { token: await this.#tokenOf(stuck.tokenOf) }
      : stuck.token;
    if (token) {
      await this.#post(`${home}/secrets`, {
        metadata: { name: 'ceph-csi-kms-token' },
        stringData: token,
      });
    }
    if (stuck.hasAccount) {
      await this.#post(`${home}/serviceaccounts`, {
        metadata: { name: 'ceph-csi-vault-sa' },
      });
    }
  }

  async #tokenOf(tenant: string): Promise<string> {
    const { body } = await this.#vault.demand({
      method: 'POST',
      path: '/v1/auth/token/create/csi-tenant',
      body: { entity_alias: `prod.${tenant}` },
    });
    return textAt(body, 'auth', 'client_token');
  }

  async #makeClass(name: string, stuck: StuckClaim): Promise<void> {
    const { parameters, classFields } = stuck;
    if (!parameters && !classFields) return;
    const usual = await this.#kubernetes.demand({
      method: 'GET',
      path: `${STORAGE}/storageclasses/${USUAL}`,
    });
    const given = Object(usual.body);
    await this.#post(`${STORAGE}/storageclasses`, {
      metadata: { name },
      ...(classFields ?? {
        provisioner: given.provisioner,
        parameters: { ...given.parameters, ...parameters },
      }),
    });
  }

  async #makeVolume(name: string, fields: object): Promise<void> {
    await this.#post(`${CORE}/persistentvolumes`, {
      metadata: { name },
      spec: {
        capacity: { storage: '1Gi' },
        accessModes: ['ReadWriteOnce'],
        claimRef: { namespace: name, name: 'data' },
        ...fields,
      },
    });
  }

  async #makeNode(name: string, labels: object): Promise<void> {
    const path = `${CORE}/nodes`;
    const annotations = {
      'volumes.kubernetes.io/controller-managed-attach-detach': 'true',
    };
    await this.#post(path, { metadata: { name, labels, annotations } });
    await this.#kubernetes.demand({
      method: 'PATCH',
      path: `${path}/${name}/status`,
      body: { status: { allocatable: { cpu: '8', memory: '8Gi', pods: '9' } } },
      contentType: 'application/merge-patch+json',
    });
  }

  async #makePod(home: string, name: string, fields: object): Promise<void> {
    await this.#post(`${home}/pods`, {
      metadata: { name },
      spec: {
        containers: [{ name: 'app', image: 'app' }],
        tolerations: [{ operator: 'Exists' }],
        volumes: [{ name: 'd', persistentVolumeClaim: { claimName: 'data' } }],
        automountServiceAccountToken: false,
        ...fields,
      },
    });
  }

  /**
   * The scheduler's event keeps the words of its first refusal (client-go
   * `tools/events`, whose series do not tell texts apart), which must not be that
   * the claim is not bound yet.
   */
  async #untilBound(path: string): Promise<void> {
    for (let tries = 0; tries < 150; tries++) {
      const { body } = await this.#kubernetes.demand({ method: 'GET', path });
      if (textAt(body, 'status', 'phase') === 'Bound') return;
      await new Promise(resolve => setTimeout(resolve, 200));
    }
    throw new Error(`${path} was not bound in 30 s`);
  }

  /** Plays the attacher: the volume is on the first node that asks for it. */
  async #attach(volume: string): Promise<void> {
    const path = `${STORAGE}/volumeattachments`;
    for (let tries = 0; tries < 150; tries++) {
      const { body } = await this.#kubernetes.demand({ method: 'GET', path });
      const found = Object(body).items.find(
        (it: Attachment) => it.spec.source.persistentVolumeName === volume,
      );
      if (found) {
        await this.#kubernetes.demand({
          method: 'PATCH',
          path: `${path}/${found.metadata.name}/status`,
          body: { status: { attached: true } },
          contentType: 'application/merge-patch+json',
        });
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }

  /** A new namespace has no default ServiceAccount for a moment. */
  async #post(path: string, body: object): Promise<void> {
    const answer = await this.#kubernetes.send({ method: 'POST', path, body });
    const said = JSON.stringify(answer.body);
    if (said.includes('looking up service account')) {
      await new Promise(resolve => setTimeout(resolve, 200));
      await this.#post(path, body);
    } else if (answer.status > 201) {
      throw new Error(`${path}: ${said}`);
    }
  }
}
