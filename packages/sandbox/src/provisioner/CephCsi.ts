import { randomBytes } from 'node:crypto';
import { Send } from '../wire/connect';
import { at, Json, JsonObject, listOf } from '../wire/json';
import { messageOf, objectOf, textFieldsOf, textOf } from '../wire/json';
import { KmsConnections } from './KmsConnections';
import { finalizer, newVolume, persistentVolumeFor } from './persistentVolume';
import { infeasible, internal, saidBy } from './wordings';

/** Where Ceph CSI's pods run, and the pools its Ceph has. */
export type CephSite = { kubernetes: Send; namespace: string; pools: string[] };

const volumes = '/api/v1/persistentvolumes';
const isCephFs = (driver?: Json) => /cephfs\.csi/.test(textOf(driver));

/** Makes and removes volumes; throws Error with the text of the object's event. */
export class CephCsi {
  readonly #connections: KmsConnections;

  constructor(private readonly site: CephSite) {
    this.#connections = new KmsConnections(site);
  }

  /** Enters the tenant's custody, stores a new passphrase and makes the PersistentVolume. */
  async createVolume(claim: JsonObject, storageClass: JsonObject) {
    const { pool, fsName, ...given } = textFieldsOf(storageClass.parameters);
    await this.#requireSecret(given);
    await this.#requireCluster(given.clusterID);
    const tenant = textOf(at(claim, 'metadata', 'namespace'));
    const custody = await this.#enterCustody(tenant, storageClass);
    const noPool = `pool not found: pool (${pool}) not found in Ceph cluster`;
    if (!fsName && !this.site.pools.includes(pool)) throw internal(noPool);
    const volume = newVolume(storageClass);
    const passphrase = randomBytes(20).toString('base64url');
    await custody?.store(volume.handle, passphrase).catch(error => {
      const what = `failed to setup encryption for image ${volume.image}`;
      throw internal(`${what}: ${error.message}`);
    });
    const body = persistentVolumeFor(claim, storageClass, volume);
    const made = await this.site.kubernetes('POST', volumes, body);
    if (made.status > 201 && made.status !== 409) throw new Error(saidBy(made));
  }

  /** Removes the key, or leaves it behind when that fails, and then the volume. */
  async deleteVolume({ metadata, spec }: JsonObject) {
    const { csi, claimRef } = objectOf(spec);
    const { driver, volumeHandle, volumeAttributes } = objectOf(csi);
    const tenant = textOf(at(claimRef, 'namespace'));
    const request = { provisioner: driver, parameters: volumeAttributes };
    const custody = await this.#enterCustody(tenant, request);
    await custody?.delete(textOf(volumeHandle)).catch(() => {});
    const path = `${volumes}/${at(metadata, 'name')}`;
    const { body } = await this.site.kubernetes('DELETE', path);
    const left = listOf(at(body, 'metadata', 'finalizers'));
    const finalizers = left.filter(it => it !== finalizer);
    const change = { metadata: { finalizers } };
    const merge = 'application/merge-patch+json';
    await this.site.kubernetes('PATCH', path, change, merge);
  }

  /** `undefined` where no key comes with the volume: keys of files come at first mount. */
  async #enterCustody(tenant: string, { provisioner, parameters }: JsonObject) {
    const { encrypted, encryptionType, ...given } = textFieldsOf(parameters);
    if (!/^(1|t|T|true|TRUE|True)$/.test(encrypted)) return undefined;
    const id = given.encryptionKMSID;
    try {
      if (!id) throw new Error('missing encryption passphrase in secrets');
      const custody = await this.#connections.enter(id, tenant);
      const isFile = isCephFs(provisioner) || encryptionType === 'file';
      return isFile ? undefined : custody;
    } catch (error) {
      const lead = isCephFs(provisioner) ? 'failed to init KMS: ' : '';
      const head = `${lead}invalid encryption kms configuration: `;
      throw infeasible(head + messageOf(error));
    }
  }

  async #requireSecret(parameters: Record<string, string>) {
    const secret = 'csi.storage.k8s.io/provisioner-secret';
    const name = parameters[`${secret}-name`];
    const namespace = parameters[`${secret}-namespace`];
    const path = `/api/v1/namespaces/${namespace}/secrets/${name}`;
    const answer = await this.site.kubernetes('GET', path);
    const failed = `error getting secret ${name} in namespace ${namespace}`;
    if (answer.status !== 200) throw new Error(`${failed}: ${saidBy(answer)}`);
  }

  async #requireCluster(id = '') {
    const { namespace, kubernetes } = this.site;
    const path = `/api/v1/namespaces/${namespace}/configmaps/ceph-csi-config`;
    const { body } = await kubernetes('GET', path);
    const clusters = textOf(at(body, 'data', 'config.json')) || '[]';
    const isIt = (it: Json) => at(it, 'clusterID') === id;
    const failed = `failed to fetch monitor list using clusterID (${id})`;
    const why = `missing configuration for cluster ID "${id}"`;
    const known = listOf(JSON.parse(clusters)).some(isIt);
    if (!known) throw infeasible(`${failed}: ${why}`);
  }
}
