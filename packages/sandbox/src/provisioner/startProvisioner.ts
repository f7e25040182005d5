import { connect, Endpoint, Send } from '../wire/connect';
import { keepReconciling } from '../wire/reconcile';
import { at, isObject, JsonObject, listOf, textOf } from '../wire/json';
import { CephSite, createVolume, deleteVolume } from './cephCsi';
import { EventRecorder } from './events';

export interface ProvisionerOptions {
  /** The API server, with the bearer token in its headers. */
  kubernetes: Endpoint;
  /** Where Ceph CSI's pods and ConfigMaps are. */
  namespace?: string;
  pools?: string[];
  /** Milliseconds to the first retry (doubled each time) and the longest wait. */
  retry?: { first: number; most: number };
}

const played = /(^|\.)(rbd|cephfs)\.csi\.ceph\.com$/;
const claims = '/api/v1/persistentvolumeclaims';
const volumes = '/api/v1/persistentvolumes';

/** Plays Ceph CSI and its external-provisioner on any API server; returns the way to stop. */
export function startProvisioner({
  kubernetes: endpoint,
  namespace = 'rook-ceph',
  pools = ['replicapool'],
  retry = { first: 1000, most: 300_000 },
}: ProvisionerOptions): () => Promise<void> {
  const kubernetes = connect(endpoint);
  const site = { kubernetes, namespace, pools };
  const provisioner = new Provisioner(site, retry);
  return keepReconciling(endpoint, [claims, volumes], () => provisioner.pass());
}

class Provisioner {
  readonly #waits = new Map<string, { ms: number; until: number }>();
  readonly #events: EventRecorder;

  constructor(
    private readonly site: CephSite,
    private readonly retry: { first: number; most: number },
  ) {
    this.#events = new EventRecorder(site.kubernetes, 'sandbox-provisioner');
  }

  /** Tries all that is due; returns the milliseconds until the next retry. */
  async pass(): Promise<number | undefined> {
    const { kubernetes } = this.site;
    const existing = await list(kubernetes, volumes);
    for (const claim of await list(kubernetes, claims)) {
      const storageClass = await this.#classFor(claim, existing);
      if (storageClass) {
        await this.#attempt(claim, 'ProvisioningFailed', async () => {
          await createVolume(this.site, claim, storageClass);
          const name = `pvc-${at(claim, 'metadata', 'uid')}`;
          const message = `Successfully provisioned volume ${name}`;
          const reason = 'ProvisioningSucceeded';
          await this.#events.record(claim, { type: 'Normal', reason, message });
        });
      }
    }
    for (const volume of existing.filter(isToDelete)) {
      await this.#attempt(volume, 'VolumeFailedDelete', () =>
        deleteVolume(this.site, volume),
      );
    }
    const until = [...this.#waits.values()].map(it => it.until);
    if (until.length === 0) return undefined;
    return Math.max(0, Math.min(...until) - Date.now());
  }

  /** The class of a claim that waits for this provisioner and for nothing else. */
  async #classFor(claim: JsonObject, existing: JsonObject[]) {
    const { uid, deletionTimestamp, annotations } = Object(claim.metadata);
    const name = textOf(at(claim, 'spec', 'storageClassName'));
    const made = existing.some(
      it => at(it, 'metadata', 'name') === `pvc-${uid}`,
    );
    const bound = textOf(at(claim, 'spec', 'volumeName'));
    if (!name || made || bound || deletionTimestamp) return undefined;
    const path = `/apis/storage.k8s.io/v1/storageclasses/${name}`;
    const { status, body } = await this.site.kubernetes('GET', path);
    const waits = at(body, 'volumeBindingMode') === 'WaitForFirstConsumer';
    const selected = at(annotations, 'volume.kubernetes.io/selected-node');
    const ours = played.test(textOf(at(body, 'provisioner')));
    const ready = status === 200 && ours && (!waits || selected);
    return ready && isObject(body) ? body : undefined;
  }

  async #attempt(
    about: JsonObject,
    reason: string,
    act: () => Promise<void>,
  ): Promise<void> {
    const uid = textOf(at(about, 'metadata', 'uid'));
    const wait = this.#waits.get(uid);
    if (wait && wait.until > Date.now()) return;
    try {
      await act();
      this.#waits.delete(uid);
    } catch (error) {
      const { first, most } = this.retry;
      const ms = wait ? Math.min(wait.ms * 2, most) : first;
      this.#waits.set(uid, { ms, until: Date.now() + ms });
      const message = error.message;
      await this.#events.record(about, { type: 'Warning', reason, message });
    }
  }
}

function isToDelete(volume: JsonObject): boolean {
  return (
    at(volume, 'status', 'phase') === 'Released' &&
    at(volume, 'spec', 'persistentVolumeReclaimPolicy') === 'Delete' &&
    played.test(textOf(at(volume, 'spec', 'csi', 'driver')))
  );
}

/** The items of a collection, each with the kind that lists leave out. */
export async function list(kubernetes: Send, path: string) {
  const { body } = await kubernetes('GET', path);
  const kind = textOf(at(body, 'kind')).replace(/List$/, '');
  const apiVersion = textOf(at(body, 'apiVersion'));
  return listOf(at(body, 'items'))
    .filter(isObject)
    .map((item): JsonObject => ({ ...item, kind, apiVersion }));
}
