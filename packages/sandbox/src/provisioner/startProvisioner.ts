import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { connect, Endpoint } from '../wire/connect';
import {
  messageOf,
  at,
  JsonObject,
  listOf,
  objectOf,
  textOf,
} from '../wire/json';
import { CephCsi, CephSite } from './CephCsi';
import { saidBy } from './wordings';

/** Milliseconds to the next try of what failed, doubled each time. */
type Retry = Record<'first' | 'most', number>;

/** `namespace` is where Ceph CSI's pods and ConfigMaps are, `pools` what its Ceph has. */
export interface ProvisionerOptions {
  kubernetes: Endpoint;
  namespace?: string;
  pools?: string[];
  retry?: Retry;
}

const played = /(^|\.)(rbd|cephfs)\.csi\.ceph\.com$/;
const merge = 'application/merge-patch+json';

class Provisioner {
  readonly #waits = new Map<string, { ms: number; until: number }>();
  readonly #ceph: CephCsi;
  readonly #said = new Map<string, { path: string; count: number }>();

  constructor(
    readonly site: CephSite,
    readonly retry: Retry,
  ) {
    this.#ceph = new CephCsi(site);
  }

  /** Looks at all claims and volumes, and does what is due. */
  async pass() {
    const volumes = await this.#list('PersistentVolume');
    const made = volumes.map(it => at(it, 'metadata', 'name'));
    for (const claim of await this.#list('PersistentVolumeClaim')) {
      const name = `pvc-${at(claim, 'metadata', 'uid')}`;
      if (!made.includes(name)) await this.#provision(claim, name);
    }
    for (const volume of volumes.filter(isToDelete)) {
      const act = () => this.#ceph.deleteVolume(volume);
      await this.#attempt(volume, 'VolumeFailedDelete', act);
    }
  }

  /** Acts on a claim that waits for this provisioner and for nothing else. */
  async #provision(claim: JsonObject, name: string) {
    const { annotations, deletionTimestamp } = objectOf(claim.metadata);
    const { volumeName, storageClassName } = objectOf(claim.spec);
    const settled = volumeName || deletionTimestamp || !storageClassName;
    const path = `/apis/storage.k8s.io/v1/storageclasses/${storageClassName}`;
    const answer = await this.site.kubernetes('GET', path);
    const storageClass = objectOf(answer.body);
    const { volumeBindingMode, provisioner } = storageClass;
    const waits = volumeBindingMode === 'WaitForFirstConsumer';
    const selected = at(annotations, 'volume.kubernetes.io/selected-node');
    const isMissing = answer.status === 404;
    const ours = isMissing || played.test(textOf(provisioner));
    if (settled || !ours || (waits && !selected)) return;
    await this.#attempt(claim, 'ProvisioningFailed', async () => {
      if (isMissing) throw new Error(saidBy(answer).replace('es.', '.'));
      await this.#ceph.createVolume(claim, storageClass);
      const message = `Successfully provisioned volume ${name}`;
      await this.#record(claim, ['Normal', 'ProvisioningSucceeded', message]);
    });
  }

  async #attempt(about: JsonObject, reason: string, act: () => Promise<void>) {
    const uid = textOf(at(about, 'metadata', 'uid'));
    const wait = this.#waits.get(uid);
    if (wait && wait.until > Date.now()) return;
    try {
      await act();
      this.#waits.delete(uid);
    } catch (error) {
      const { first, most } = this.retry;
      const ms = Math.min(wait ? wait.ms * 2 : first, most);
      this.#waits.set(uid, { ms, until: Date.now() + ms });
      await this.#record(about, ['Warning', reason, messageOf(error)]);
    }
  }

  /** Posts an event about an object; the same text again only counts up. */
  async #record(about: JsonObject, [type, reason, message]: string[]) {
    const { kind } = about;
    const { name, namespace, uid } = objectOf(about.metadata);
    const lastTimestamp = new Date().toISOString().replace(/\.\d+/, '');
    const said = this.#said.get(`${uid} ${message}`);
    if (said) {
      const change = { count: (said.count += 1), lastTimestamp };
      await this.site.kubernetes('PATCH', said.path, change, merge);
      return;
    }
    const metadata = { name: `${name}.${randomUUID()}` };
    const all = `/api/v1/namespaces/${namespace ?? 'default'}/events`;
    const [path, count] = [`${all}/${metadata.name}`, 1];
    this.#said.set(`${uid} ${message}`, { path, count });
    const involvedObject = { kind, apiVersion: 'v1', name, namespace, uid };
    const source = { component: 'sandbox-provisioner' };
    const times = { firstTimestamp: lastTimestamp, lastTimestamp, count };
    const what = { involvedObject, type, reason, message, source, ...times };
    await this.site.kubernetes('POST', all, { metadata, ...what });
  }

  /** The objects of a kind, with the kind that lists leave out. */
  async #list(kind: string): Promise<JsonObject[]> {
    const path = `/api/v1/${kind.toLowerCase()}s`;
    const { body } = await this.site.kubernetes('GET', path);
    const items = listOf(at(body, 'items'));
    return items.map(it => ({ ...objectOf(it), kind }));
  }
}

function isToDelete({ status, spec }: JsonObject): boolean {
  const released = at(status, 'phase') === 'Released';
  const wanted = at(spec, 'persistentVolumeReclaimPolicy') === 'Delete';
  return released && wanted && played.test(textOf(at(spec, 'csi', 'driver')));
}

/** Plays Ceph CSI and its external-provisioner on any API server; returns the way to stop. */
export function startProvisioner({
  kubernetes: endpoint,
  namespace = 'rook-ceph',
  pools = ['replicapool'],
  retry = { first: 1000, most: 300_000 },
}: ProvisionerOptions): () => Promise<void> {
  const site = { kubernetes: connect(endpoint), namespace, pools };
  const provisioner = new Provisioner(site, retry);
  let stopped = false;
  const run = async () => {
    while (!stopped) {
      await provisioner.pass().catch(() => {});
      await pause(100);
    }
  };
  const running = run();
  return () => {
    stopped = true;
    return running;
  };
}
