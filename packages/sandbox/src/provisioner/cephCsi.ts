import { randomBytes, randomUUID } from 'node:crypto';
import { Send } from '../wire/connect';
import {
  at,
  JsonObject,
  listOf,
  objectOf,
  textFieldsOf,
  textOf,
} from '../wire/json';
import {
  Custody,
  deletePassphrase,
  enterCustody,
  storePassphrase,
} from './custody';
import { Failure, infeasible, internal, saidBy } from './failure';
import { readKmsOptions } from './kmsConnection';
import {
  finalizer,
  newVolume,
  persistentVolumeFor,
  secretOf,
} from './persistentVolume';

/** Where Ceph CSI's pods run, and the pools its Ceph has. */
export interface CephSite {
  kubernetes: Send;
  namespace: string;
  pools: string[];
}

/** Go's strconv.ParseBool: what Ceph CSI takes as true. */
const isTrue = (value?: string) => /^(1|t|T|true|TRUE|True)$/.test(value ?? '');
const isCephFs = (driver: string) => driver.endsWith('cephfs.csi.ceph.com');

/**
 * CreateVolume: checks the request, enters the tenant's custody, stores a new passphrase
 * and makes the PersistentVolume that the claim will be bound to.
 *
 * @throws Failure with the text of the claim's event
 */
export async function createVolume(
  site: CephSite,
  claim: JsonObject,
  storageClass: JsonObject,
): Promise<void> {
  const parameters = textFieldsOf(storageClass.parameters);
  const driver = textOf(storageClass.provisioner);
  await requireSecret(site, secretOf(parameters, 'provisioner'));
  await requireCluster(site, parameters.clusterID);
  const tenant = textOf(at(claim, 'metadata', 'namespace'));
  const custody = isTrue(parameters.encrypted)
    ? await custodyOf(site, parameters, { tenant, driver })
    : undefined;
  const pool = parameters.pool;
  if (!isCephFs(driver) && !site.pools.includes(pool)) {
    throw internal(`pool not found: pool (${pool}) not found in Ceph cluster`);
  }
  const volume = newVolume(driver, parameters, randomUUID());
  if (custody && isBlock(parameters, driver)) {
    const passphrase = randomBytes(20).toString('base64url');
    await storePassphrase(custody, volume.handle, passphrase).catch(error => {
      const image = `${pool}/${volume.attributes.imageName}`;
      throw internal(
        `failed to setup encryption for image ${image}: ${error.message}`,
      );
    });
  }
  const body = persistentVolumeFor(claim, storageClass, volume);
  const made = await site.kubernetes('POST', '/api/v1/persistentvolumes', body);
  if (made.status !== 201 && made.status !== 409) {
    throw new Failure(saidBy(made));
  }
}

/**
 * DeleteVolume: removes the key first, then the PersistentVolume. A key that cannot be
 * removed is left behind, as by Ceph CSI; custody that cannot be entered stops it all.
 *
 * @throws Failure with the text of the volume's event
 */
export async function deleteVolume(site: CephSite, volume: JsonObject) {
  const { csi, claimRef } = objectOf(volume.spec);
  const attributes = textFieldsOf(at(csi, 'volumeAttributes'));
  const driver = textOf(at(csi, 'driver'));
  const tenant = textOf(at(claimRef, 'namespace'));
  if (isTrue(attributes.encrypted) && isBlock(attributes, driver)) {
    const custody = await custodyOf(site, attributes, { tenant, driver });
    const handle = textOf(at(csi, 'volumeHandle'));
    if (custody) await deletePassphrase(custody, handle).catch(() => undefined);
  }
  const path = `/api/v1/persistentvolumes/${at(volume, 'metadata', 'name')}`;
  const { body } = await site.kubernetes('DELETE', path);
  const left = listOf(at(body, 'metadata', 'finalizers'));
  const finalizers = left.filter(it => it !== finalizer);
  const change = { metadata: { finalizers } };
  await site.kubernetes('PATCH', path, change, 'application/merge-patch+json');
}

/** Keys of block volumes are made with them; those of files at their first mount. */
function isBlock({ encryptionType }: Record<string, string>, driver: string) {
  return !isCephFs(driver) && encryptionType !== 'file';
}

async function custodyOf(
  site: CephSite,
  parameters: Record<string, string>,
  { tenant, driver }: { tenant: string; driver: string },
): Promise<Custody | undefined> {
  const { namespace, kubernetes } = site;
  const kmsId = parameters.encryptionKMSID;
  const lead = isCephFs(driver) ? 'failed to init KMS: ' : '';
  try {
    if (!kmsId || kmsId === 'default')
      return await sharedPassphrase(site, parameters);
    const options = await readKmsOptions(kubernetes, kmsId, {
      namespace,
      tenant,
    });
    return await enterCustody(kubernetes, tenant, options);
  } catch (error) {
    throw infeasible(
      `${lead}invalid encryption kms configuration: ${error.message}`,
    );
  }
}

/** Without a KMS id every volume of the class has the passphrase of one Secret. */
async function sharedPassphrase(
  site: CephSite,
  parameters: Record<string, string>,
) {
  const secret = secretOf(parameters, 'provisioner');
  const path = `/api/v1/namespaces/${secret?.namespace}/secrets/${secret?.name}`;
  const { body } = await site.kubernetes('GET', path);
  if (at(body, 'data', 'encryptionPassphrase')) return undefined;
  throw new Error('missing encryption passphrase in secrets');
}

async function requireSecret(
  { kubernetes }: CephSite,
  secret: ReturnType<typeof secretOf>,
) {
  if (!secret) throw infeasible("missing ID field 'userID' in secrets");
  const { name, namespace } = secret;
  const path = `/api/v1/namespaces/${namespace}/secrets/${name}`;
  const answer = await kubernetes('GET', path);
  if (answer.status === 200) return;
  throw new Failure(
    `error getting secret ${name} in namespace ${namespace}: ${saidBy(answer)}`,
  );
}

async function requireCluster({ kubernetes, namespace }: CephSite, id: string) {
  const path = `/api/v1/namespaces/${namespace}/configmaps/ceph-csi-config`;
  const { body } = await kubernetes('GET', path);
  const text = textOf(at(body, 'data', 'config.json')) || '[]';
  const known = listOf(JSON.parse(text)).map(it => at(it, 'clusterID'));
  if (known.includes(id)) return;
  throw infeasible(
    `failed to fetch monitor list using clusterID (${id}): missing configuration for cluster ID "${id}"`,
  );
}
