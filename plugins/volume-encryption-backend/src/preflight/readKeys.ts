import {
  classConnection,
  classKeyPlace,
  observed,
  unknown,
  type PreflightFacts,
  type StorageClass,
} from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import { observe, silenceOf, whyUnknown, type VolumeSources } from '../status';
import { mountInNamespace } from '../vault/mountInNamespace';
import type { Look } from './Look';
import { readConnections } from './readConnections';
import { NO_TENANT, readTenant } from './readTenant';

type KeyFacts = Pick<
  PreflightFacts,
  'connections' | 'tenant' | 'kms' | 'keyMount'
>;

const NO_CLASS = unknown('not-applicable', 'The class is not known.');
const NO_VAULT = unknown('not-applicable', 'No Vault is known to be needed.');
const NO_CUSTODY = { tenant: NO_TENANT, kms: NO_VAULT, keyMount: NO_VAULT };

/**
 * From the class to the place of the key: connection, tenant, KMS and mount. Where
 * one is not known, what rests on it is not looked for. Calls have time limits of
 * their own, so that nothing else ends the wait.
 */
export async function readKeys(
  look: Look,
  given: {
    storageClass: StorageClass | undefined;
    namespace: PreflightFacts['namespace'];
    sources: VolumeSources;
  },
): Promise<KeyFacts> {
  const { storageClass } = given;
  if (!storageClass) return { connections: NO_CLASS, ...NO_CUSTODY };
  const connections = await readConnections(look, storageClass);
  const connection = classConnection(storageClass, connections);
  if (!connection) return { connections, ...NO_CUSTODY };
  const deadline = new Promise<void>(() => {});
  const context = { ...given, deadline };
  const tenant = await readTenant(connection, look, context);
  const place = classKeyPlace(storageClass, {
    connections,
    tenantConfigMap: tenant.configMap,
  });
  if (!place) return { connections, ...NO_CUSTODY, tenant };
  const asked = await askKms(place, look, context);
  return { connections, tenant, ...asked };
}

/** The KMS at the connection's address, and in it the mount for the key. */
async function askKms(
  { address, mount }: { address: string; mount: string },
  look: Look,
  { sources, deadline }: { sources: VolumeSources; deadline: Promise<void> },
): Promise<Pick<KeyFacts, 'kms' | 'keyMount'>> {
  let kms: Kms;
  try {
    kms = sources.systems.kmsAt(address);
  } catch (error) {
    const why = whyUnknown(error);
    return { kms: why, keyMount: why };
  }
  const health = await sources.kmsFacts.health(kms, deadline);
  const silence = silenceOf(health);
  const keyMount = silence ?? (await readMount(kms, mount, look));
  return { kms: observed(health, health.observedAt), keyMount };
}

function readMount(kms: Kms, mount: string, { now, signal }: Look) {
  const { name, custodyNames } = kms;
  return observe(now, async () => {
    const { namespace } = custodyNames;
    const path = mountInNamespace(mount, { name, namespace });
    return kms.readMount(path, { signal });
  });
}
