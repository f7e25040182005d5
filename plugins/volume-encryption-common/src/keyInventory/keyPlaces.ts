import { namedKmsId, type EncryptionAsked } from '../driver/encryptionAsked';
import { resolveCustody } from '../keyCustody/keyCustody';
import { findConnection } from '../kmsConnection/findConnection';
import { keyValueVersion } from '../kmsConnection/keyLocation';
import { tenantObjectNames } from '../kmsConnection/kmsConnection';
import type { ConfigMap } from '../kubernetes/objects';
import { observed, type Observed } from '../observation/observed';
import type { KeyPlace } from './KeyUse';

/** What says where the keys of a cluster lie. */
export interface PlaceSources {
  /** The KMS connections that the pods of a driver read. */
  connectionsOf(driver: string): Observed<ConfigMap | undefined>;
  /** A tenant's overrides, by the name that a connection has for them. */
  overridesOf(namespace: string, name: string): Observed<ConfigMap | undefined>;
  /** The portal's name of the KMS at an address. */
  kmsNameOf(address: string): string | undefined;
}

/** Whose key it is: the driver, what it was asked, and the claim's namespace. */
export interface KeyOwner {
  driver: string;
  asked: EncryptionAsked;
  /** Empty where there is no claim. */
  namespace: string;
}

/**
 * Finds where keys lie: `(owner, handle) => place`, undefined for what has none of
 * its own in a Vault, and where it cannot be told. Whatever a namespace has by the
 * same connection lies together, so that it is worked out once.
 */
export function keyPlaces(sources: PlaceSources) {
  const known = new Map<string, KeyPlace | undefined>();
  return (owner: KeyOwner, handle: string): KeyPlace | undefined => {
    const kmsId = namedKmsId(owner.asked);
    if (kmsId === undefined) return undefined;
    const key = `${owner.driver}\n${owner.namespace}\n${kmsId}`;
    if (!known.has(key)) known.set(key, placeOf(owner, kmsId, sources));
    const place = known.get(key);
    return place && { ...place, name: place.name + handle };
  };
}

/** With what comes before the handle for a name. */
function placeOf(
  { driver, asked, namespace }: KeyOwner,
  kmsId: string,
  { connectionsOf, overridesOf, kmsNameOf }: PlaceSources,
): KeyPlace | undefined {
  const connections = connectionsOf(driver);
  const found = findConnection(connections, kmsId);
  if ('absence' in found) return undefined;
  const { configMap } = tenantObjectNames(found.connection);
  const tenantConfigMap = namespace
    ? overridesOf(namespace, configMap)
    : observed(undefined, '');
  const custody = resolveCustody({
    ...{ asked, connections, tenantConfigMap },
    volumeHandle: '',
  });
  if (custody.kind !== 'vault') return undefined;
  // Without a claim nobody knows the tenant, and so not his overrides.
  const isOfTenant = custody.credential !== 'driver-service-account';
  if (isOfTenant && namespace === '') return undefined;
  const { vaultAddress = '' } = custody.connection.options;
  return {
    kms: kmsNameOf(vaultAddress),
    version: keyValueVersion(custody.connection),
    ...custody.location,
  };
}
