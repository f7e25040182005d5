import { randomBytes } from 'node:crypto';
import { Send } from '../wire/connect';
import { at, Json, JsonObject, listOf } from '../wire/json';
import { objectOf, textFieldsOf, textOf } from '../wire/json';
import { KmsConnections } from './KmsConnections';
import { finalizer, newVolume, persistentVolumeFor } from './persistentVolume';
import { infeasible, internal, saidBy } from './wordings';

const volumes = '/api/v1/persistentvolumes';
const isCephFs = (driver?: Json) => /cephfs\.csi/.test(textOf(driver));

/** Makes and removes volumes; throws Error with the text of the object's event. */
export class CephCsi {
  readonly #connections: KmsConnections;

  constructor(
    private readonly kubernetes: Send,
    private readonly namespace: string,
    private readonly pools: string[],
  ) {
    this.#connections = new KmsConnections(kubernetes, namespace);
  }

  /** Enters the tenant's custody, stores a new passphrase and makes the PersistentVolume. */
  async createVolume(claim: JsonObject, storageClass: JsonObject) {
    const { provisioner, parameters } = storageClass;
    const { clusterID, pool, fsName } = textFieldsOf(parameters);
    await this.#requireSecret(storageClass);
    await this.#requireCluster(clusterID);
    const tenant = textOf(at(claim, 'metadata', 'namespace'));
    const custody = await this.#enterCustody(tenant, storageClass);
    const noPool = `pool not found: pool (${pool}) not found in Ceph cluster`;
    if (!fsName && !this.pools.includes(pool)) throw internal(noPool);
    const volume = newVolume(storageClass);
    const passphrase = randomBytes(20).toString('base64url');
    if (custody && hasKeyFromStart(provisioner, parameters)) {
      await custody.store(volume.handle, passphrase).catch(error => {
        const what = `failed to setup encryption for image ${volume.image}`;
        throw internal(`${what}: ${error.message}`);
      });
    }
    const body = persistentVolumeFor(claim, storageClass, volume);
    const made = await this.kubernetes('POST', volumes, body);
    if (made.status > 201 && made.status !== 409) throw new Error(saidBy(made));
  }

  /** Removes the key, or leaves it behind when that fails, and then the volume. */
  async deleteVolume({ metadata, spec }: JsonObject) {
    const { csi, claimRef } = objectOf(spec);
    const { driver, volumeHandle: handle, volumeAttributes } = objectOf(csi);
    const parameters = volumeAttributes;
    const tenant = textOf(at(claimRef, 'namespace'));
    const request = { provisioner: driver, parameters };
    const custody = await this.#enterCustody(tenant, request);
    if (custody && hasKeyFromStart(driver, parameters)) {
      await custody.delete(textOf(handle)).catch(() => {});
    }
    const path = `${volumes}/${at(metadata, 'name')}`;
    const { body } = await this.kubernetes('DELETE', path);
    const left = listOf(at(body, 'metadata', 'finalizers'));
    const finalizers = left.filter(it => it !== finalizer);
    const merge = 'application/merge-patch+json';
    await this.kubernetes('PATCH', path, { metadata: { finalizers } }, merge);
  }

  async #enterCustody(tenant: string, { provisioner, parameters }: JsonObject) {
    const { encrypted = '', encryptionKMSID: id } = textFieldsOf(parameters);
    if (!/^(1|t|T|true|TRUE|True)$/.test(encrypted)) return undefined;
    try {
      if (!id) throw new Error('missing encryption passphrase in secrets');
      return await this.#connections.enter(id, tenant);
    } catch (error) {
      const lead = isCephFs(provisioner) ? 'failed to init KMS: ' : '';
      const head = `${lead}invalid encryption kms configuration: `;
      throw infeasible(head + error.message);
    }
  }

  async #requireSecret(storageClass: JsonObject) {
    const secret = 'csi.storage.k8s.io/provisioner-secret';
    const parameters = textFieldsOf(storageClass.parameters);
    const name = parameters[`${secret}-name`];
    const namespace = parameters[`${secret}-namespace`];
    if (!name) throw infeasible("missing ID field 'userID' in secrets");
    const path = `/api/v1/namespaces/${namespace}/secrets/${name}`;
    const answer = await this.kubernetes('GET', path);
    const failed = `error getting secret ${name} in namespace ${namespace}`;
    if (answer.status !== 200) throw new Error(`${failed}: ${saidBy(answer)}`);
  }

  async #requireCluster(id = '') {
    const path = `/api/v1/namespaces/${this.namespace}/configmaps/ceph-csi-config`;
    const { body } = await this.kubernetes('GET', path);
    const clusters = textOf(at(body, 'data', 'config.json')) || '[]';
    const isIt = (it: Json) => at(it, 'clusterID') === id;
    const failed = `failed to fetch monitor list using clusterID (${id})`;
    const why = `missing configuration for cluster ID "${id}"`;
    const known = listOf(JSON.parse(clusters)).some(isIt);
    if (!known) throw infeasible(`${failed}: ${why}`);
  }
}

/** Keys of block volumes come with them; those of files at their first mount. */
const hasKeyFromStart = (driver?: Json, parameters?: Json) =>
  !isCephFs(driver) && at(parameters, 'encryptionType') !== 'file';
