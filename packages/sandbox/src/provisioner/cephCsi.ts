import { randomBytes } from 'node:crypto';
import { Send } from '../wire/connect';
import { at, Json, JsonObject, listOf } from '../wire/json';
import { objectOf, textFieldsOf, textOf } from '../wire/json';
import { Custody, deletePassphrase, enterCustody } from './custody';
import { storePassphrase } from './custody';
import { infeasible, internal, saidBy } from './failure';
import { readKmsOptions } from './kmsConnection';
import { finalizer, newVolume, persistentVolumeFor } from './persistentVolume';
import { secretOf } from './persistentVolume';

/** Where Ceph CSI's pods run, and the pools its Ceph has. */
export interface CephSite {
  kubernetes: Send;
  namespace: string;
  pools: string[];
}

/**
 * CreateVolume: checks the request, enters the tenant's custody, stores a new passphrase
 * and makes the PersistentVolume. Throws Error with the text of the claim's event.
 */
export async function createVolume(
  site: CephSite,
  claim: JsonObject,
  storageClass: JsonObject,
) {
  const { provisioner, parameters } = storageClass;
  const { clusterID, pool, fsName } = textFieldsOf(parameters);
  await requireSecret(site, storageClass);
  await requireCluster(site, clusterID);
  const tenant = textOf(at(claim, 'metadata', 'namespace'));
  const custody = await custodyOf(site, tenant, storageClass);
  if (!fsName && !site.pools.includes(pool)) {
    throw internal(`pool not found: pool (${pool}) not found in Ceph cluster`);
  }
  const volume = newVolume(storageClass);
  if (custody && hasKeyFromStart(provisioner, parameters)) {
    const passphrase = randomBytes(20).toString('base64url');
    await storePassphrase(custody, volume.handle, passphrase).catch(error => {
      const what = `failed to setup encryption for image ${volume.image}`;
      throw internal(`${what}: ${error.message}`);
    });
  }
  const body = persistentVolumeFor(claim, storageClass, volume);
  const made = await site.kubernetes('POST', '/api/v1/persistentvolumes', body);
  if (made.status > 201 && made.status !== 409) throw new Error(saidBy(made));
}

/**
 * DeleteVolume: removes the key, then the PersistentVolume. A key that cannot be removed
 * is left behind, as by Ceph CSI; custody that cannot be entered stops it all.
 */
export async function deleteVolume(site: CephSite, volume: JsonObject) {
  const { csi, claimRef } = objectOf(volume.spec);
  const { driver, volumeHandle, volumeAttributes } = objectOf(csi);
  const tenant = textOf(at(claimRef, 'namespace'));
  const request = { provisioner: driver, parameters: volumeAttributes };
  const custody = await custodyOf(site, tenant, request);
  if (custody && hasKeyFromStart(driver, volumeAttributes)) {
    await deletePassphrase(custody, textOf(volumeHandle)).catch(() => {});
  }
  const path = `/api/v1/persistentvolumes/${at(volume, 'metadata', 'name')}`;
  const { body } = await site.kubernetes('DELETE', path);
  const left = listOf(at(body, 'metadata', 'finalizers'));
  const change = {
    metadata: { finalizers: left.filter(it => it !== finalizer) },
  };
  await site.kubernetes('PATCH', path, change, 'application/merge-patch+json');
}

const isCephFs = (driver?: Json) => /cephfs\.csi/.test(textOf(driver));

/** Keys of block volumes come with them; those of files at their first mount. */
const hasKeyFromStart = (driver?: Json, parameters?: Json) =>
  !isCephFs(driver) && at(parameters, 'encryptionType') !== 'file';

async function custodyOf(
  { kubernetes, namespace }: CephSite,
  tenant: string,
  { provisioner, parameters }: JsonObject,
): Promise<Custody | undefined> {
  const { encrypted = '', encryptionKMSID: id } = textFieldsOf(parameters);
  if (!/^(1|t|T|true|TRUE|True)$/.test(encrypted)) return undefined;
  try {
    if (!id) throw new Error('missing encryption passphrase in secrets');
    const where = { namespace, tenant };
    const options = await readKmsOptions(kubernetes, id, where);
    return await enterCustody(kubernetes, tenant, options);
  } catch (error) {
    const lead = isCephFs(provisioner) ? 'failed to init KMS: ' : '';
    const head = `${lead}invalid encryption kms configuration: `;
    throw infeasible(head + error.message);
  }
}

async function requireSecret(
  { kubernetes }: CephSite,
  storageClass: JsonObject,
) {
  const { name, namespace } = secretOf(storageClass, 'provisioner') ?? {};
  if (!name) throw infeasible("missing ID field 'userID' in secrets");
  const path = `/api/v1/namespaces/${namespace}/secrets/${name}`;
  const answer = await kubernetes('GET', path);
  const failed = `error getting secret ${name} in namespace ${namespace}`;
  if (answer.status !== 200) throw new Error(`${failed}: ${saidBy(answer)}`);
}

async function requireCluster({ kubernetes, namespace }: CephSite, id = '') {
  const path = `/api/v1/namespaces/${namespace}/configmaps/ceph-csi-config`;
  const { body } = await kubernetes('GET', path);
  const text = textOf(at(body, 'data', 'config.json')) || '[]';
  const known = listOf(JSON.parse(text)).some(it => at(it, 'clusterID') === id);
  const failed = `failed to fetch monitor list using clusterID (${id})`;
  const why = `missing configuration for cluster ID "${id}"`;
  if (!known) throw infeasible(`${failed}: ${why}`);
}
