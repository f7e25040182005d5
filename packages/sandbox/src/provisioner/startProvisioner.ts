import { connect, Endpoint, Send } from '../wire/connect';
import { at, isObject, JsonObject } from '../wire/json';
import { listOf, objectOf, textOf } from '../wire/json';
import { keepReconciling } from '../wire/reconcile';
import { CephSite, createVolume, deleteVolume } from './cephCsi';
import { EventRecorder } from './events';

export interface ProvisionerOptions {
  /** The API server, with the bearer token in its headers. */
  kubernetes: Endpoint;
  /** Where Ceph CSI's pods and ConfigMaps are. */
  namespace?: string;
  pools?: string[];
  /** Milliseconds to the first retry (doubled each time), and at most. */
  retry?: { first: number; most: number };
}

const played = /(^|\.)(rbd|cephfs)\.csi\.ceph\.com$/;
const [claims, volumes] = ['PersistentVolumeClaim', 'PersistentVolume'];
const pathTo = (kind: string) => `/api/v1/${kind.toLowerCase()}s`;

/** Plays Ceph CSI and its external-provisioner on any API server; returns the way to stop. */
export function startProvisioner({
  kubernetes: endpoint,
  namespace = 'rook-ceph',
  pools = ['replicapool'],
  retry = { first: 1000, most: 300_000 },
}: ProvisionerOptions): () => Promise<void> {
  const site = { kubernetes: connect(endpoint), namespace, pools };
  const provisioner = new Provisioner(site, retry);
  const watched = [pathTo(claims), pathTo(volumes)];
  return keepReconciling(endpoint, watched, () => provisioner.pass());
}

class Provisioner {
  readonly #waits = new Map<string, { ms: number; until: number }>();
  readonly #events: EventRecorder;

  constructor(
    private readonly site: CephSite,
    private readonly retry: { first: number; most: number },
  ) {
    this.#events = new EventRecorder(site.kubernetes);
  }

  /** Tries all that is due; returns the milliseconds until the next retry. */
  async pass(): Promise<number> {
    const existing = await list(this.site.kubernetes, volumes);
    const names = existing.map(it => at(it, 'metadata', 'name'));
    for (const claim of await list(this.site.kubernetes, claims)) {
      const name = `pvc-${at(claim, 'metadata', 'uid')}`;
      if (!names.includes(name)) await this.#provision(claim, name);
    }
    for (const volume of existing.filter(isToDelete)) {
      const act = () => deleteVolume(this.site, volume);
      await this.#attempt(volume, 'VolumeFailedDelete', act);
    }
    const next = [...this.#waits.values()].map(it => it.until - Date.now());
    return Math.max(0, Math.min(Infinity, ...next));
  }

  /** Acts on a claim that waits for this provisioner and for nothing else. */
  async #provision(claim: JsonObject, name: string) {
    const { annotations, deletionTimestamp } = objectOf(claim.metadata);
    const { storageClassName, volumeName } = objectOf(claim.spec);
    const path = `/apis/storage.k8s.io/v1/storageclasses/${storageClassName}`;
    const { body } = await this.site.kubernetes('GET', path);
    const storageClass = objectOf(body);
    const { volumeBindingMode, provisioner } = storageClass;
    const waits = volumeBindingMode === 'WaitForFirstConsumer';
    const selected = at(annotations, 'volume.kubernetes.io/selected-node');
    const settled = volumeName || deletionTimestamp || (waits && !selected);
    if (settled || !played.test(textOf(provisioner))) return;
    await this.#attempt(claim, 'ProvisioningFailed', async () => {
      await createVolume(this.site, claim, storageClass);
      const message = `Successfully provisioned volume ${name}`;
      await this.#events.record(
        claim,
        ['Normal', 'ProvisioningSucceeded'],
        message,
      );
    });
  }

  async #attempt(about: JsonObject, reason: string, act: () => Promise<void>) {
    const uid = textOf(at(about, 'metadata', 'uid'));
    const wait = this.#waits.get(uid);
    if (wait && wait.until > Date.now()) return;
    this.#waits.delete(uid);
    try {
      await act();
    } catch (error) {
      const { first, most } = this.retry;
      const ms = Math.min(wait ? wait.ms * 2 : first, most);
      this.#waits.set(uid, { ms, until: Date.now() + ms });
      await this.#events.record(about, ['Warning', reason], error.message);
    }
  }
}

function isToDelete({ status, spec }: JsonObject): boolean {
  const released = at(status, 'phase') === 'Released';
  const wanted = at(spec, 'persistentVolumeReclaimPolicy') === 'Delete';
  return released && wanted && played.test(textOf(at(spec, 'csi', 'driver')));
}

/** The objects of a kind, each with the kind that lists leave out. */
async function list(kubernetes: Send, kind: string): Promise<JsonObject[]> {
  const { body } = await kubernetes('GET', pathTo(kind));
  const items = listOf(at(body, 'items')).filter(isObject);
  return items.map(it => ({ ...it, kind, apiVersion: 'v1' }));
}
